import type { ValueProblem } from '../../plan/binding';
import { meantValue } from '../../plan/synonyms';
import { scalarParsers, isScalarName } from '../../plan/scalars';
import { quoted } from '../../plan/scalars/parsed';
import type { FileKind, SchemaNode } from '../../schema/lookup';
import type { SchemaError } from '../../schema/validate';
import { keyText, placeOf, resolved, type Node, type Pair } from '../../syntax/tree';
import type { Place } from '../../text/sourceText';
import type { Mistake } from './mistake';
import { ByScalar } from './byScalar';
import { isOwnKey } from './ownKey';
import { entriesOf, keyOf, valuesOf, type Site } from './site';
import { oneOf } from './words';

/** A value of the right kind that is not one of those allowed, out of its limits, or not of its form. */
export function badValue(site: Site, schema: SchemaNode, errors: readonly SchemaError[]): Mistake | undefined {
  if (site.node.kind !== 'scalar') return undefined;
  const { text } = site.node;
  if (schema.isClosed) {
    const allowed = schema.values.map(({ value }) => String(value));
    const meant = meantValue(text, allowed);
    const one = allowed.length === 1 ? `The only value is ${oneOf(allowed)}.` : `Write ${oneOf(allowed)}.`;
    const advice = meant === undefined ? one : `${one} Did you mean \`${meant}\`?`;
    const message = `${quoted(text)} is not a value of \`${keyOf(site) ?? ''}\`. ${advice}`;
    return report(placeOf(site.node), message, site.path, meant === undefined ? [] : [meant]);
  }
  const limits = errors.flatMap(limitWords);
  if (limits.length > 0) {
    const message = `\`${keyOf(site) ?? ''}\` is ${quoted(text)}. Write a number ${limits.join(' and ')}.`;
    return report(placeOf(site.node), message, site.path, []);
  }
  const parsed =
    schema.scalar !== undefined && isScalarName(schema.scalar) ? scalarParsers[schema.scalar](text) : undefined;
  if (parsed && !parsed.ok) {
    return report(placeOf(site.node), parsed.problem.message, site.path, parsed.problem.suggestions ?? []);
  }
  const example = schema.examples.find((value) => typeof value === 'string' || typeof value === 'number');
  const form = example === undefined ? '' : ` Write it like ${quoted(String(example))}.`;
  return report(
    placeOf(site.node),
    `${quoted(text)} is not a value of \`${keyOf(site) ?? ''}\`.${form}`,
    site.path,
    [],
  );
}

function limitWords({ keyword, params }: SchemaError): readonly string[] {
  const limit = String(params['limit']);
  if (keyword === 'minimum') return [`from ${limit} on`];
  if (keyword === 'exclusiveMinimum') return [`above ${limit}`];
  return keyword === 'maximum' ? [`up to ${limit}`] : [];
}

/** A text of blanks only, where a text is optional. */
export function blankText(site: Site): Mistake {
  const message = `\`${keyOf(site) ?? ''}\` is an empty text. Write a value, or leave the key without one.`;
  return report(placeOf(site.node), message, site.path, []);
}

/** A list with more entries than there may be, on the first that is too much. */
export function surplusEntry(site: Site, errors: readonly SchemaError[]): Mistake | undefined {
  const limit = errors.find(({ keyword }) => keyword === 'maxItems')?.params['limit'];
  if (typeof limit !== 'number') return undefined;
  const surplus = entriesOf(site)[limit];
  if (!surplus) return undefined;
  const message = `\`${keyOf(site) ?? ''}\` takes at most ${String(limit)} entries, and this is one more. Remove it.`;
  return report(placeOf(surplus.node), message, surplus.path, []);
}

/** The key of an entry that is no id. */
export function badKey(site: Site, pair: Pair, key: string): Mistake | undefined {
  const result = scalarParsers.id(key);
  if (result.ok) return undefined;
  const { message, suggestions = [] } = result.problem;
  const taken = new Set(site.node.kind === 'map' ? site.node.members.map(keyText) : []);
  const free = suggestions.filter((id) => !taken.has(id));
  const path = [...site.path, key];
  return report(placeOf(pair.key), message, path, free, true);
}

/** What the parser of a scalar says of it. */
export function badValueOf(
  { whole, at, message, suggestions }: ValueProblem,
  found: Way | undefined,
  kind: FileKind,
): Mistake | undefined {
  if (found?.isKey && isOwnKey(kind, found.path.slice(0, -1), found.path.at(-1) ?? '')) return undefined;
  // A blank that should not be there would hardly be seen.
  const place = /^\s*$/.test(at.piece.text.slice(at.start, at.end)) ? whole : at;
  return report(place, message, found?.path ?? [], found ? (suggestions ?? []) : [], found?.isKey);
}

function report(
  at: Place,
  message: string,
  path: readonly string[],
  suggestions: readonly string[],
  isKey = false,
): Mistake {
  return { rule: 'invalid-value', report: { at, message, data: { path, isKey, suggestions } } };
}

/** How one gets to a value, or to the pair whose key it is. */
interface Way {
  readonly path: readonly string[];
  readonly isKey: boolean;
}

/** How one gets to the scalars of a tree that problems are about; the first way, where aliases make several. */
export function waysTo(root: Site, problems: readonly ValueProblem[]): ByScalar<Way> {
  const ways = new ByScalar<Way>();
  const pieces = new Set(problems.map(({ whole }) => whole.piece));
  const seen = new Set<Node>();
  const found = (node: Node, way: Way): void => {
    if (node.kind === 'scalar' && pieces.has(node.piece)) ways.set(node, way);
    seen.add(node);
  };
  const visit = (site: Site): void => {
    const { node, path } = site;
    if (seen.has(node)) return;
    found(node, { path, isKey: false });
    for (const entry of entriesOf(site)) visit(entry);
    if (node.kind !== 'map') return;
    for (const pair of node.members) {
      const [key, name] = [resolved(pair.key), keyText(pair)];
      if (key && name !== undefined && !seen.has(key)) found(key, { path: [...path, name], isKey: true });
    }
    for (const value of valuesOf(site)) visit(value);
  };
  visit(root);
  return ways;
}
