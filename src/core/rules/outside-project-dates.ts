import { overstepsIn } from './schedule/containment';
import { clamping, overstepOf, overstepReport, widening, type OverstepData } from './schedule/containmentWords';
import { defineRule } from './rule';

export default defineRule<OverstepData>({
  id: 'outside-project-dates',
  group: 'schedule',
  severity: 'warning',
  readsFileAlone: true,
  docs: {
    summary: 'A stated date of an item or a milestone outside the dates of its project.',
    why: 'The start and the end of a project are what everybody else plans with: people are booked from one to the other, and the money lasts that long. Work beyond them has nobody to do it. Either the date is wrong, or the project lasts longer than it says, and that is better said today. Work that is over is left alone. Where most of what a project dates lies beyond one of its ends, that end is reported, once.',
    bad: `# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
start: 2026-10-05
end: 2027-03-26
items:
  api: { title: Payment API, start: 2026-10-12, end: 2026-11-20 }
  form: { title: Payment form, start: 2027-03-01, end: 2027-04-09, depends_on: api }
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
start: 2026-10-05
end: 2027-04-09
items:
  api: { title: Payment API, start: 2026-10-12, end: 2026-11-20 }
  form: { title: Payment form, start: 2027-03-01, end: 2027-04-09, depends_on: api }
# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
`,
  },
  checkFile({ file, report }) {
    if (file.kind !== 'project') return;
    for (const overstep of overstepsIn(file)) {
      if (overstep.container.kind === 'project') report(overstepReport(overstep));
    }
  },
  fixes({ data, file, edit }) {
    const overstep = file.kind === 'project' ? overstepOf(file, data) : undefined;
    if (!overstep || file.kind !== 'project') return [];
    return [...clamping(overstep, file, edit), ...widening(overstep, file, edit)];
  },
});
