import assert from 'node:assert/strict';
import type { PlanService } from '../../../../src/core/service';
import type { PlanFilter, PlanNode } from '../../../../src/core/views/planTree/model';
import { planFrom } from '../../planFrom';

/** A node with all that is below it. */
export interface Grown {
  readonly node: PlanNode;
  readonly below: readonly Grown[];
}

/** The whole tree of a service, asked for level by level as the sidebar does. */
export function grownTree(service: PlanService, filter: PlanFilter = {}): readonly Grown[] {
  const seen = new Set<string>();
  const level = (id: string | null): readonly Grown[] => {
    const [nodes] = service.planTree(filter, [id]);
    assert.ok(nodes, `the tree has no node ${String(id)}`);
    return nodes.map((node) => {
      assert.ok(!seen.has(node.id), `two nodes have the id ${node.id}`);
      seen.add(node.id);
      assert.deepEqual(JSON.parse(JSON.stringify(node)), node, 'a node is the same after a way through JSON');
      const below = level(node.id);
      assert.equal(node.children !== 'none', below.length > 0, `what ${node.title} says of its children`);
      return { node, below };
    });
  };
  return level(null);
}

/** A node a line, indented by its depth: what it is and what it is called. */
export function linesOf(tree: readonly Grown[], indent = ''): readonly string[] {
  return tree.flatMap(({ node, below }) => [`${indent}${node.kind} ${node.title}`, ...linesOf(below, `${indent}  `)]);
}

/** Everything in a tree, parents first. */
export function nodesOf(tree: readonly Grown[]): readonly PlanNode[] {
  return tree.flatMap(({ node, below }) => [node, ...nodesOf(below)]);
}

/** The tree of some files as lines. */
export async function treeOf(
  files: Readonly<Record<string, string>>,
  filter: PlanFilter = {},
  today = '2026-05-04',
): Promise<readonly string[]> {
  const { service } = await planFrom(files, today);
  return linesOf(grownTree(service, filter));
}
