import type { JSX } from 'preact';
import type { RoleCard } from '../core/views/rolesModel';
import { type MarkedEntry, entryAttributes } from './entryAttributes';

interface CardsProps {
  readonly cards: readonly RoleCard[];
  readonly marked: MarkedEntry;
}

/** What each role is for, whose it is, and how far it holds its own areas. */
export function RoleCards({ cards, marked }: CardsProps): JSX.Element {
  return (
    <section class="role-cards" aria-label="Roles">
      <h2>Roles</h2>
      <ul>
        {cards.map(({ id, entry, title, people, question, summary, apart }) => (
          <li key={id} class="role-card" {...(entry ? entryAttributes(entry, marked) : {})}>
            <h3>{title}</h3>
            <p class={people.length > 0 ? 'role-people' : 'role-people quiet'}>{people.join(', ') || 'Nobody here'}</p>
            {question && <p class="question">{question}</p>}
            {summary && <p class="question">{summary}</p>}
            {apart && <p class="apart">{apart}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
