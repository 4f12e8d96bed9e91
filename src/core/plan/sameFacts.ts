import { isAbsent, keyText, type MapNode, type Node, type ScalarNode } from '../syntax/tree';
import type { EntityShape, ValueShape } from './shape';

/** Entities whose texts say more than people read: a name that schedules show, the region whose holidays count. */
const factualKinds: ReadonlySet<string> = new Set(['person', 'role', 'calendar']);

/** What may stand where nothing is known of it, or where all that stands there counts. */
const anything: ValueShape = {};

/**
 * Whether two values say the same but for texts that only people read: titles, descriptions, notes. Whatever follows
 * from dates, amounts, references and states follows from both alike.
 *
 * @param shape what may stand there
 * @param words gets the texts of the earlier value that the later one has others for
 */
export function isSameButWords(shape: ValueShape, before: Node, after: Node, words: string[]): boolean {
  if (before.tag !== after.tag || before.anchor !== after.anchor) return false;
  if (before.kind === 'scalar' && after.kind === 'scalar') return isSameScalar(shape, before, after, words);
  if (before.kind === 'seq' && after.kind === 'seq') {
    const item = isOpen(shape) ? anything : shape.item;
    if (before.items.length !== after.items.length) return false;
    return before.items.every((one, index) => {
      const other = after.items[index];
      return other !== undefined && isSameButWords(item ?? anything, one, other, words);
    });
  }
  return before.kind === 'map' && after.kind === 'map' && isSameMap(shape, before, after, words);
}

function isSameScalar(shape: ValueShape, before: ScalarNode, after: ScalarNode, words: string[]): boolean {
  if (before.text === after.text && (before.style === 'plain') === (after.style === 'plain')) return true;
  if (!isProse(shape) || isBlank(before) || isBlank(after)) return false;
  words.push(before.text);
  return true;
}

function isSameMap(shape: ValueShape, before: MapNode, after: MapNode, words: string[]): boolean {
  if (before.pairs.length !== after.pairs.length) return false;
  return before.pairs.every((one, index) => {
    const other = after.pairs[index];
    const key = keyText(one);
    if (!other || key === undefined || key !== keyText(other)) return false;
    if (!one.value || !other.value) return one.value === other.value;
    const below = shapeBelow(shape, key);
    return below === undefined || isSameButWords(below, one.value, other.value, words);
  });
}

/** The shape of the value of a key, as the binder reads it; undefined below a key of the user's own. */
function shapeBelow(shape: ValueShape, key: string): ValueShape | undefined {
  if (isOpen(shape)) return anything;
  if (shape.map) return shape.map.value;
  if (key.startsWith('x-')) return undefined;
  const entity = shape.entity ?? shape.item?.entity;
  // What stands under a key with a slip in it may be taken for what was meant.
  return !entity || factualKinds.has(entity.kind) ? anything : (entity.fields.get(key) ?? anything);
}

/** Whether the plain data is what counts. */
function isOpen({ scalar, item, entity, map }: ValueShape): boolean {
  return !scalar && !item && !entity && !map;
}

/** Whether a bare text in this place is only read by people. */
function isProse(shape: ValueShape): boolean {
  const entity = shape.entity ?? shape.item?.entity;
  if (entity?.shorthand !== undefined) return isProseOf(entity, entity.shorthand);
  const scalar = shape.scalar ?? shape.item?.scalar;
  return scalar?.scalar === 'text' && !scalar.reference && !scalar.values;
}

function isProseOf(entity: EntityShape, property: string): boolean {
  const shape = entity.fields.get(property);
  return !factualKinds.has(entity.kind) && shape !== undefined && isProse(shape);
}

/** Whether there is a text counts, whatever it says. */
function isBlank(node: ScalarNode): boolean {
  return isAbsent(node) || node.text.trim() === '';
}
