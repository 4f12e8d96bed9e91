import { isAbsent, placeOf, type Node } from '../../syntax/tree';
import type { SchemaNode } from '../../schema/lookup';
import type { Place } from '../../text/sourceText';
import type { Mistake } from './mistake';
import { keyOf, type Site } from './site';
import { entityWords, oneOf } from './words';

/**
 * An entry without properties that it has to have, on its key; on its first key where it stands in a list.
 * @param names not empty
 */
export function missingProperties(site: Site, schema: SchemaNode, names: readonly string[]): Mistake {
  const key = keyOf(site) ?? '';
  const what = entityWords(schema).replace(/^an? /, '');
  const both = names.length > 1;
  const list = both ? oneOf(names).replace(/ or /, ' and ') : oneOf(names);
  const message = `The ${what} \`${key}\` has no ${list}. Add ${both ? 'them' : 'it'}.`;
  return {
    rule: 'missing-property',
    report: { at: placeOf(headOf(site)), message, data: { path: site.path, properties: names } },
  };
}

/** An entry of a map of entities that has a key and nothing else. */
export function missingFromEmpty(path: readonly string[], key: Node, schema: SchemaNode): Mistake {
  const what = entityWords(schema).replace(/^an? /, '');
  const message = `The ${what} \`${path.at(-1) ?? ''}\` is empty. Give it ${oneOf(schema.required).replace(/ or /, ' and ')}.`;
  return {
    rule: 'missing-property',
    report: { at: placeOf(key), message, data: { path, properties: schema.required } },
  };
}

/** A file without the key that says what it plans. */
export function missingRootProperty(
  at: Place,
  name: 'product' | 'project',
  is: 'empty-file' | 'empty-key' | 'absent',
): Mistake {
  const kind = name === 'product' ? 'roadmap' : 'project';
  const messages = {
    'empty-file': `This ${kind} is empty. Begin with \`${name}:\` and the name of the ${name}.`,
    'empty-key': `\`${name}\` has no value. Write the name of the ${name} after it.`,
    absent: `This ${kind} has no \`${name}\`. Add \`${name}:\` with the name of the ${name}.`,
  };
  return { rule: 'missing-property', report: { at, message: messages[is], data: { path: [], properties: [name] } } };
}

function headOf({ node, pair }: Site): Node {
  if (pair) return pair.key;
  const first = node.kind === 'map' ? (node.pairs.find(({ value }) => !isAbsent(value)) ?? node.pairs[0]) : undefined;
  return first?.key ?? node;
}
