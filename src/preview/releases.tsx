import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { EntryPath, State } from '../core/views/model';
import type { ReleaseCard, ReleaseCheck, ReleaseFeature, ReleasesView, Runway } from '../core/views/releasesModel';
import { NoReleases } from './emptyState';
import { entryKey } from './entries';
import { type MarkedEntry, entryAttributes } from './entryAttributes';
import { Facts, Header } from './header';
import { CalendarIcon, PersonIcon, ReleaseIcon, StateIcon } from './icons';
import { ProgressTrack } from './progressTrack';
import { type Roving, stopAt, useRoving } from './roving';
import { percentOf } from './timelineRows';

interface ReleasesProps {
  readonly view: ReleasesView;
  readonly marked: MarkedEntry;
}

/** The releases of a roadmap, each with its features, its readiness and its forecast. */
export function Releases({ view, marked }: ReleasesProps): JSX.Element {
  return (
    <>
      <Header title={view.title} untitled="A product without a name">
        {view.purpose && <p class="purpose">{view.purpose}</p>}
      </Header>
      <Facts facts={view.facts} />
      {view.releases.length > 0 && <Cards view={view} marked={marked} />}
      {view.releases.length === 0 && !view.shown && <NoReleases />}
    </>
  );
}

function Cards({ view, marked }: ReleasesProps): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const ids = view.releases.flatMap(stopsOf);
  const roving = useRoving(list, ids);
  return (
    <div
      class="releases"
      ref={list}
      onFocusIn={roving.onFocusIn}
      onKeyDown={(event) => {
        onListKey(event, ids, roving);
      }}
    >
      {view.releases.map((release) => (
        <Card key={entryKey(release.entry)} release={release} marked={marked} roving={roving} />
      ))}
    </div>
  );
}

function cardStop({ entry }: ReleaseCard): string {
  return `release ${entryKey(entry)}`;
}

function goalStop(release: ReleaseCard, goal: EntryPath): string {
  return `goal ${cardStop(release)} ${entryKey(goal)}`;
}

/** A feature stands below the release that it is in, and below no other. */
function lineStop({ entry }: ReleaseFeature | ReleaseCheck): string {
  return `line ${entryKey(entry)}`;
}

function stopsOf(release: ReleaseCard): readonly string[] {
  const goals = release.goals.map(({ entry }) => goalStop(release, entry));
  return [cardStop(release), ...goals, ...release.features.map(lineStop), ...release.checks.map(lineStop)];
}

/** Up and down through the releases and the lines in them; from release to release with the keys of pages. */
function onListKey(event: KeyboardEvent, ids: readonly string[], roving: Roving): void {
  const from = stopAt(event.target);
  const index = from === undefined ? -1 : ids.indexOf(from);
  if (index < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
  const isCard = (id: string): boolean => id.startsWith('release ');
  const targets: Readonly<Record<string, () => string | undefined>> = {
    ArrowDown: () => ids[index + 1],
    ArrowUp: () => ids[index - 1],
    PageDown: () => ids.slice(index + 1).find(isCard),
    PageUp: () => ids.slice(0, index).reverse().find(isCard),
    Home: () => ids[0],
    End: () => ids.at(-1),
  };
  const target = targets[event.key]?.();
  if (target === undefined) return;
  event.preventDefault();
  roving.focus(target);
}

interface CardProps {
  readonly release: ReleaseCard;
  readonly marked: MarkedEntry;
  readonly roving: Roving;
}

function Card({ release, marked, roving }: CardProps): JSX.Element {
  const { title, state, features, checks, featureText, checkText, runway } = release;
  return (
    <article
      class={`card release-card ${state.kind === 'done' || state.kind === 'dropped' ? 'ended' : ''}`}
      aria-label={title}
      {...entryAttributes(release.entry, marked)}
      {...roving.stop(cardStop(release))}
    >
      <CardHead release={release} roving={roving} />
      {runway && <RunwayLine runway={runway} />}
      {(features.length > 0 || checks.length > 0) && (
        <div class="release-parts">
          <Lines
            title="Features"
            summary={featureText}
            lines={features}
            empty="No feature names this release"
            {...{ marked, roving }}
          />
          <Lines
            title="Readiness"
            summary={checkText}
            lines={checks}
            empty="Nothing to check"
            {...{ marked, roving }}
          />
        </div>
      )}
    </article>
  );
}

function CardHead({ release, roving }: Pick<CardProps, 'release' | 'roving'>): JSX.Element {
  const { title, state, date, left, late, owner, goals, progress } = release;
  return (
    <>
      <div class="release-head">
        <ReleaseIcon />
        <h2>{title}</h2>
        <StateText state={state} />
        {date !== undefined && (
          <span class="release-date">
            <CalendarIcon />
            <span class="value">{date}</span>
            {(late ?? left) !== undefined && (
              <span class="note">{[left, late].filter((part) => part !== undefined).join(', ')}</span>
            )}
          </span>
        )}
      </div>
      <div class="release-meta">
        {goals.length > 0 && (
          <p class="purpose">
            {'for '}
            {goals.map((goal, index) => (
              <span key={entryKey(goal.entry)}>
                {index > 0 && ', '}
                <button
                  type="button"
                  class="link"
                  data-entry={entryKey(goal.entry)}
                  data-opens
                  {...roving.stop(goalStop(release, goal.entry))}
                >
                  {goal.title}
                </button>
              </span>
            ))}
          </p>
        )}
        {owner !== undefined && (
          <span class="meta-entry" title={`Owner: ${owner}`}>
            <PersonIcon />
            <span class="for-reader">Owner: </span>
            {owner}
          </span>
        )}
      </div>
      {progress !== undefined && (
        <div class="release-progress">
          <ProgressTrack
            name={`Progress of ${title}`}
            valueText={`${String(percentOf(progress))} %`}
            progress={progress}
          />
          <span class="percent">{`${String(percentOf(progress))} %`}</span>
        </div>
      )}
    </>
  );
}

function StateText({ state }: { readonly state: State }): JSX.Element {
  return (
    <span class="state-text">
      <StateIcon kind={state.kind} />
      {state.text}
    </span>
  );
}

const markNames = { date: 'Release', plan: 'Planned finish', p50: 'P50', p80: 'P80' } as const;

/** The way from today to the date: the planned finish, and by when it is finished with 50 and 80 % probability. */
function RunwayLine({ runway: { marks, meets, leftOut } }: { readonly runway: Runway }): JSX.Element {
  return (
    <>
      <RunwayDrawing marks={marks} />
      <dl class="facts runway-facts">
        {marks.map(({ kind, day, late }) => (
          <div class="fact" key={kind}>
            <dt>{markNames[kind]}</dt>
            <dd>
              {late && <StateIcon kind={kind === 'p80' ? 'at-risk' : 'off-track'} />}
              <span class="value">{day}</span>
              {late && <span class="note">after the date</span>}
            </dd>
          </div>
        ))}
        {meets !== undefined && (
          <div class="fact">
            <dt>In time</dt>
            <dd>
              <span class="value">{meets}</span>
              <span class="note">of the simulated runs</span>
            </dd>
          </div>
        )}
      </dl>
      {leftOut !== undefined && <p class="hint">{`Forecast ${leftOut}.`}</p>}
    </>
  );
}

/** Hidden from assistive technology: the days stand below it. */
function RunwayDrawing({ marks }: Pick<Runway, 'marks'>): JSX.Element {
  const xOf = (kind: Runway['marks'][number]['kind']): string | undefined => {
    const mark = marks.find((each) => each.kind === kind);
    return mark && `${String(2 + mark.at * 95)}%`;
  };
  const [date, plan, p50, p80] = [xOf('date'), xOf('plan'), xOf('p50'), xOf('p80')];
  return (
    <svg class="runway" width="100%" height="24" aria-hidden="true" focusable="false">
      <line class="ground" x1="2%" x2="97%" y1="16" y2="16" />
      <line class="today-line" x1="2%" x2="2%" y1="9" y2="23" />
      {p50 !== undefined && p80 !== undefined && (
        <g class="p80">
          <line x1={p50} x2={p80} y1="16" y2="16" />
          <line x1={p50} x2={p50} y1="12" y2="20" />
          <line x1={p80} x2={p80} y1="11" y2="21" />
        </g>
      )}
      {plan !== undefined && (
        <svg x={plan} y="16" overflow="visible">
          <path class="diamond hue-blue" d="M0-5l5 5-5 5-5-5Z" />
        </svg>
      )}
      {date !== undefined && (
        <svg x={date} y="0" overflow="visible">
          <path class="pole" d="M0.5 2V22" />
          <path class="cloth" d="M0.5 2h10l-2.4 3.6 2.4 3.6h-10Z" />
        </svg>
      )}
    </svg>
  );
}

interface LinesProps {
  readonly title: string;
  readonly summary: string | undefined;
  readonly lines: readonly (ReleaseFeature | ReleaseCheck)[];
  readonly empty: string;
  readonly marked: MarkedEntry;
  readonly roving: Roving;
}

function Lines({ title, summary, lines, empty, marked, roving }: LinesProps): JSX.Element {
  return (
    <section>
      <div class="part-head">
        <h3>{title}</h3>
        <span class="summary">{summary ?? empty}</span>
      </div>
      <ul>
        {lines.map((line) => (
          <li key={entryKey(line.entry)}>
            <div class="line" role="link" {...entryAttributes(line.entry, marked)} {...roving.stop(lineStop(line))}>
              <StateIcon kind={line.state.kind} />
              <span class="for-reader">{`${line.state.text}: `}</span>
              <span class="line-title" title={`${line.title}, ${line.state.text}`}>
                {line.title}
              </span>
              <LineDetail line={line} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function LineDetail({ line }: { readonly line: ReleaseFeature | ReleaseCheck }): JSX.Element {
  const { owner } = line;
  if ('due' in line || 'area' in line) {
    return (
      <>
        <span class="detail only-wide">
          {[owner?.replace(/\s.*/s, ''), line.area].filter((part) => part !== undefined).join(', ')}
        </span>
        <span class="line-day">{line.due}</span>
      </>
    );
  }
  const progress = 'progress' in line ? line.progress : undefined;
  return (
    <>
      <span class="detail only-wide">{owner?.replace(/\s.*/s, '')}</span>
      <span class="line-day">{progress === undefined ? line.state.text : `${String(percentOf(progress))} %`}</span>
    </>
  );
}

/** All entries that a release has a card or a line for. */
export function releaseEntries({ releases }: ReleasesView): readonly EntryPath[] {
  return releases.flatMap(({ entry, features, checks }) => [
    entry,
    ...[...features, ...checks].map((line) => line.entry),
  ]);
}
