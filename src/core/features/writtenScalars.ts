import type { PlanFile } from '../plan/planFile';
import { sizes } from '../plan/scalars';
import { entityShapeOf, type EntityShape, type MapShape, type ScalarShape, type ValueShape } from '../plan/shape';
import { isMerge } from '../syntax/link';
import { keyText, placeOf, placeOfPair, type MapNode, type Node, type ScalarNode } from '../syntax/tree';
import type { Place } from '../text/sourceText';
import type { Span } from '../text/span';

/** Takes a scalar of a file, and what the format says of it; undefined where it says nothing. */
export type ScalarVisitor = (node: ScalarNode, shape: ScalarShape | undefined) => void;

const rootEntities = { roadmap: 'product', project: 'project', settings: 'settings' } as const;

/**
 * Visits every scalar that is written in a file, and the keys whose form the format knows, in source order. What an
 * alias stands for is visited where it is written.
 *
 * @param wanted leaves out what lies outside of this span of absolute offsets
 */
export function visitScalars(file: PlanFile, visit: ScalarVisitor, wanted?: Span): void {
  if (!file.root) return;
  const walk = new Walk(file, visit, wanted);
  walk.node(file.document.root, { entity: entityShapeOf(rootEntities[file.kind]) });
}

class Walk {
  constructor(
    private readonly file: PlanFile,
    private readonly visit: ScalarVisitor,
    private readonly wanted: Span | undefined,
  ) {}

  /** Nesting is limited by the parser, so recursion is. */
  node(node: Node | undefined, shape: ValueShape): void {
    if (!node || node.kind === 'alias' || this.#isElsewhere(placeOf(node))) return;
    if (node.kind === 'scalar') this.visit(node, scalarShapeOf(shape));
    else if (node.kind === 'seq') for (const item of node.items) this.node(item, shape.item ?? {});
    else this.#map(node, shape);
  }

  #map(map: MapNode, shape: ValueShape): void {
    const entity = shape.entity ?? shape.item?.entity;
    for (const pair of map.pairs) {
      if (this.#isElsewhere(placeOfPair(pair))) continue;
      const name = keyText(pair);
      if (isMerge(pair)) {
        this.node(pair.value, shape);
      } else if (shape.map) {
        const keyShape = keyShapeOf(shape.map);
        if (keyShape && pair.key.kind === 'scalar') this.visit(pair.key, keyShape);
        this.node(pair.value, shape.map.value);
      } else if (name !== undefined) {
        this.node(pair.value, entity?.fields.get(name) ?? {});
      }
    }
  }

  #isElsewhere(at: Place): boolean {
    if (!this.wanted) return false;
    const span = this.file.document.source.spanOf(at);
    return !span || span.end < this.wanted.start || span.start > this.wanted.end;
  }
}

/** What a scalar is where it stands alone, for a list of one, or for an entity by its short form. */
function scalarShapeOf({ scalar, item, entity }: ValueShape): ScalarShape | undefined {
  return shorthandOf(entity ?? item?.entity) ?? scalar ?? item?.scalar;
}

function shorthandOf(entity: EntityShape | undefined): ScalarShape | undefined {
  const field = entity?.shorthand === undefined ? undefined : entity.fields.get(entity.shorthand);
  return field?.scalar ?? field?.item?.scalar;
}

function keyShapeOf({ keyScalar }: MapShape): ScalarShape | undefined {
  if (keyScalar === undefined) return undefined;
  return { scalar: keyScalar, anyScalar: false, ...(keyScalar === 'size' ? { values: sizes } : {}) };
}
