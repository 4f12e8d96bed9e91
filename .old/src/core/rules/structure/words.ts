import { stringify } from 'yaml';
import { quoted } from '../../plan/scalars/parsed';
import type { SchemaNode } from '../../schema/lookup';
import { scalarValue, type AliasNode, type Node } from '../../syntax/tree';

/** What an entity is called in a sentence: "a goal", "an item", "the settings". */
export function entityWords({ entity, title }: SchemaNode): string {
  if (entity === 'settings') return 'the settings';
  if (entity === 'profit-and-loss') return 'the profit and loss of a period';
  if (entity === 'profit-and-loss-figures') return 'the figures of a period';
  const name = (entity && entityNames[entity]) ?? (title === '' ? 'this entry' : inSentence(title));
  if (name.startsWith('this ')) return name;
  return `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`;
}

/** Where the title of the place is not the name of the thing, as it is that of a list of such. */
const entityNames: Readonly<Record<string, string>> = {
  product: 'roadmap',
  'team-window': 'team member',
  'three-point': 'three-point estimate',
  'status-update': 'status update',
  decision: 'decision',
};

/** What a value is, for a sentence: "a list", "the number `60`". */
export function valueWords(node: Exclude<Node, AliasNode>): string {
  if (node.kind === 'map') return 'a map of keys and values';
  if (node.kind === 'seq') return 'a list';
  const value = scalarValue(node);
  if (typeof value === 'number') return `the number ${quoted(node.text)}`;
  return typeof value === 'boolean' ? quoted(node.text) : `the text ${quoted(node.text)}`;
}

const scalarForms: Readonly<Record<string, string>> = {
  text: 'a text',
  link: 'a web address or a path',
  id: 'an id',
  date: 'a date',
  period: 'a period',
  'date-range': 'a date or two',
  duration: 'a duration',
  estimate: 'an effort',
  size: 'a size',
  dependency: 'the id of what has to come first',
  money: 'an amount of money',
  rate: 'an amount of money for a time',
  percent: 'a percentage',
  quantity: 'a number, with its unit where it has one',
  impact: 'an amount of money or a delay',
  number: 'a number',
  'area-change': 'a responsibility area',
  boolean: '`true` or `false`',
  probability: 'a percentage, `low`, `medium` or `high`',
  country: 'the code of a country',
  currency: 'the code of a currency',
  email: 'an email address',
  glob: 'a file pattern',
};

/**
 * The form of value that a place takes: "a text or a list of them", "keys of its own such as `total`".
 *
 * @param withKeys whether to name some of the keys, which an example would show
 */
export function formWords(schema: SchemaNode, withKeys = true): string {
  const { types, entity, keyKind, shorthand } = schema;
  const map = types.includes('object') ? mapForm(schema, withKeys) : undefined;
  const takesScalar = types.some((type) => type !== 'object' && type !== 'array');
  // An entry in its short form is an exception that a message need not explain.
  const single = takesScalar && !(entity !== undefined && shorthand !== undefined) ? scalarForm(schema) : undefined;
  const list =
    types.includes('array') && !(entity !== undefined || keyKind !== undefined) ? 'a list of them' : undefined;
  const entries = types.includes('array') && entity !== undefined ? 'a list of such' : undefined;
  return [single, list, map, entries].filter((form) => form !== undefined).join(' or ') || 'another form';
}

function scalarForm({ scalar, reference, isClosed, values }: SchemaNode): string {
  if (reference === 'person') return 'the name of a person';
  if (reference !== undefined && scalar === undefined)
    return reference === 'area' ? 'an area' : `the id of a ${reference}`;
  if (isClosed) return oneOf(values.map(({ value }) => String(value)));
  return (scalar !== undefined ? scalarForms[scalar] : undefined) ?? 'a single value';
}

function mapForm({ entity, keyKind, propertyNames }: SchemaNode, withKeys: boolean): string {
  if (keyKind?.defines !== undefined) return 'entries, each under an id of its own';
  if (keyKind?.reference !== undefined) return `entries under the id of each ${keyKind.reference}`;
  if (keyKind?.scalar !== undefined)
    return `entries under each ${keyKind.scalar === 'text' ? 'title' : keyKind.scalar}`;
  const keys = propertyNames.slice(0, entity === undefined ? 2 : 3);
  return keys.length > 0 && withKeys ? `keys of its own such as ${oneOf(keys)}` : 'keys of its own';
}

/** "`a`, `b` or `c`". */
export function oneOf(values: readonly string[]): string {
  const shown = values.map((value) => `\`${value}\``);
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} or ${last}`;
}

/** A value as a plan file writes it on one line. */
export function yamlOf(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();
}

/** The title of a schema inside a sentence: an acronym keeps its capitals. */
function inSentence(title: string): string {
  return /^[A-Z]{2}/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}
