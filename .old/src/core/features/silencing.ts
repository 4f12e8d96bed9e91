import { documentAfter, type SpanEdit } from '../edit/applyEdits';
import type { PlanEdit } from '../edit/editor';
import { hasNoNewProblem } from '../edit/expected';
import type { PlanFile } from '../plan/planFile';
import { directivesOf, reasonPlaceholder, type Directive } from '../rules/directives';
import type { Finding } from '../rules/finding';
import type { SyntaxDocument } from '../syntax/document';

const reason = ` -- ${reasonPlaceholder}`;

/**
 * The edit that silences the rule of a finding on its line: a comment above it, or one more id in the comment that is
 * there. Undefined where no comment can stand, as inside a text of several lines.
 */
export function silencedLine({ document, uri }: PlanFile, { rule, at }: Finding): PlanEdit | undefined {
  const { source } = document;
  const line = source.rangeOf(at)?.start.line;
  if (line === undefined) return undefined;
  const existing = directivesOf(document).find((each) => each.scope === 'next-line' && each.line === line);
  const start = Math.max(source.offsetAt({ line, character: 0 }), markLength(document));
  const end = source.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
  const indent = /^[ \t]*/.exec(source.slice(start, end))?.[0] ?? '';
  const edit = existing
    ? merged(document, existing, rule)
    : inserted(start, `${indent}# throughline-disable-next-line ${rule}${reason}${lineBreak(document)}`);
  const silenced = (directive: Directive): boolean =>
    directive.scope === 'next-line' && directive.line === (existing ? line : line + 1);
  return tried(document, uri, edit, rule, silenced);
}

/** The edit that silences the rule of a finding in its whole file. */
export function silencedFile({ document, uri }: PlanFile, { rule }: Finding): PlanEdit | undefined {
  const existing = directivesOf(document).find(({ scope }) => scope === 'file');
  const edit = existing
    ? merged(document, existing, rule)
    : inserted(markLength(document), `# throughline-disable ${rule}${reason}${lineBreak(document)}`);
  return tried(document, uri, edit, rule, ({ scope }) => scope === 'file');
}

/** The edit, where the file that results says that the rule is silent and reads as it did. */
function tried(
  document: SyntaxDocument,
  uri: string,
  edit: SpanEdit | undefined,
  rule: string,
  silences: (directive: Directive) => boolean,
): PlanEdit | undefined {
  const after = edit && documentAfter(document, [edit]);
  if (!edit || !after || !hasNoNewProblem(document, after)) return undefined;
  const isSilent = directivesOf(after).some((each) => silences(each) && each.rules.some(({ id }) => id === rule));
  return isSilent ? { edits: [{ uri, ...edit }] } : undefined;
}

function merged({ source }: SyntaxDocument, { at, rules }: Directive, rule: string): SpanEdit | undefined {
  const last = rules.at(-1);
  if (last) {
    const span = source.spanOf(last.at);
    return span && inserted(span.end, `, ${rule}`);
  }
  const span = source.spanOf(at);
  const word = span && /^#\s*throughline-disable(?:-next-line)?/.exec(source.slice(span.start, span.end));
  return word ? inserted(span.start + word[0].length, ` ${rule}`) : undefined;
}

function inserted(offset: number, newText: string): SpanEdit {
  return { span: { start: offset, end: offset }, newText };
}

/** A byte order mark stays where it is: at the start of the file. */
function markLength({ source }: SyntaxDocument): number {
  return source.slice(0, 1) === '\ufeff' ? 1 : 0;
}

/** The line break of the file's first line. */
function lineBreak({ source }: SyntaxDocument): string {
  for (const { text } of source.pieces) {
    const found = /\r\n?|\n/.exec(text);
    if (found) return found[0];
  }
  return '\n';
}
