import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { EntryPath } from '../core/views/model';
import type { MoneyCell, MoneyLine, MoneyPeriod, MoneyView } from '../core/views/moneyModel';
import { EmptyState } from './emptyState';
import { entryKey } from './entries';
import { type MarkedEntry, entryAttributes } from './entryAttributes';
import { Facts, Header } from './header';
import { StateIcon } from './icons';
import { MoneyBars } from './moneyBars';
import { type Roving, stopAt, useRoving } from './roving';

interface MoneyProps {
  readonly view: MoneyView;
  readonly marked: MarkedEntry;
}

/** The profit and loss of a product: a chart of its periods, and the statement. */
export function Money({ view, marked }: MoneyProps): JSX.Element {
  return (
    <>
      <Header title={view.title} untitled="A product without a name">
        {view.purpose && <p class="purpose">{view.purpose}</p>}
      </Header>
      <Facts facts={view.facts} />
      {view.periods.length > 0 ? (
        <>
          <MoneyBars view={view} marked={marked} />
          <Statement view={view} marked={marked} />
          {view.hint !== undefined && <p class="hint">{view.hint}</p>}
        </>
      ) : (
        <NoMoney />
      )}
    </>
  );
}

/** The statement: a line for each figure, a column for each period. The periods are the stops of the arrow keys. */
function Statement({ view, marked }: MoneyProps): JSX.Element {
  const { periods, lines, currency } = view;
  const head = useRef<HTMLTableSectionElement>(null);
  const ids = periods.map(({ entry }) => entryKey(entry));
  const roving = useRoving(head, ids);
  return (
    <div class="table-scroll">
      <table class="table statement">
        <thead
          ref={head}
          onFocusIn={roving.onFocusIn}
          onKeyDown={(event) => {
            onHeadKey(event, ids, roving);
          }}
        >
          <tr>
            <th scope="col" class="line-name">
              {currency}
            </th>
            {periods.map((period) => (
              <PeriodHead key={entryKey(period.entry)} period={period} marked={marked} roving={roving} />
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={`${line.kind} ${line.title}`} line={line} periods={periods} marked={marked} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface PeriodHeadProps {
  readonly period: MoneyPeriod;
  readonly marked: MarkedEntry;
  readonly roving: Roving;
}

function PeriodHead({ period, marked, roving }: PeriodHeadProps): JSX.Element {
  const { entry, title, isNow, actual } = period;
  return (
    <th
      scope="col"
      class={isNow ? 'number period now' : 'number period'}
      {...entryAttributes(entry, marked)}
      {...roving.stop(entryKey(entry))}
    >
      {title}
      <span class="basis">{[actual ? 'actual' : 'forecast', isNow && 'now'].filter(Boolean).join(', ')}</span>
    </th>
  );
}

interface LineProps {
  readonly line: MoneyLine;
  readonly periods: readonly MoneyPeriod[];
  readonly marked: MarkedEntry;
}

function Line({ line: { kind, title, cells }, periods, marked }: LineProps): JSX.Element {
  return (
    <tr class={`line-${kind}`}>
      <th scope="row" class="line-name">
        {title}
      </th>
      {periods.map(({ entry }, index) => {
        const key = entryKey(entry);
        // A click on a cell selects its period; the mark is said once, at the head of the column.
        return (
          <td key={key} class={key === marked ? 'number in-mark' : 'number'} data-entry={key}>
            <Cell cell={cells[index] ?? { text: '' }} />
          </td>
        );
      })}
    </tr>
  );
}

function Cell({ cell: { text, basis, difference, worse, loss } }: { readonly cell: MoneyCell }): JSX.Element {
  if (text === '') return <span class="quiet">–</span>;
  return (
    <>
      <span class={basis === 'forecast' ? 'amount expected' : 'amount'}>
        {loss && <StateIcon kind="off-track" />}
        {text}
      </span>
      {difference !== undefined && (
        <span class="difference" title={`${difference} against the forecast`}>
          {worse && <StateIcon kind="at-risk" />}
          {difference}
          <span class="for-reader">{worse ? ' against the forecast, for the worse' : ' against the forecast'}</span>
        </span>
      )}
    </>
  );
}

function onHeadKey(event: KeyboardEvent, ids: readonly string[], roving: Roving): void {
  const from = stopAt(event.target);
  const index = from === undefined ? -1 : ids.indexOf(from);
  if (index < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
  const targets: Readonly<Record<string, string | undefined>> = {
    ArrowRight: ids[index + 1],
    ArrowLeft: ids[index - 1],
    Home: ids[0],
    End: ids.at(-1),
  };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  roving.focus(target);
}

function NoMoney(): JSX.Element {
  return (
    <EmptyState
      title="No profit and loss yet"
      text="What a product brings in and costs, by period, as it is expected and as it came. Write this in the roadmap:"
      yaml={`profit_and_loss:
  2026-Q4:
    forecast: { revenue: 450000 EUR, cost: 383000 EUR, units: 1480 }
    actual: { revenue: 428000 EUR, cost: { people: 310000 EUR, hosting: 28000 EUR } }`}
    />
  );
}

/** All entries that the statement has a column for. */
export function moneyEntries({ periods }: MoneyView): readonly EntryPath[] {
  return periods.map(({ entry }) => entry);
}
