import { overstepsIn } from './schedule/containment';
import { overstepOf, overstepReport, widening, type OverstepData } from './schedule/containmentWords';
import { defineRule } from './rule';

export default defineRule<OverstepData>({
  id: 'outside-parent-dates',
  group: 'schedule',
  severity: 'warning',
  readsFileAlone: true,
  docs: {
    summary: 'A stated date of an item outside the stated dates of the item that holds it.',
    why: 'An item with children lasts from the first of them to the last. Who reads only the upper level, and that is most people, believes dates that its parts do not keep. Its start also holds the children back, so that an earlier start of theirs means nothing. Leave the dates of the parent out, and they follow from its children; or widen them. Where most of the children lie beyond one end, that end is reported, once.',
    bad: `# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
items:
  payment:
    title: Payment
    start: 2026-10-05
    end: 2026-11-20
    items:
      api: { title: Payment API, start: 2026-10-05, end: 2026-10-30 }
      form: { title: Payment form, start: 2026-11-02, end: 2026-12-11, depends_on: api }
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
items:
  payment:
    title: Payment
    start: 2026-10-05
    end: 2026-12-11
    items:
      api: { title: Payment API, start: 2026-10-05, end: 2026-10-30 }
      form: { title: Payment form, start: 2026-11-02, end: 2026-12-11, depends_on: api }
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
      if (overstep.container.kind === 'item') report(overstepReport(overstep));
    }
  },
  fixes({ data, file, edit }) {
    const overstep = file.kind === 'project' ? overstepOf(file, data) : undefined;
    return overstep && file.kind === 'project' ? widening(overstep, file, edit) : [];
  },
});
