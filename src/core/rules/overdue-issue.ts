import { Temporal } from 'temporal-polyfill';
import { isAtRest } from '../analysis/pastPromises';
import { definitionsOf } from '../plan/planFile';
import { formatDate } from '../plan/scalars';
import { named } from './links/naming';
import { states } from './links/written';
import { defineRule } from './rule';
import { BrokenText } from './structure/brokenText';

export default defineRule({
  id: 'overdue-issue',
  group: 'communication',
  severity: 'warning',
  readsFileAlone: true,
  docs: {
    summary: 'An open issue whose due date is past.',
    why: 'An issue is a problem that is already there, and its due is the day from which it does harm. Past that day it is either solved and nobody has said so, or somebody has to be told that it is not. Closed and paused projects are left alone.',
    bad: `# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
issues:
  sandbox: { title: The provider’s test system is down at weekends, opened: 2026-08-24, due: 2026-09-11 }
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
issues:
  sandbox:
    title: The provider’s test system is down at weekends
    opened: 2026-08-24
    due: 2026-09-11
    status: resolved
    resolution: They have moved their backups to the night.
# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
`,
  },
  checkFile({ file, today, report }) {
    if (isAtRest(file)) return;
    const broken = new BrokenText(file.document);
    for (const issue of definitionsOf(file, 'issue')) {
      const { due, status } = issue.fields;
      const last = due?.value.last;
      if (!due || !last || Temporal.PlainDate.compare(last, today) >= 0 || status?.value === 'resolved') continue;
      // Somebody has said how it stands, in a way that cannot be read.
      if (broken.inEntry(issue.at) || (!status && states(file, issue.path, 'issue', 'status'))) continue;
      const message = `${named(issue)} had to be solved by ${formatDate(last)} and is still open: mark it as \`resolved\`, or give it a new date.`;
      report({ at: due.at, message });
    }
  },
});
