import { Temporal } from 'temporal-polyfill';
import { childItems, itemTree, topItems } from '../analysis/lineage';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { ProjectFile } from '../plan/planFile';
import { known } from './known';
import type { State } from './model';
import { entryOf, personName, textOf, titleOf } from './naming';
import { stateOf } from './projectState';
import { risksView } from './risks';
import type { AttentionLine } from './statusModel';
import { countText, dayText } from './texts';
import { WorkFacts } from './workFacts';

const late: State = { kind: 'off-track', text: 'Late' };
const open: State = { kind: 'at-risk', text: 'Open' };

/** What needs somebody: issues that are overdue, work that is late or blocked, risks, and changes nobody has approved. */
export function attentionLines(analysis: PlanAnalysis, file: ProjectFile): readonly AttentionLine[] {
  const lines = [
    ...issueLines(analysis, file),
    ...itemLines(analysis, file),
    ...riskLines(analysis, file),
    ...changeLines(analysis, file),
  ];
  const rank = ({ state: { kind } }: AttentionLine): number => (kind === 'off-track' ? 0 : 1);
  return [...lines].sort((one, other) => rank(one) - rank(other));
}

function issueLines({ plan, today }: PlanAnalysis, file: ProjectFile): readonly AttentionLine[] {
  return (file.root?.fields.issues?.value ?? []).flatMap((issue): readonly AttentionLine[] => {
    const { due, status, owner } = issue.fields;
    if (status?.value === 'resolved') return [];
    const last = due?.value.last;
    const days = last ? last.until(today).days : 0;
    const isOverdue = last !== undefined && Temporal.PlainDate.compare(last, today) < 0;
    const overdue = isOverdue ? `, ${countText(days, 'day')} overdue` : '';
    return [
      known({
        entry: entryOf(issue),
        kind: 'Issue' as const,
        title: titleOf(issue),
        state: isOverdue ? { kind: 'off-track' as const, text: 'Overdue' } : open,
        text: last ? `due ${dayText(last, today)}${overdue}` : 'open',
        owner: personName(plan, owner?.value),
      }),
    ];
  });
}

function itemLines(analysis: PlanAnalysis, file: ProjectFile): readonly AttentionLine[] {
  const facts = new WorkFacts(analysis, file);
  return [...itemTree(topItems(file))].flatMap((item): readonly AttentionLine[] => {
    const state = facts.state(item);
    const lateness = facts.lateness(item);
    const isBlocked = state.kind === 'blocked' && childItems(item).length === 0;
    if (!lateness && !isBlocked) return [];
    const [first, ...others] = facts.people(item).map((id) => analysis.plan.people.name(id));
    return [
      known({
        entry: entryOf(item),
        kind: 'Item' as const,
        title: titleOf(item),
        state: lateness ? late : stateOf('blocked'),
        text: [isBlocked && 'blocked', lateness].filter(Boolean).join(', '),
        owner: first === undefined || others.length === 0 ? first : `${first} +${String(others.length)}`,
      }),
    ];
  });
}

function riskLines(analysis: PlanAnalysis, file: ProjectFile): readonly AttentionLine[] {
  return risksView(analysis, file).risks.flatMap((risk): readonly AttentionLine[] => {
    const hasOccurred = risk.state.kind === 'off-track';
    if (risk.number === undefined || !(risk.severity === 'high' || risk.unanswered || hasOccurred)) return [];
    const text = [
      hasOccurred && 'has occurred',
      risk.severity && `severity ${risk.severity}`,
      risk.unanswered && 'no answer yet',
    ];
    return [
      known({
        entry: risk.entry,
        kind: 'Risk' as const,
        title: risk.title,
        state: hasOccurred ? risk.state : { kind: 'at-risk' as const, text: 'Risk' },
        text: text.filter((part) => typeof part === 'string').join(', '),
        owner: risk.owner,
      }),
    ];
  });
}

function changeLines({ plan }: PlanAnalysis, file: ProjectFile): readonly AttentionLine[] {
  return (file.root?.fields.changes?.value ?? []).flatMap((change): readonly AttentionLine[] => {
    const { approved_by, title, by } = change.fields;
    if (approved_by) return [];
    return [
      known({
        entry: entryOf(change),
        kind: 'Change' as const,
        title: textOf(title) ?? 'A change without a title',
        state: open,
        text: 'not approved',
        owner: personName(plan, by?.value),
      }),
    ];
  });
}
