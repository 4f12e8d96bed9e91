import type { RiskLevel, RisksView } from '../../views/risksModel';
import { stateCell } from '../cells';
import { cell, factsBlock, purposeOf, type Tone, type ViewDocument } from '../viewDocument';

const tones: Readonly<Record<RiskLevel, Tone | undefined>> = { low: undefined, medium: 'warning', high: 'bad' };

/** The risks of a project, the highest exposure first. */
export function risksDocument(view: RisksView): Omit<ViewDocument, 'view'> {
  return {
    title: view.title,
    purpose: purposeOf(view),
    blocks: [
      ...factsBlock(view.facts),
      {
        kind: 'table',
        columns: [
          { title: 'No.', numeric: true },
          { title: 'Risk', weight: 3 },
          { title: 'State' },
          { title: 'Severity' },
          { title: 'Probability' },
          { title: 'Impact' },
          { title: 'Exposure' },
          { title: 'Response' },
          { title: 'Plan', weight: 2 },
          { title: 'Owner' },
        ],
        rows: view.risks.map((risk) => ({
          cells: [
            cell(risk.number === undefined ? '' : String(risk.number)),
            cell(risk.title),
            stateCell(risk.state),
            cell(risk.severity, risk.severity && tones[risk.severity]),
            cell(risk.probability),
            cell(risk.impacts.join(', ')),
            { text: risk.exposure ?? '', share: risk.share },
            risk.unanswered ? cell('none', 'warning') : cell(risk.response),
            cell(risk.plan),
            cell(risk.owner),
          ],
        })),
      },
      ...(view.unplaced === undefined ? [] : [{ kind: 'text' as const, text: view.unplaced }]),
    ],
  };
}
