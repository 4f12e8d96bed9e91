import { topItems } from '../analysis/lineage';
import type { AnyEntity } from '../plan/entity';
import type { Item } from '../plan/generated/entities';
import { definitionsOf, type ProjectFile } from '../plan/planFile';
import { counted, listed, named } from './links/naming';
import { states } from './links/written';
import { defineRule } from './rule';
import { mayBeOver } from './schedule/overdue';
import { openLeaves } from './schedule/workState';
import { BrokenText } from './structure/brokenText';

/** More places than these nobody follows. */
const mostRelated = 20;
/** As many are named, more are counted. */
const mostNamed = 3;

export default defineRule({
  id: 'open-work-at-closure',
  group: 'communication',
  severity: 'warning',
  readsFileAlone: true,
  docs: {
    summary: 'A closed project with open items, risks or issues.',
    why: 'When a project is closed its people go elsewhere, and what is still open in it belongs to nobody. Each of it was either finished, or dropped, or has to be handed over to somebody who will see to it. Ask before the files are archived.',
    bad: `# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
phase: closed
items:
  api: { title: Payment API, status: done }
  receipts: { title: Receipts by mail, status: in-progress }
issues:
  fees: Two refunds were charged twice
# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
`,
    good: `# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
phase: closed
items:
  api: { title: Payment API, status: done }
  receipts: { title: Receipts by mail, status: dropped }
issues:
  fees: { title: Two refunds were charged twice, status: resolved }
# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
`,
  },
  checkFile({ file, report }) {
    const phase = file.kind === 'project' ? file.root?.fields.phase : undefined;
    if (file.kind !== 'project' || !file.root || phase?.value !== 'closed') return;
    // What could not be read may say how it ended.
    if (new BrokenText(file.document).any) return;
    const open = { item: openItems(file), risk: openEntries(file, 'risk'), issue: openEntries(file, 'issue') };
    const all = Object.values(open).flat();
    if (all.length === 0) return;
    const [they, them, verb] = all.length > 1 ? ['they', 'them', 'are'] : ['it', 'it', 'is'];
    const message = `${named(file.root)} is closed, but ${openText(open)} ${verb} still open: say how ${they} ended, or hand ${them} over.`;
    const related = all.slice(0, mostRelated).map((each) => ({ at: each.key, message: `${named(each)} is open.` }));
    report({ at: phase.at, message, related });
  },
});

/** `the item “A” and the risk “B”`, `4 items, 1 risk and 2 issues`. */
function openText(open: Readonly<Record<string, readonly AnyEntity[]>>): string {
  const kinds = Object.entries(open);
  const isShort = kinds.reduce((sum, [, entities]) => sum + entities.length, 0) <= mostNamed;
  return listed(
    kinds.flatMap(([kind, entities]) => {
      if (isShort) return entities.map((entity) => `the ${kind} ${named(entity)}`);
      return entities.length > 0 ? [counted(entities.length, kind)] : [];
    }),
  );
}

function openItems(file: ProjectFile): readonly Item[] {
  return topItems(file)
    .flatMap(openLeaves)
    .filter((item) => item.fields.progress?.value !== 100 && !mayBeOver(file, item));
}

/** A risk that has occurred is an issue from then on; the risk itself is over. */
function openEntries(file: ProjectFile, kind: 'risk' | 'issue'): readonly AnyEntity[] {
  return definitionsOf(file, kind).filter(({ fields: { status }, path }) => {
    if (!status) return !states(file, path, kind, 'status');
    return status.value === 'open';
  });
}
