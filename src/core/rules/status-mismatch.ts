import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { PlanFile } from '../plan/planFile';
import { FeatureMismatches } from './schedule/featureMismatches';
import type { Mismatch } from './schedule/mismatch';
import { workMismatches } from './schedule/workMismatches';
import { defineRule } from './rule';

interface Data {
  readonly [key: string]: string | readonly string[];
  readonly kind: string;
  readonly path: readonly string[];
}

export default defineRule<Data>({
  id: 'status-mismatch',
  group: 'schedule',
  severity: 'warning',
  docs: {
    summary: 'A status that the progress, the actual dates or the items behind it contradict.',
    why: 'Status, progress and dates are written by different people on different days, and each is believed by somebody. Where they contradict each other, one of them is wrong, and the report that is made from it too. Reported are: what is done to less than 100%, or begun and still `todo`; what is finished by its date and open by its status; an item that is finished while something under it is open; what was finished before it was started, or is to happen in the future; a feature whose stated status leaves no room for what its items say; and an item that is planned for another release than its feature. Keys that are left out contradict nothing.',
    bad: `# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
items:
  api: { title: Payment API, status: done, progress: 60% }
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
  api: { title: Payment API, status: in-progress, progress: 60% }
# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
`,
  },
  *checkPlan({ plan, analysis, report }) {
    const features = new FeatureMismatches(analysis);
    for (const file of plan.files.values()) {
      for (const { kind, entity, at, message, related } of mismatchesIn(analysis, file, features)) {
        report({ at, message, related, data: { kind, path: entity.path } });
      }
      yield;
    }
  },
  fixes({ data, file, analysis, edit }) {
    const key = data.path.join('\0');
    const mismatch = mismatchesIn(analysis, file, new FeatureMismatches(analysis)).find(
      ({ kind, entity }) => kind === data.kind && entity.path.join('\0') === key,
    );
    return mismatch?.fixes(edit) ?? [];
  },
});

function mismatchesIn({ today }: PlanAnalysis, file: PlanFile, features: FeatureMismatches): readonly Mismatch[] {
  return [...workMismatches(file, today), ...features.in(file)];
}
