import { rules } from '../../rules/registry';
import type { Span } from '../../text/span';
import type { Candidate } from './candidate';
import type { CursorLine } from './cursorLine';
import { ruleCandidate } from './roles';

/** The rules that a comment may silence, where the cursor is among its ids; undefined in any other comment. */
export interface DirectivePlace {
  readonly span: Span;
  readonly typed: string;
  readonly candidates: readonly Candidate[];
}

const form = /#\s*throughline-disable(?:-next-line)?\s(?:[^\s,]+[\s,]+)*?([^\s,]*)$/;

export function directivePlace({ start, text, column }: CursorLine): DirectivePlace | undefined {
  const before = text.slice(0, column);
  const typed = form.exec(before)?.[1];
  // What stands behind two dashes is the reason.
  if (typed === undefined || /\s--(?:\s|$)/.test(before)) return undefined;
  const rest = /^[^\s,]*/.exec(text.slice(column))?.[0] ?? '';
  const named = new Set(text.split(/[\s,]+/));
  const candidates = rules
    .filter((rule) => rule.id !== 'syntax' && !('checkDirectives' in rule))
    .filter(({ id }) => id === typed + rest || !named.has(id))
    .map(ruleCandidate);
  return { span: { start: start + column - typed.length, end: start + column + rest.length }, typed, candidates };
}
