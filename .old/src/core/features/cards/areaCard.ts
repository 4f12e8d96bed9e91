import { answerableFor, assignmentOf, idsOf, type Answerable } from '../../analysis/responsibility';
import { escapeMarkdown } from '../../plan/markdown';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { areaById, areaMarkdown, holdersOf } from '../../plan/roles';
import { firstFew } from './card';
import { fileTitle } from './naming';

/** Files beside the one that is read whose answer is told too. */
const shownElsewhere = 3;

/** A responsibility area: what it is, whose it usually is and why, and whose it is here. */
export function areaCard(plan: Plan, file: PlanFile, area: string): string {
  return [areaMarkdown(area, plan.customRoles), whoseHere(plan, file, area)].filter((part) => part !== '').join('\n\n');
}

/** The same in short, for a key that stands for the area and has a text of its own. */
export function areaOfKey(plan: Plan, file: PlanFile, area: string): string {
  const holders = holdersOf(area, plan.customRoles).map(({ title }) => title);
  const why = areaById(area)?.why;
  const usually = `- **Usually held by:** ${escapeMarkdown(holders.length > 0 ? holders.join(', ') : 'nobody by default')}`;
  const reason = why === undefined ? [] : [`- **Why:** ${escapeMarkdown(why)}`];
  return [usually, ...reason, whoseHere(plan, file, area)].filter((line) => line !== '').join('\n');
}

/** A list: who answers for the area in the file that is read, and in others where that is written down. */
function whoseHere(plan: Plan, file: PlanFile, area: string): string {
  const own = file.kind === 'settings' || !file.root ? [] : [ownLine(plan, file, area)];
  const others = [...plan.roadmaps, ...plan.projects].filter((other) => other.uri !== file.uri);
  const found = others.flatMap((other) => answerableFor(plan, other, area) ?? []);
  const isAnsweredHere = own.length > 0 && answerableFor(plan, file, area) !== undefined;
  // What follows from roles elsewhere matters only where nothing is said here.
  const told = isAnsweredHere ? found.filter(({ assignment }) => assignment) : found;
  const rest = told.length - shownElsewhere;
  return [
    ...own,
    ...told.slice(0, shownElsewhere).map((answer) => line(answer.file, answerText(plan, answer))),
    ...(rest > 0 ? [`- and in ${String(rest)} more ${rest === 1 ? 'file' : 'files'}`] : []),
  ].join('\n');
}

function ownLine(plan: Plan, file: PlanFile, area: string): string {
  const answer = answerableFor(plan, file, area);
  if (answer) return line(file, answerText(plan, answer));
  const assignment = assignmentOf(file, area);
  const others = assignment ? otherParts(plan, assignment.fields) : '';
  return line(file, `nobody is accountable yet${others === '' ? '' : `; ${others}`}`);
}

function line(file: PlanFile, text: string): string {
  return `- **In ${escapeMarkdown(fileTitle(file))}:** ${escapeMarkdown(text)}`;
}

function answerText(plan: Plan, { file, people, assignment }: Answerable): string {
  const names = firstFew(people.map((id) => plan.people.name(id)));
  if (!assignment) return `${names}, as its ${file.kind === 'roadmap' ? 'owner' : 'manager'}`;
  const others = otherParts(plan, assignment.fields);
  const note = assignment.fields.note?.value;
  return [`${names}, accountable`, others, note === undefined ? '' : `note: ${note}`]
    .filter((part) => part !== '')
    .join('; ');
}

type Parts = NonNullable<ReturnType<typeof assignmentOf>>['fields'];

function otherParts(plan: Plan, fields: Parts): string {
  const parts = ['responsible', 'consulted', 'informed'] as const;
  return parts
    .flatMap((part) => {
      const names = idsOf(fields[part]?.value).map((id) => plan.people.name(id));
      return names.length === 0 ? [] : [`${part}: ${names.join(', ')}`];
    })
    .join('; ');
}
