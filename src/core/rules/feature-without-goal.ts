import { definitionsButItems } from '../analysis/picking';
import type { Feature } from '../plan/generated/entities';
import type { PlanFile } from '../plan/planFile';
import { goalFixes, offeredGoals } from './links/goalFixes';
import { named, titleOf } from './links/naming';
import { isHollow, states } from './links/written';
import { defineRule } from './rule';
import { BrokenText } from './structure/brokenText';

interface Data {
  readonly [key: string]: readonly string[];
  readonly path: readonly string[];
}

export default defineRule<Data>({
  id: 'feature-without-goal',
  group: 'lineage',
  severity: 'warning',
  texts: 'choose',
  docs: {
    summary: 'A planned or running feature that serves no goal.',
    why: 'A feature is a means. Without the goal that it serves nobody can say whether it worked, or whether something smaller would have done, and all project work that delivers it hangs in the air. What is only an idea, and what has been released or dropped, needs none.',
    bad: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
features:
  one-click: { title: Pay in one click, goal: faster }
  dark-screen: Dark screen
`,
    good: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
features:
  one-click: { title: Pay in one click, goal: faster }
  dark-screen: { title: Dark screen, status: idea }
`,
  },
  checkFile({ file, analysis, report }) {
    const broken = new BrokenText(file.document);
    for (const feature of featuresIn(file)) {
      const silent =
        states(file, feature.path, 'feature', 'goal') || isHollow(file, feature) || broken.inEntry(feature.at);
      if (silent) continue;
      const status = analysis.featureStatuses.of(feature);
      if (status !== 'planned' && status !== 'in-progress') continue;
      const what = status === 'planned' ? 'is planned and' : 'is being built and';
      const message = `${named(feature)} ${what} serves no goal: name the goal that it is for, or make it an idea with \`status: idea\`.`;
      report({ at: feature.key, message, data: { path: feature.path } });
    }
  },
  fixes({ data: { path }, ...context }) {
    const feature = featuresIn(context.file).find((each) => each.path.join('\0') === path.join('\0'));
    const { title, description, requirements = { value: [] } } = feature?.fields ?? {};
    const about = [title?.value, description?.value, ...requirements.value.map(({ value }) => value)];
    const words = about.filter((text) => text !== undefined);
    return feature && titleOf(feature) !== undefined
      ? goalFixes(context, words, [{ path, where: 'here', limit: offeredGoals }])
      : [];
  },
});

function featuresIn(file: PlanFile): readonly Feature[] {
  return definitionsButItems(file).filter((entity): entity is Feature => entity.kind === 'feature');
}
