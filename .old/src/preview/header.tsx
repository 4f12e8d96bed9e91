import type { ComponentChildren, JSX } from 'preact';
import type { Fact } from '../core/views/model';
import { entryAttributes } from './entryAttributes';
import { StateIcon } from './icons';

interface HeaderProps {
  /** Empty: `untitled` stands for it. */
  readonly title: string;
  readonly untitled: string;
  /** The line of purpose beside the name. */
  readonly children?: ComponentChildren;
}

/** The name of what the file describes, and its purpose. */
export function Header({ title, untitled, children }: HeaderProps): JSX.Element {
  return (
    <header class="header">
      <h1 class={title ? 'name' : 'name untitled'}>{title || untitled}</h1>
      {children}
    </header>
  );
}

/** At most five facts above the chart. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): JSX.Element | null {
  if (facts.length === 0) return null;
  return (
    <dl class="facts">
      {facts.slice(0, 5).map((fact) => (
        <div class="fact" key={fact.label} {...(fact.entry ? entryAttributes(fact.entry, undefined) : {})}>
          <dt>{fact.label}</dt>
          <dd>
            {fact.state && <StateIcon kind={fact.state} />}
            <span class="value">{fact.value}</span>
            {fact.note && <span class="note">{fact.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
