import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { EditValue } from '../edit/editor';
import type { ProjectFile } from '../plan/planFile';
import { formatDate, writeDate } from '../plan/scalars';
import { statusLog, type StatusLog } from './communication/statusLog';
import { counted, named } from './links/naming';
import { offer } from './links/offer';
import { states } from './links/written';
import { defineRule } from './rule';

export default defineRule<true, { days: number }>({
  id: 'stale-status',
  group: 'communication',
  severity: 'warning',
  readsFileAlone: true,
  options: {
    days: {
      type: 'integer',
      description: 'How many days old the last status update of a project in execution may be.',
      default: 14,
      minimum: 1,
    },
  },
  docs: {
    summary: 'A project in execution whose last status update is over two weeks old.',
    why: 'Stakeholders who hear nothing ask, or assume the best until it is too late to help. Whoever has begun to report should go on at a steady pace, if only to say that all is as planned. A project without any update is left alone: it reports elsewhere. So is one that is paused.',
    bad: `# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
phase: execution
status_updates:
  - date: 2026-08-28
    by: Bob Okoro
    summary: The interface of the provider is agreed.
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
phase: execution
status_updates:
  - date: 2026-08-28
    by: Bob Okoro
    summary: The interface of the provider is agreed.
  - date: 2026-09-11
    by: Bob Okoro
    summary: The first payments went through on Tuesday.
# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
`,
  },
  checkFile({ file, today, options: { days }, report }) {
    if (file.kind !== 'project' || !file.root || file.root.fields.phase?.value !== 'execution') return;
    const log = statusLog(file);
    if (!log || isPaused(file, log)) return;
    const age = log.date.value.until(today, { largestUnit: 'days' }).days;
    if (age <= days) return;
    const message = `The last status update of ${named(file.root)} is of ${formatDate(log.date.value)}, ${counted(age, 'day')} ago: say how it stands today.`;
    report({ at: log.date.at, message, data: true });
  },
  fixes({ file, today, analysis, edit }) {
    const log = file.kind === 'project' ? statusLog(file) : undefined;
    if (file.kind !== 'project' || !log) return [];
    const update = { date: writeDate(today), ...updateLike(log, file, analysis) };
    const add = log.isNewestFirst ? 'prependToList' : 'appendToList';
    const title = `Add a status update for ${formatDate(today)}`;
    return offer(title, edit[add](file.uri, ['status_updates'], update), { preferred: true });
  },
});

/** By the project's own health; where it states none, by what was reported last. */
function isPaused(file: ProjectFile, { latest }: StatusLog): boolean {
  const { health } = file.root?.fields ?? {};
  if (!health && states(file, [], 'project', 'health')) return true;
  return (health ?? latest.fields.health)?.value === 'paused';
}

/** The properties that the latest update has, with what is known today; what is to be told stands as a question. */
function updateLike({ latest, date }: StatusLog, file: ProjectFile, analysis: PlanAnalysis): Record<string, EditValue> {
  const { by, health } = latest.fields;
  const isKnown = by && analysis.plan.resolve(by.value, file).status !== 'unknown';
  const state = health && healthToday(file, analysis);
  return {
    ...(isKnown ? { by: by.value.text } : {}),
    ...(state === undefined ? {} : { health: state }),
    summary: `What has changed since ${formatDate(date.value)}?`,
  };
}

/** As the manager states it, else as the figures have it. */
function healthToday(file: ProjectFile, { rollUps }: PlanAnalysis): string | undefined {
  const { stated, computed } = rollUps.project(file).health;
  return stated ?? (computed === 'done' ? undefined : computed);
}
