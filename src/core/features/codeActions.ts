import { CodeActionKind, type CodeAction, type Diagnostic } from 'vscode-languageserver-types';
import { createEditor, type Editor, type PlanEdit } from '../edit/editor';
import type { PlanFile } from '../plan/planFile';
import type { Finding } from '../rules/finding';
import { fixesOf } from '../rules/fixes';
import { ruleById } from '../rules/registry';
import type { Fix } from '../rules/rule';
import type { PlanState } from './planState';
import type { Span } from '../text/span';
import { fixAllKind, isWanted } from './actionKinds';
import { diagnosticOf, type DiagnosticOptions } from './diagnostics';
import { fixedFiles, type RuleOf } from './fixAll';
import { refactorActions } from './refactorings/refactorActions';
import { silencedFile, silencedLine } from './silencing';
import { workspaceEdit, type EditTarget } from './workspaceEdits';

/** What a client asks for, and what it can take. */
export interface CodeActionRequest extends EditTarget, DiagnosticOptions {
  /** The kinds that are asked for; absent: whatever helps at the place. */
  readonly only?: readonly string[] | undefined;
  /** What the client shows at the place; an action names the very diagnostics that it settles. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the client asks for the edit of an action when somebody takes it: it is left out until then. */
  readonly resolvesEdits?: boolean;
  /** Whether the client runs the commands of Throughline. */
  readonly runsCommands?: boolean;
  /** Whether the client asks by itself, as at each move of the cursor. */
  readonly isAutomatic?: boolean;
}

/**
 * What can be done about the findings that a span (absolute offsets) touches: the fixes of their rules, and comments
 * that silence these; then the refactorings of what it selects. Where they are asked for by kind, all certain fixes of
 * the file as one.
 *
 * @param ruleOf the rules by their ids
 */
export function codeActions(
  state: PlanState,
  uri: string,
  span: Span,
  request: CodeActionRequest,
  ruleOf: RuleOf = ruleById,
): readonly CodeAction[] {
  const file = state.plan.files.get(uri);
  if (!file) return [];
  const desk = new Desk(state, file, request, ruleOf);
  const quickFixes = isWanted(CodeActionKind.QuickFix, request.only) ? desk.quickFixes(span) : [];
  const refactorings = refactorActions(state, file, span, request);
  const fixAll = request.only && isWanted(fixAllKind, request.only) ? desk.fixAll() : undefined;
  return [...quickFixes, ...refactorings, ...(fixAll ? [fixAll] : [])];
}

/** Makes the actions of one file. */
class Desk {
  readonly #editor: Editor;

  constructor(
    private readonly state: PlanState,
    private readonly file: PlanFile,
    private readonly request: CodeActionRequest,
    private readonly ruleOf: RuleOf,
  ) {
    this.#editor = createEditor((uri) => state.plan.files.get(uri)?.document);
  }

  quickFixes(span: Span): readonly CodeAction[] {
    const findings = this.#findings().filter((finding) => this.#touches(finding, span));
    const fixes = findings.flatMap((finding) => this.#fixes(finding).flatMap((fix) => this.#fixAction(finding, fix)));
    return [...fixes, ...this.#silences(findings)];
  }

  fixAll(): CodeAction | undefined {
    const fixed = fixedFiles(this.state, [this.file.uri], this.ruleOf);
    const edit = fixed && workspaceEdit(this.state.plan, fixed.edit, this.request);
    return edit && { title: 'Fix all that Throughline can fix for certain', kind: fixAllKind, edit };
  }

  #findings(): readonly Finding[] {
    return this.state.findings(this.file.uri);
  }

  #touches({ at }: Finding, { start, end }: Span): boolean {
    const span = this.file.document.source.spanOf(at);
    return span !== undefined && span.start <= end && start <= span.end;
  }

  #fixes(finding: Finding): readonly Fix[] {
    return fixesOf(finding, this.ruleOf(finding.rule), this.state.analysis, this.#editor);
  }

  #fixAction(finding: Finding, { title, edit, preferred }: Fix): readonly CodeAction[] {
    const changes = workspaceEdit(this.state.plan, edit, this.request);
    if (!changes) return [];
    const diagnostics = this.#diagnostics([finding]);
    return [
      {
        title,
        kind: CodeActionKind.QuickFix,
        ...(diagnostics.length > 0 ? { diagnostics } : {}),
        ...(preferred ? { isPreferred: true } : {}),
        edit: changes,
      },
    ];
  }

  /** Once for each rule and line, and once for each rule: findings that one comment silences go together. */
  #silences(findings: readonly Finding[]): readonly CodeAction[] {
    const { source } = this.file.document;
    const silent = findings.filter((finding) => this.#canBeSilenced(finding));
    const lines = grouped(silent, ({ rule, at }) => `${rule} ${String(source.rangeOf(at)?.start.line)}`);
    const here = lines.flatMap(([first, ...more]) =>
      this.#silenceAction(`Silence \`${first.rule}\` here`, [first, ...more], silencedLine(this.file, first)),
    );
    const inFile = grouped(silent, ({ rule }) => rule).flatMap(([first, ...more]) =>
      this.#silenceAction(`Silence \`${first.rule}\` in this file`, [first, ...more], silencedFile(this.file, first)),
    );
    return [...here, ...inFile];
  }

  /** What is no YAML has to be mended, and a comment about comments would only be the next to speak of. */
  #canBeSilenced({ rule, plainSyntax }: Finding): boolean {
    const found = this.ruleOf(rule);
    return found !== undefined && !plainSyntax && rule !== 'syntax' && !('checkDirectives' in found);
  }

  #silenceAction(title: string, findings: readonly Finding[], edit: PlanEdit | undefined): readonly CodeAction[] {
    const changes = edit && workspaceEdit(this.state.plan, edit, this.request);
    if (!changes) return [];
    return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [...this.#diagnostics(findings)], edit: changes }];
  }

  /** The client's own where it shows the finding. */
  #diagnostics(findings: readonly Finding[]): Diagnostic[] {
    return findings.flatMap((finding) => {
      const own = diagnosticOf(this.state.plan, finding, this.request);
      if (!own) return [];
      return this.request.diagnostics.find((shown) => isSame(shown, own)) ?? own;
    });
  }
}

/** Findings with an equal key together, in the order of the first of each. */
function grouped(findings: readonly Finding[], key: (finding: Finding) => string): readonly [Finding, ...Finding[]][] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const group = groups.get(key(finding));
    if (group) group.push(finding);
    else groups.set(key(finding), [finding]);
  }
  return [...groups.values()];
}

function isSame(one: Diagnostic, other: Diagnostic): boolean {
  return one.code === other.code && one.message === other.message && sameRange(one.range, other.range);
}

function sameRange(one: Diagnostic['range'], other: Diagnostic['range']): boolean {
  return (
    one.start.line === other.start.line &&
    one.start.character === other.start.character &&
    one.end.line === other.end.line &&
    one.end.character === other.end.character
  );
}
