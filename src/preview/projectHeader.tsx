import type { JSX } from 'preact';
import type { ProjectViewBase } from '../core/views/model';
import { entryKey } from './entries';
import { Header } from './header';
import { Triangle } from './icons';
import { LinkAction } from './linkAction';

interface ProjectHeaderProps {
  readonly view: Pick<ProjectViewBase, 'entry' | 'title' | 'goals' | 'purpose'>;
}

/** The head of every view of a project: its name and what it is for. */
export function ProjectHeader({ view }: ProjectHeaderProps): JSX.Element {
  return (
    <Header title={view.title} untitled="A project without a name">
      <Purpose view={view} />
    </Header>
  );
}

function Purpose({ view: { entry, goals, purpose } }: ProjectHeaderProps): JSX.Element {
  return (
    <>
      {goals.length > 0 ? (
        <p class="purpose">
          {'for '}
          {goals.map((goal, index) => (
            <span key={entryKey(goal.entry)}>
              {index > 0 && ', '}
              <button type="button" class="link" data-entry={entryKey(goal.entry)} data-opens>
                {goal.title}
              </button>
            </span>
          ))}
        </p>
      ) : (
        <>
          <p class="no-goal-note">
            <Triangle />
            No goal yet
            <LinkAction entry={entry} name="Link the project to a goal" isStop />
          </p>
          {purpose && <p class="purpose">{purpose}</p>}
        </>
      )}
    </>
  );
}
