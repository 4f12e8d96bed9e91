import type { JSX } from 'preact';
import type { GoalCard, KeyResultProgress, ServingProject, State } from '../core/views/model';
import { cardStop, lineStop } from './boardStops';
import { entryKey } from './entries';
import { type MarkedEntry, entryAttributes } from './entryAttributes';
import { CalendarIcon, FeatureIcon, PersonIcon, StateIcon } from './icons';
import { LinkAction, useLinkKey } from './linkAction';
import { ProgressTrack } from './progressTrack';
import type { Roving } from './roving';

interface GoalCardProps {
  readonly goal: GoalCard;
  readonly marked: MarkedEntry;
  readonly roving: Roving;
}

/** A goal as a card: why, who and by when, its key results, and what serves it. */
export function GoalCardArticle({ goal, marked, roving }: GoalCardProps): JSX.Element {
  const linkKey = useLinkKey(isGap(goal));
  return (
    <article
      class={`card ${goal.status}`}
      aria-label={goal.title}
      {...entryAttributes(goal.entry, marked)}
      {...roving.stop(cardStop(goal))}
      {...linkKey}
    >
      <h3>{goal.title}</h3>
      {goal.why && <p class="why">{goal.why}</p>}
      <CardMeta goal={goal} />
      {goal.keyResults.map((result) => {
        const key = entryKey(result.entry);
        return (
          <div
            key={key}
            class="line key-result"
            role="group"
            aria-label={result.title}
            {...entryAttributes(result.entry, marked)}
            {...roving.stop(lineStop(goal, key))}
          >
            <KeyResultLines result={result} />
          </div>
        );
      })}
      <ServedBy goal={goal} marked={marked} roving={roving} />
    </article>
  );
}

const endedStates: Readonly<Partial<Record<GoalCard['status'], State>>> = {
  achieved: { kind: 'done', text: 'Achieved' },
  dropped: { kind: 'dropped', text: 'Dropped' },
};

function CardMeta({ goal: { owner, target, status } }: Pick<GoalCardProps, 'goal'>): JSX.Element | null {
  const ended = endedStates[status];
  if (!owner && !target && !ended) return null;
  return (
    <p class="meta">
      {ended && (
        <span class="meta-entry">
          <StateIcon kind={ended.kind} />
          {ended.text}
        </span>
      )}
      {owner && (
        <span class="meta-entry" title={`Owner: ${owner}`}>
          <PersonIcon />
          <span class="for-reader">Owner: </span>
          <span class="cut">{owner}</span>
        </span>
      )}
      {target && (
        <span class="meta-entry" title={`Target: ${target}`}>
          <CalendarIcon />
          <span class="for-reader">Target: </span>
          {target}
        </span>
      )}
    </p>
  );
}

function KeyResultLines({ result }: { readonly result: KeyResultProgress }): JSX.Element {
  const { title, baseline, target, current, progress } = result;
  const now = current === undefined ? 'not measured' : `now ${current}`;
  const reach = [baseline && `from ${baseline}`, target && `to ${target}`].filter(Boolean).join(' ');
  return (
    <>
      <span class="measure">
        <span class="line-title" title={title}>
          {title}
        </span>
        <span class="now">{now}</span>
      </span>
      <span class="scale">
        <span class="end">{baseline}</span>
        <ProgressTrack name={reach ? `${title}, ${reach}` : title} valueText={now} progress={progress} />
        <span class="end target">{target}</span>
      </span>
    </>
  );
}

/** The foot of a card: the projects and features that serve the goal, or that there are none. */
function ServedBy({ goal, marked, roving }: GoalCardProps): JSX.Element | null {
  const unserved = unservedState(goal);
  if (goal.projects.length === 0 && !goal.features && !unserved) return null;
  return (
    <div class="served-by">
      {goal.projects.map((project) => (
        <ProjectLine key={entryKey(project.entry)} goal={goal} project={project} marked={marked} roving={roving} />
      ))}
      {unserved && (
        <div class="line-still">
          <StateIcon kind={unserved.kind} />
          <span class="line-title">{unserved.text}</span>
          {isGap(goal) && <LinkAction entry={goal.entry} name="Plan work for this goal" />}
        </div>
      )}
      {goal.features && (
        <div class="line-still">
          <FeatureIcon />
          <span class="line-title">{goal.features.text}</span>
          <span class="detail">{goal.features.detail}</span>
        </div>
      )}
    </div>
  );
}

/** What stands in the place of the projects of a goal that has none; nothing for a goal that has ended. */
function unservedState({ projects, features, status }: GoalCard): State | undefined {
  if (projects.length > 0) return undefined;
  if (status === 'active') return { kind: 'at-risk', text: 'No project yet' };
  if (status === 'proposed' && !features) return { kind: 'todo', text: 'Proposed, nothing planned yet' };
  return undefined;
}

/** Whether a goal asks for work that nobody has planned. */
function isGap(goal: GoalCard): boolean {
  return unservedState(goal)?.kind === 'at-risk';
}

interface ProjectLineProps extends GoalCardProps {
  readonly project: ServingProject;
}

function ProjectLine({ goal, project, marked, roving }: ProjectLineProps): JSX.Element {
  const { title, state, detail } = project;
  return (
    <div
      class="line"
      role="link"
      title={state.text}
      {...entryAttributes(project.entry, marked)}
      {...roving.stop(lineStop(goal, entryKey(project.entry)))}
    >
      <StateIcon kind={state.kind} />
      <span class="line-title" title={title}>
        {title}
      </span>
      {state.text.toLowerCase() !== detail?.toLowerCase() && <span class="for-reader">{state.text}</span>}
      <span class="detail">{detail}</span>
    </div>
  );
}
