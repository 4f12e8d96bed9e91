import type { Product, Project } from '../plan/generated/entities';
import { plannedThoughRetired, retiredWork, type RetiredWork } from './closure/retiredWork';
import { counted, listed, named } from './links/naming';
import { defineRule, type Related, type Report } from './rule';
import { isClosed, isRetired } from './schedule/workState';

/** More places than these nobody follows. */
const mostRelated = 20;

export default defineRule({
  id: 'retired-product-work',
  group: 'communication',
  severity: 'warning',
  wholePlan: true,
  docs: {
    summary: 'Open work for a product that is retired.',
    why: 'A product that is retired has no more customers to serve, so work for it is money spent on nothing. Either the work is no longer needed, or it serves another product by now, or the product is not retired yet: while it is being wound down, its lifecycle is `decline`. A project is reported once for each such product, and the product’s own roadmap where it still plans features or releases.',
    bad: `# fax.roadmap.yaml
product: Fax gateway
owner: Alice Ng
lifecycle: retired
goals:
  uptime: Every order arrives
# upkeep.project.yaml
project: Gateway upkeep
manager: Bob Okoro
goal: uptime
items:
  drivers: { title: New modem drivers, status: in-progress }
`,
    good: `# fax.roadmap.yaml
product: Fax gateway
owner: Alice Ng
lifecycle: retired
goals:
  uptime: Every order arrives
# upkeep.project.yaml
project: Gateway upkeep
manager: Bob Okoro
goal: uptime
items:
  drivers: { title: New modem drivers, status: dropped }
`,
  },
  checkFile({ plan, file, analysis, report }) {
    if (file.kind === 'project' && file.root && !isClosed(file)) {
      for (const work of retiredWork(plan, file)) {
        const product = work.roadmap.root;
        if (product) report(projectReport(file.root, product, work));
      }
    }
    if (file.kind !== 'roadmap' || !file.root || !isRetired(file)) return;
    const planned = plannedThoughRetired(analysis, file);
    const lifecycle = file.root.fields.lifecycle;
    if (planned.length === 0 || !lifecycle) return;
    const [verb, them] = planned.length > 1 ? ['are', 'them'] : ['is', 'it'];
    const message = `${named(file.root)} is retired, but ${listed(planned.map(named))} ${verb} still planned for it: drop or cancel ${them}.`;
    const related = planned.slice(0, mostRelated).map((each) => ({
      at: each.fields.status?.at ?? each.key,
      message: `${named(each)} is planned.`,
    }));
    report({ at: lifecycle.at, message, related });
  },
});

function projectReport(project: Project, product: Product, { at, items }: RetiredWork): Report<null> {
  const [first, ...others] = items;
  const what = !first
    ? `${named(project)} is open, and`
    : `${others.length === 0 ? `${named(first)} is` : `${counted(items.length, 'item')} of ${named(project)} are`} open, and`;
  const [serves, it] = others.length > 0 ? ['serve', 'them'] : ['serves', 'it'];
  const { lifecycle } = product.fields;
  const related: Related[] = lifecycle ? [{ at: lifecycle.at, message: `${named(product)} is retired.` }] : [];
  const open = items.slice(0, mostRelated).map((item) => ({ at: item.key, message: `${named(item)} is open.` }));
  return {
    at,
    message: `${what} ${serves} only ${named(product)}, which is retired: ${first ? 'drop' : 'close'} ${it}, or link ${it} to a product that goes on.`,
    related: [...related, ...open],
  };
}
