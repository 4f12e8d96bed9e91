import type { AnyEntity } from '../../plan/entity';
import type { Plan } from '../../plan/plan';
import { rootEntity, type PlanFile } from '../../plan/planFile';
import { referenceTo } from '../../plan/reference';
import { entityShapeOf, type EntityShape, type ValueShape } from '../../plan/shape';
import { keyText, resolved, type MapNode, type Node, type Pair } from '../../syntax/tree';
import { BrokenText } from '../structure/brokenText';
import { nearestProperty } from '../structure/nearestProperty';
import { SoundEntries } from '../structure/soundEntries';
import { TreeAnswers } from '../structure/treeAnswers';
import { Candidates, type Candidate } from './nearest';
import { titleOf } from './naming';

/** The kinds that a rule may find nothing leading to. */
type Kind = 'goal' | 'feature';

interface EntityCandidate extends Candidate {
  readonly entity: AnyEntity;
}

/**
 * What the references of a plan that cannot be read may have been meant for: an id with a slip in it or that several
 * roadmaps share, a key with a slip in it, a file with broken text. Nothing is missing where one of them may lead: the
 * rule of the broken thing has spoken.
 */
export class UnreadReferences {
  readonly #meant = new Set<AnyEntity>();
  /** The texts of files of which a part could not be read. */
  readonly #broken: string[] = [];

  constructor(plan: Plan, to: Kind) {
    const candidates = Candidates.of<EntityCandidate>(
      plan.all(to).map((entity) => ({ text: entity.id, id: entity.id, title: titleOf(entity), entity })),
    );
    const add = (text: string): void => {
      for (const { entity } of candidates.nearest(referenceTo(to, text).id)) this.#meant.add(entity);
    };
    for (const file of plan.files.values()) {
      if (!file.root || new BrokenText(file.document).any) this.#broken.push(file.document.source.toString());
      for (const { reference } of plan.unresolved(file)) {
        if (reference.to !== to) continue;
        const resolution = plan.resolve(reference, file);
        if (resolution.status === 'unknown') add(reference.text);
        if (resolution.status === 'ambiguous') for (const one of resolution.candidates) this.#meant.add(one);
      }
      for (const text of misplaced(file, to)) add(text);
    }
  }

  mayMean(entity: AnyEntity): boolean {
    return this.#meant.has(entity) || this.#broken.some((text) => holdsWord(text, entity.id));
  }
}

/** The texts under keys that are a slip for one that refers to this kind, or that hold a map where it takes an id. */
function misplaced(file: PlanFile, to: Kind): readonly string[] {
  return misplacedIn.of(file.document, to, () => readMisplaced(file, to));
}

const misplacedIn = new TreeAnswers<readonly string[]>();

function readMisplaced(file: PlanFile, to: Kind): readonly string[] {
  const { kind, root, document } = file;
  const texts: string[] = [];
  const readMap = (map: MapNode, { fields }: EntityShape): void => {
    for (const pair of map.members) readPair(pair, fields);
  };
  const readPair = (pair: Pair, fields: EntityShape['fields']): void => {
    const key = keyText(pair) ?? '';
    const known = fields.get(key);
    const value = resolved(pair.value);
    if (known && !(refers(known, to) && value?.kind === 'map')) read(value, known);
    else if (refers(known ?? meantField(key, fields), to)) texts.push(...textsIn(value));
  };
  const read = (at: Node | undefined, shape: ValueShape): void => {
    const node = resolved(at);
    if (node?.kind === 'map' && shape.entity) readMap(node, shape.entity);
    else if (node?.kind === 'map' && shape.map) for (const pair of node.members) read(pair.value, shape.map.value);
    else if (node?.kind === 'seq' && shape.item) for (const item of node.items) read(item, shape.item);
  };
  // Of an entry about which there is nothing to say, all keys are right.
  const sound = new SoundEntries(file);
  const { fields } = entityShapeOf(rootEntity[kind]);
  const top = resolved(document.root);
  if (!root || top?.kind !== 'map') return [];
  for (const pair of top.members) {
    const name = keyText(pair) ?? '';
    const shape = fields.get(name);
    const section = resolved(pair.value);
    if (!shape?.map || section?.kind !== 'map' || refers(shape, to)) readPair(pair, fields);
    else for (const entry of sound.others([name], section)) read(entry.value, shape.map.value);
  }
  return texts;
}

function meantField(key: string, fields: EntityShape['fields']): ValueShape | undefined {
  const nearest = key.startsWith('x-') ? undefined : nearestProperty(key, [...fields.keys()]);
  return nearest === undefined ? undefined : fields.get(nearest);
}

function refers(shape: ValueShape | undefined, to: Kind): boolean {
  return (shape?.scalar ?? shape?.item?.scalar)?.reference === to;
}

/** The scalars of a value, and the keys of its maps. */
function textsIn(at: Node | undefined): readonly string[] {
  const node = resolved(at);
  if (node?.kind === 'scalar') return [node.text];
  if (node?.kind === 'seq') return node.items.flatMap(textsIn);
  return (node?.members ?? []).flatMap((pair) => [keyText(pair) ?? '', ...textsIn(pair.value)]);
}

function holdsWord(text: string, id: string): boolean {
  const isPart = (char: string | undefined): boolean => char !== undefined && /[\w.-]/.test(char);
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
    if (!isPart(text[at - 1]) && !isPart(text[at + id.length])) return true;
  }
  return false;
}
