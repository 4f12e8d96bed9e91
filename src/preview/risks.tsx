import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { EntryPath } from '../core/views/model';
import type { RiskRow, RisksView } from '../core/views/risksModel';
import { EmptyState } from './emptyState';
import { entryKey } from './entries';
import { type MarkedEntry, entryAttributes } from './entryAttributes';
import { Facts } from './header';
import { StateIcon } from './icons';
import { ProjectHeader } from './projectHeader';
import { RiskMatrix, RiskNumber } from './riskMatrix';
import { type Roving, useRoving } from './roving';
import { onTableKey } from './tableKeys';

interface RisksProps {
  readonly view: RisksView;
  readonly marked: MarkedEntry;
}

/** A project's risks: where each stands by probability and impact, and what is done about it. */
export function Risks({ view, marked }: RisksProps): JSX.Element {
  return (
    <>
      <ProjectHeader view={view} />
      <Facts facts={view.facts} />
      {view.risks.length > 0 && (
        <div class="risks">
          <RiskMatrix view={view} marked={marked} />
          <RiskTable view={view} marked={marked} />
        </div>
      )}
      {view.risks.length === 0 && !view.shown && <NoRisks />}
    </>
  );
}

function RiskTable({ view, marked }: RisksProps): JSX.Element {
  const body = useRef<HTMLTableSectionElement>(null);
  const ids = view.risks.map(({ entry }) => entryKey(entry));
  const roving = useRoving(body, ids);
  const hasOwners = view.risks.some(({ owner }) => owner !== undefined);
  return (
    <div class="table-scroll">
      <table class="table risk-table">
        <thead>
          <tr>
            <th scope="col">
              <span class="for-reader">Number</span>
            </th>
            <th scope="col" class="title-cell">
              Risk
            </th>
            <th scope="col">Exposure</th>
            <th scope="col" class="only-wide">
              Probability
            </th>
            <th scope="col" class="only-wide">
              Impact
            </th>
            {hasOwners && (
              <th scope="col" class="only-wide">
                Owner
              </th>
            )}
          </tr>
        </thead>
        <tbody
          ref={body}
          onFocusIn={roving.onFocusIn}
          onKeyDown={(event) => {
            onTableKey(event, ids, roving);
          }}
        >
          {view.risks.map((risk) => (
            <Row key={entryKey(risk.entry)} risk={risk} hasOwners={hasOwners} marked={marked} roving={roving} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly risk: RiskRow;
  readonly hasOwners: boolean;
  readonly marked: MarkedEntry;
  readonly roving: Roving;
}

function Row({ risk, hasOwners, marked, roving }: RowProps): JSX.Element {
  const answer = answerOf(risk);
  return (
    <tr
      class={risk.number === undefined ? 'closed' : undefined}
      {...entryAttributes(risk.entry, marked)}
      {...roving.stop(entryKey(risk.entry))}
    >
      <td class="number-cell">
        <RiskNumber risk={risk} />
      </td>
      <th scope="row" class="title-cell">
        <span class="row-title">
          <span class="row-state" title={risk.state.text}>
            <StateIcon kind={risk.state.kind} />
            <span class="for-reader">{risk.state.text}</span>
          </span>
          <span class="cut" title={risk.title}>
            {risk.title}
          </span>
        </span>
        <span class="cut answer" title={answer}>
          {answer}
        </span>
      </th>
      <td class="exposure">
        <span class="exposure-value">{risk.exposure ?? <span class="quiet">not known</span>}</span>
        {risk.share !== undefined && (
          <svg class="score-bar" width="100%" height="6" aria-hidden="true" focusable="false">
            <rect class="score-ground" width="100%" height="6" rx="3" />
            <rect class={`exposure-fill ${hueOf(risk)}`} width={`${String(risk.share * 100)}%`} height="6" rx="3" />
          </svg>
        )}
      </td>
      <td class="only-wide">{risk.probability ?? <Lacking />}</td>
      <td class="only-wide">
        {risk.impacts.length === 0 && <Lacking />}
        {risk.impacts.map((impact, index) => (
          <span key={index} class="impact">
            {impact}
          </span>
        ))}
      </td>
      {hasOwners && <td class="only-wide quiet">{risk.owner}</td>}
    </tr>
  );
}

function Lacking(): JSX.Element {
  return <span class="quiet">not stated</span>;
}

/** What is done about a risk: `'Mitigate: borrow ten from the depot'`. */
function answerOf({ state, response, plan, unanswered }: RiskRow): string {
  if (unanswered) return 'No answer yet: name a response, a plan or an owner';
  const said = [response, plan].filter((part) => part !== undefined).join(': ');
  const status = state.kind === 'todo' || state.kind === 'at-risk' ? [] : [state.text];
  return [...status, ...(said === '' ? [] : [said])].join('. ');
}

const hues = { low: 'hue-grey', medium: 'hue-yellow', high: 'hue-red' } as const;

function hueOf({ severity, number }: RiskRow): string {
  return number === undefined || !severity ? 'hue-grey' : hues[severity];
}

function NoRisks(): JSX.Element {
  return (
    <EmptyState
      title="No risks yet"
      text="A risk is what may go wrong, how likely that is, and what it would cost. Write this in the project:"
      yaml={`risks:
  scanners:
    title: Scanners come late
    probability: high
    impact: [9000 EUR, 2w]
    response: mitigate
    plan: Borrow ten from the depot`}
      starter="risk"
    />
  );
}

/** All risks of the list. */
export function riskEntries({ risks }: RisksView): readonly EntryPath[] {
  return risks.map(({ entry }) => entry);
}
