import type { ReleaseCard, ReleasesView } from '../../views/releasesModel';
import { progressCell, stateCell } from '../cells';
import { cell, factsBlock, type Block, type ViewDocument } from '../viewDocument';

/** Each release with its features and with what has to be ready. */
export function releasesDocument(view: ReleasesView): Omit<ViewDocument, 'view'> {
  return {
    title: view.title,
    purpose: view.purpose,
    blocks: [...factsBlock(view.facts), ...view.releases.flatMap(releaseBlocks)],
  };
}

function releaseBlocks(release: ReleaseCard): readonly Block[] {
  const { title, state, date, left, late, owner, goals, features, checks, runway } = release;
  const said = [state.text, date, left, late, owner].filter((part) => part !== undefined);
  const marks = runway?.marks.filter(({ kind }) => kind !== 'date').map(({ label, day }) => `${label} ${day}`) ?? [];
  const forecast = [
    ...(marks.length > 0 ? [`Forecast: ${marks.join(', ')}`] : []),
    ...(runway?.meets === undefined ? [] : [`in time with ${runway.meets}`]),
    ...(runway?.leftOut === undefined ? [] : [runway.leftOut]),
  ];
  const lines = [
    ...(goals.length > 0 ? [`For ${goals.map((goal) => goal.title).join(', ')}`] : []),
    ...(forecast.length > 0 ? [forecast.join(', ')] : []),
  ];
  return [
    { kind: 'heading', text: title, note: said.join(', ') },
    ...(lines.length > 0 ? [{ kind: 'text' as const, text: lines.join('\n\n') }] : []),
    partsTable(title, features, checks),
  ];
}

/** One table for both, so that a spreadsheet gets all releases in one. */
function partsTable(release: string, features: ReleaseCard['features'], checks: ReleaseCard['checks']): Block {
  return {
    kind: 'table',
    title: release,
    columns: [
      { title: 'Release' },
      { title: 'Kind' },
      { title: 'Title', weight: 3 },
      { title: 'State' },
      { title: 'Progress', numeric: true },
      { title: 'Owner' },
      { title: 'Due' },
      { title: 'Area' },
    ],
    rows: [
      ...features.map(({ title, state, progress, owner }) => ({
        cells: [
          cell(release),
          cell('feature'),
          cell(title),
          stateCell(state),
          progressCell(progress),
          cell(owner),
          cell(undefined),
          cell(undefined),
        ],
      })),
      ...checks.map(({ title, state, owner, due, area }) => ({
        cells: [
          cell(release),
          cell('check'),
          cell(title),
          stateCell(state),
          cell(undefined),
          cell(owner),
          cell(due),
          cell(area),
        ],
      })),
    ],
  };
}
