import { startOf } from '../../analysis/calendar';
import { projectLine } from '../../analysis/lineage';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import { workdaysLate, workdaysText } from '../../analysis/rollUp/lateness';
import type { ProjectRollUp } from '../../analysis/rollUp/rollUps';
import { criticalLength } from '../../analysis/schedule/criticalLength';
import type { ProjectFile } from '../../plan/planFile';
import { formatDate } from '../../plan/scalars';
import { cardMarkdown, fact, firstFew, type Fact } from './card';
import { projectCostFacts } from './costFacts';
import { forecastFact } from './forecastFact';
import { fileTitle, titleFrom } from './naming';
import { finishText, healthFact, openFinish, progressText } from './progressFacts';
import { workingDaysText } from './workingTime';

/** A project: what it is for, how far it is, when it ends, and what it costs. */
export function projectCard(analysis: PlanAnalysis, file: ProjectFile): string {
  const { plan, rollUps } = analysis;
  const { manager, phase, summary } = file.root?.fields ?? {};
  const work = rollUps.project(file);
  const goals = projectLine(plan, file)?.goals ?? [];
  const isClosed = phase?.value === 'closed';
  return cardMarkdown({
    title: fileTitle(file),
    kind: ['Project', ...(phase ? [phase.value] : [])],
    facts: [
      fact('Manager', manager && plan.people.name(manager.value.id)),
      fact(goals.length > 1 ? 'Goals' : 'Goal', firstFew(goals.map((goal) => titleFrom(plan, goal, file)))),
      fact('Progress', progressText(work)),
      finishFact(analysis, file, work),
      ...(isClosed ? [] : [forecastFact(analysis, file, 'the end'), criticalPath(analysis, file)]),
      ...projectCostFacts(analysis, file),
      isClosed ? undefined : healthFact(work.health),
    ],
    text: summary?.value,
  });
}

/** When its open work ends, against the end that it is committed to. */
function finishFact(analysis: PlanAnalysis, file: ProjectFile, work: ProjectRollUp): Fact | undefined {
  const end = file.root?.fields.end?.value;
  const text = finishText(work);
  if (!end) return fact('Finish', text);
  const late = workdaysLate(analysis.progress(file).calendar, end, openFinish(work), analysis.today);
  const committed = `committed to ${formatDate(end)}`;
  if (text === undefined) return fact('Finish', committed);
  return fact('Finish', `${text}, ${late ? `${workdaysText(late)} late: ` : ''}${committed}`);
}

function criticalPath(analysis: PlanAnalysis, file: ProjectFile): Fact | undefined {
  const length = criticalLength(analysis.schedule, file, startOf(analysis.today) ?? 0);
  const { calendar } = analysis.progress(file);
  return fact('Critical path', length === undefined ? undefined : `${workingDaysText(length, calendar)} to go`);
}
