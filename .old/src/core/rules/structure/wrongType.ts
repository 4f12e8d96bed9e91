import { rootKey, type FileKind } from '../../plan/fileKind';
import { isScalarName, scalarParsers } from '../../plan/scalars';
import type { SchemaNode } from '../../schema/lookup';
import { isAbsent, placeOf, resolved, type MapNode, type ScalarNode } from '../../syntax/tree';
import type { Mistake, WrongTypeData } from './mistake';
import { keyOf, type Site } from './site';
import { textOfPair } from './unknownProperty';
import { formWords, valueWords, yamlOf } from './words';

/** Scalars that a bare number is not: it lacks its unit, or is written as a text. */
const ofOtherType: ReadonlySet<string> = new Set([
  ...['duration', 'estimate', 'money', 'rate', 'percent', 'impact', 'probability', 'quantity', 'number', 'boolean'],
]);

/**
 * Whether a single value that is not of the type of its place is of the wrong kind there (`60` for a percentage), and
 * not only of the wrong content (`2026` for a day).
 */
export function isWrongTypeOfScalar({ text }: ScalarNode, { scalar, types, isClosed, values }: SchemaNode): boolean {
  // `"1"` is the right number in quotes, while `wip` is none of the words.
  if (isClosed) return values.some(({ value }) => typeof value === 'number' && String(value) === text);
  return scalar === undefined || ofOtherType.has(scalar) || !types.includes('string');
}

/** What a bare value of an entity stands for, where there is only one thing that it can mean. */
const bareProperty: Readonly<Record<string, { readonly property: string; readonly scalar: 'percent' | 'money' }>> = {
  'team-window': { property: 'allocation', scalar: 'percent' },
  budget: { property: 'total', scalar: 'money' },
};

/** @param above what the format says of the map or list that the value stands in */
export function wrongType(site: Site, schema: SchemaNode, above: SchemaNode | undefined): Mistake {
  const { node } = site;
  const refusal = refusalOf(site, schema);
  const rewrites = refusal?.rewrites ?? rewritesOf(site, schema);
  const quote = node.kind === 'map' ? quotable(node, schema) : null;
  const example = exampleFor(site, schema, above);
  const form = `${label(site)} takes ${formWords(schema, example === '')}`;
  const message = quote
    ? `${form}, and the colon makes this a key and its value. Put the whole text in quotes.`
    : (refusal?.message ?? `${form}, and this is ${valueWords(node)}.${example}`);
  return report(site, message, { rewrites, quote });
}

/** A file that holds something else than keys and values. */
export function wrongRoot(site: Site, kind: FileKind): Mistake {
  const first = kind === 'settings' ? 'rules' : rootKey[kind];
  const what = kind === 'settings' ? 'The settings take' : `A ${kind} takes`;
  return report(site, `${what} keys and values such as \`${first}: …\`, and this is ${valueWords(site.node)}.`, {});
}

function report(site: Site, message: string, more: Partial<Pick<WrongTypeData, 'rewrites' | 'quote'>>): Mistake {
  const { path, node } = site;
  const data: WrongTypeData = { path, rewrites: [], span: [node.start, node.end], quote: null, tag: null, ...more };
  return { rule: 'wrong-type', report: { at: placeOf(node), message, data } };
}

function label(site: Site): string {
  const key = keyOf(site) ?? '';
  return site.pair ? `\`${key}\`` : `An entry of \`${key}\``;
}

/** What the parser of the form says of a single value: it names the form, and knows what may be meant. */
function refusalOf(
  { node }: Site,
  { scalar, types }: SchemaNode,
): { readonly message: string; readonly rewrites: readonly string[] } | undefined {
  if (node.kind !== 'scalar' || scalar === undefined || !isScalarName(scalar)) return undefined;
  if (!types.some((type) => type !== 'object' && type !== 'array')) return undefined;
  const result = scalarParsers[scalar](node.text);
  // "`yes` is neither yes nor no" would help nobody.
  if (!result.ok && scalar === 'boolean') return undefined;
  if (!result.ok) return { message: result.problem.message, rewrites: result.problem.suggestions ?? [] };
  // What would be right without its quotes, or without the tag that makes it a text.
  const unquoted = `Quotes make \`${node.text}\` a text, and ${scalar === 'boolean' ? 'a plain value' : 'a number'} is needed here. Leave them out.`;
  return { message: unquoted, rewrites: node.style === 'plain' ? [] : [node.text] };
}

function rewritesOf({ node }: Site, schema: SchemaNode): readonly string[] {
  if (node.kind === 'scalar' && schema.scalar === 'boolean') {
    const result = scalarParsers.boolean(node.text);
    return result.ok ? [] : (result.problem.suggestions ?? []);
  }
  if (node.kind === 'seq' && !schema.isList && schema.keyKind === undefined && schema.entity === undefined) {
    const [only, ...others] = node.items.filter((item) => !isAbsent(item));
    const value = resolved(only);
    if (only?.kind !== 'scalar' || value?.kind !== 'scalar' || others.length > 0) return [];
    return [node.piece.text.slice(only.start, only.end)];
  }
  const bare = schema.entity === undefined ? undefined : bareProperty[schema.entity];
  if (node.kind !== 'scalar' || !bare || node.style === 'literal' || node.style === 'folded') return [];
  const result = scalarParsers[bare.scalar](node.text);
  const texts = result.ok ? [node.text] : (result.problem.suggestions ?? []);
  return texts.map((text) => `{ ${bare.property}: ${text} }`);
}

function quotable(node: MapNode, { types, scalar }: SchemaNode): readonly [number, number] | null {
  const [pair] = node.pairs;
  if (!pair || types.includes('object') || (scalar !== undefined && scalar !== 'text')) return null;
  return textOfPair(node, pair) ?? null;
}

/** An example of the right form, as it would stand in the file. */
function exampleFor({ pair }: Site, schema: SchemaNode, above: SchemaNode | undefined): string {
  const [example] = schema.examples;
  const value = example ?? entryExample(above);
  if (value === undefined) return '';
  const shown = yamlOf(shortened(value, schema.keyKind === undefined ? 2 : 1));
  const key = pair?.key.kind === 'scalar' ? `${pair.key.text}: ` : '';
  return shown.length > longestExample ? '' : ` For example: \`${key}${shown}\`.`;
}

const longestExample = 100;

/** The first keys of an example that is a map: they show the form, and a message is read at a glance. */
function shortened(value: unknown, count: number): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, count)
      .map(([key, inner]) => [key, shortened(inner, 2)]),
  );
}

/** The first value of the example of a map, for one of its entries. */
function entryExample(above: SchemaNode | undefined): unknown {
  const example = above?.keyKind === undefined ? undefined : above.examples[0];
  if (typeof example !== 'object' || example === null) return undefined;
  const values: readonly unknown[] = Object.values(example);
  return values.find((value) => typeof value === 'object') ?? values[0];
}
