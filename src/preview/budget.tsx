import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { BudgetLineRow, BudgetView } from '../core/views/budgetModel';
import type { EntryPath } from '../core/views/model';
import { EmptyState } from './emptyState';
import { entryKey } from './entries';
import { type MarkedEntry, entryAttributes } from './entryAttributes';
import { Facts } from './header';
import { StateIcon, Triangle } from './icons';
import { ProjectHeader } from './projectHeader';
import { type Roving, useRoving } from './roving';
import { onTableKey } from './tableKeys';
import { ValueChart } from './valueChart';

interface BudgetProps {
  readonly view: BudgetView;
  readonly marked: MarkedEntry;
}

/** A project's money: curves over time, lines, and the figures of earned value. */
export function Budget({ view, marked }: BudgetProps): JSX.Element {
  const isEmpty = view.facts.length === 0 && view.lines.length === 0 && !view.shown;
  return (
    <>
      <ProjectHeader view={view} />
      <Facts facts={view.facts} />
      {isEmpty ? (
        <NoBudget />
      ) : (
        <div class="budget">
          {view.chart && <ValueChart chart={view.chart} />}
          {(view.lines.length > 0 || view.sums.length > 0) && <LineTable view={view} marked={marked} />}
          <Figures view={view} />
        </div>
      )}
    </>
  );
}

function LineTable({ view, marked }: BudgetProps): JSX.Element {
  const body = useRef<HTMLTableElement>(null);
  const ids = [...view.lines, ...view.sums].flatMap(({ entry }) => (entry ? [entryKey(entry)] : []));
  const roving = useRoving(body, ids);
  const hasCategories = view.lines.some(({ category }) => category !== undefined);
  return (
    <section aria-label="Budget lines">
      <div class="table-scroll">
        <table
          class="table budget-table"
          ref={body}
          onFocusIn={roving.onFocusIn}
          onKeyDown={(event) => {
            onTableKey(event, ids, roving);
          }}
        >
          <thead>
            <tr>
              <th scope="col" class="title-cell">
                Budget line
              </th>
              {hasCategories && (
                <th scope="col" class="only-wide">
                  Category
                </th>
              )}
              <th scope="col" class="number">
                Planned
              </th>
              <th scope="col" class="number">
                Spent
              </th>
              <th scope="col" class="only-wide">
                Spent of planned
              </th>
              <th scope="col" class="number only-wide">
                Rest
              </th>
            </tr>
          </thead>
          <tbody>
            {view.lines.map((line, index) => (
              <Row key={index} line={line} hasCategories={hasCategories} marked={marked} roving={roving} />
            ))}
          </tbody>
          {view.sums.length > 0 && (
            <tbody class="sums">
              {view.sums.map((line) => (
                <Row key={line.title} line={line} hasCategories={hasCategories} marked={marked} roving={roving} />
              ))}
            </tbody>
          )}
        </table>
      </div>
      {view.reconciliation && (
        <p class="hint remark">
          {view.reconciliation.isWarning && <Triangle />}
          {`${view.reconciliation.text}.`}
        </p>
      )}
    </section>
  );
}

interface RowProps {
  readonly line: BudgetLineRow;
  readonly hasCategories: boolean;
  readonly marked: MarkedEntry;
  readonly roving: Roving;
}

function Row({ line, hasCategories, marked, roving }: RowProps): JSX.Element {
  const { entry, title, category, planned, spent, share, rest, isOver } = line;
  return (
    <tr
      class={entry ? undefined : 'still'}
      {...(entry ? { ...entryAttributes(entry, marked), ...roving.stop(entryKey(entry)) } : {})}
    >
      <th scope="row" class="title-cell">
        <span class="row-title">
          {isOver && <StateIcon kind="off-track" />}
          <span class="cut" title={title}>
            {title}
          </span>
          {isOver && <span class="for-reader">{rest}</span>}
        </span>
      </th>
      {hasCategories && <td class="only-wide quiet">{category}</td>}
      <td class="number">{planned ?? '–'}</td>
      <td class="number">{spent ?? '–'}</td>
      <td class="only-wide">
        {share !== undefined && (
          <span class="spent-share">
            <svg class="score-bar" width="100%" height="6" aria-hidden="true" focusable="false">
              <rect class="score-ground" width="100%" height="6" rx="3" />
              <rect
                class={`exposure-fill ${isOver ? 'hue-red' : 'hue-blue'}`}
                width={`${String(Math.min(1, share) * 100)}%`}
                height="6"
                rx="3"
              />
            </svg>
            <span>{`${String(Math.round(share * 100))} %`}</span>
          </span>
        )}
      </td>
      <td class="number only-wide">{rest}</td>
    </tr>
  );
}

function Figures({ view: { figures, remarks } }: Pick<BudgetProps, 'view'>): JSX.Element | null {
  if (figures.length === 0 && remarks.length === 0) return null;
  return (
    <section aria-label="Earned value">
      <h2 class="part-title">Earned value</h2>
      <dl class="figures">
        {figures.map(({ name, title, value, meaning, isBad }) => (
          <div class="figure" key={name}>
            <dt>
              <span class="figure-name">{name}</span>
              <span>{title}</span>
            </dt>
            <dd>
              <span class="figure-value">
                {isBad && <StateIcon kind="off-track" />}
                {value}
              </span>
              <span class="figure-meaning">{meaning}</span>
            </dd>
          </div>
        ))}
      </dl>
      {remarks.map((remark) => (
        <p key={remark} class="hint">{`${remark}.`}</p>
      ))}
    </section>
  );
}

function NoBudget(): JSX.Element {
  return (
    <EmptyState
      title="No budget yet"
      text="A budget says what the project may cost, and line by line what has been spent. Write this in the project:"
      yaml={`budget:
  total: 120000 EUR
  lines:
    development: { title: Development, planned: 100000 EUR, spent: 52000 EUR }
    scanners: { title: Scanners, planned: 20000 EUR }`}
      starter="budget"
    />
  );
}

/** The lines of the budget, and what is stated of it as a whole. */
export function budgetEntries({ lines, sums }: BudgetView): readonly EntryPath[] {
  return [...lines, ...sums].flatMap(({ entry }) => (entry ? [entry] : []));
}
