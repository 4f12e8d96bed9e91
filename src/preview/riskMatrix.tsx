import type { JSX } from 'preact';
import type { MatrixLevel, RiskLevel, RiskRow, RisksView } from '../core/views/risksModel';
import { entryKey } from './entries';
import { type MarkedEntry, entryAttributes } from './entryAttributes';

interface MatrixProps {
  readonly view: RisksView;
  readonly marked: MarkedEntry;
}

const levels: readonly RiskLevel[] = ['low', 'medium', 'high'];
const names: Readonly<Record<RiskLevel, string>> = { low: 'Low', medium: 'Medium', high: 'High' };

/** Probability by impact, each risk by its number. Hidden from assistive technology: the list says all of it. */
export function RiskMatrix({ view, marked }: MatrixProps): JSX.Element | null {
  const { probabilities, impacts, risks, unplaced } = view;
  if (!risks.some(({ place }) => place)) return unplaced ? <p class="hint">{`${unplaced}.`}</p> : null;
  return (
    <div class="matrix-frame">
      <div class="risk-matrix" aria-hidden="true">
        <span class="matrix-up">Probability</span>
        {probabilities.map((probability) => (
          <MatrixRow key={probability.level} probability={probability} view={view} marked={marked} />
        ))}
        <span class="matrix-corner">Impact</span>
        {impacts.map((impact) => (
          <LevelName key={impact.level} level={impact} />
        ))}
      </div>
      {unplaced && <p class="hint">{`${unplaced}.`}</p>}
    </div>
  );
}

function MatrixRow({ probability, view, marked }: MatrixProps & { readonly probability: MatrixLevel }): JSX.Element {
  return (
    <>
      <LevelName level={probability} />
      {view.impacts.map((impact) => {
        const here = view.risks.filter(
          ({ place }) => place?.probability === probability.level && place.impact === impact.level,
        );
        return (
          <span
            key={impact.level}
            class={`matrix-cell severity-${severityAt(probability.level, impact.level)} ${here.length > 0 ? 'taken' : ''}`}
          >
            {here.map((risk) => (
              <span
                key={entryKey(risk.entry)}
                class="matrix-risk"
                title={risk.title}
                {...entryAttributes(risk.entry, marked)}
              >
                <RiskNumber risk={risk} />
              </span>
            ))}
          </span>
        );
      })}
    </>
  );
}

function LevelName({ level: { level, text } }: { readonly level: MatrixLevel }): JSX.Element {
  return (
    <span class="matrix-level">
      <span>{names[level]}</span>
      <span class="level-text">{text}</span>
    </span>
  );
}

/** The ground of a cell, which is there whether a risk stands in it or not. */
function severityAt(probability: RiskLevel, impact: RiskLevel): RiskLevel {
  const place = levels.indexOf(probability) + levels.indexOf(impact);
  if (place < 2) return 'low';
  return place === 2 ? 'medium' : 'high';
}

/** The number of a risk in a ring of its severity, in the matrix and in the list. */
export function RiskNumber({ risk: { number, severity } }: { readonly risk: RiskRow }): JSX.Element | null {
  if (number === undefined) return null;
  return (
    <span class={`risk-number ${severity ? `severity-${severity}` : ''}`}>
      {number}
      {severity && <span class="for-reader">{`, severity ${severity}`}</span>}
    </span>
  );
}
