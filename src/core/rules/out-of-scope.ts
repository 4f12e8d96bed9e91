import { itemTree, topItems } from '../analysis/lineage';
import type { Located } from '../plan/entity';
import type { Project } from '../plan/generated/entities';
import type { ProjectFile } from '../plan/planFile';
import { inQuotes, named } from './links/naming';
import { isClosed, isOver } from './schedule/workState';
import { plainWords } from './scope/plainWords';
import { defineRule } from './rule';

export default defineRule({
  id: 'out-of-scope',
  group: 'priority-and-scope',
  severity: 'info',
  texts: 'decide',
  readsFileAlone: true,
  docs: {
    summary: 'An item whose title repeats an entry of `scope.out`.',
    why: 'What a project does not do was agreed because somebody might expect it. When it turns up among the items all the same, either the agreement has changed and `scope` should say so, or the work does not belong here. Titles are compared as wholes: case, accents, articles, plurals, what stands in brackets and a first word such as “build” do not count, and every other word does. What an approved change adds is agreed.',
    bad: `# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
scope: { out: [Loyalty cards, Gift vouchers] }
items:
  api: Payment API
  loyalty: Build a loyalty card
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
scope: { out: [Loyalty cards, Gift vouchers] }
items:
  api: Payment API
# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
`,
  },
  checkFile({ file, report }) {
    if (file.kind !== 'project' || !file.root || isClosed(file)) return;
    const excluded = excludedBy(file.root);
    if (excluded.size === 0) return;
    const agreed = addedByChanges(file.root);
    for (const item of itemTree(topItems(file))) {
      const { title } = item.fields;
      const entry = title && excluded.get(plainWords(title.value));
      if (!entry || agreed.has(item.id) || isOver(item)) continue;
      const message = `${named(item)} is out of scope: ${inQuotes(entry.value)} is what ${ofProject(file)} does not do. Drop the item, or take the entry out of \`scope\`.`;
      report({ at: title.at, message, related: [{ at: entry.at, message: 'What is out of scope.' }] });
    }
  },
});

/** The entries of `scope.out` by their plain words; of two that say the same the first. */
function excludedBy({ fields: { scope } }: Project): ReadonlyMap<string, Located<string>> {
  const found = new Map<string, Located<string>>();
  const inside = new Set(scope?.value.fields.in?.value.map(({ value }) => plainWords(value)));
  for (const entry of scope?.value.fields.out?.value ?? []) {
    const words = plainWords(entry.value);
    // What is both in and out is for somebody to settle who knows which was meant.
    if (words !== '' && !inside.has(words) && !found.has(words)) found.set(words, entry);
  }
  return found;
}

/** The items that scope changes have added since. */
function addedByChanges({ fields: { changes } }: Project): ReadonlySet<string> {
  const added = changes?.value.flatMap(({ fields }) => fields.adds?.value ?? []) ?? [];
  return new Set(added.map(({ value }) => value.id));
}

function ofProject({ root }: ProjectFile): string {
  return root ? named(root) : 'the project';
}
