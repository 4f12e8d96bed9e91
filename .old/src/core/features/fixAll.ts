import { documentAfter } from '../edit/applyEdits';
import { createEditor, type Editor, type PlanEdit } from '../edit/editor';
import { EditHistory, offsetAfter } from '../edit/editHistory';
import { hasNoNewProblem } from '../edit/expected';
import type { PlanFile } from '../plan/planFile';
import type { Finding } from '../rules/finding';
import { fixesOf } from '../rules/fixes';
import { ruleById } from '../rules/registry';
import type { Rule } from '../rules/rule';
import type { PlanState } from './planState';

/** What the certain fixes of some files come to. */
export interface FixedFiles {
  /** All of it as one change of the texts as they are now. */
  readonly edit: PlanEdit;
  /** By their file, and in a file by their place. */
  readonly applied: readonly AppliedFix[];
}

export interface AppliedFix {
  readonly uri: string;
  readonly rule: string;
  readonly title: string;
  /** In the text with all fixes, counted from 0. */
  readonly line: number;
}

/**
 * Works out what is left of some files when every certain fix is applied, also those for what only shows once others
 * are: fixes that are in each other's way come one after the other. One that changes another file than its finding's,
 * breaks what could be read, or leaves its finding as it is, is left out.
 *
 * @param ruleOf the rules by their ids
 * @returns undefined where nothing is certain
 */
export function fixedFiles(
  state: PlanState,
  uris: readonly string[],
  ruleOf: RuleOf = ruleById,
): FixedFiles | undefined {
  const repair = new Repair(state, uris, ruleOf);
  repair.run();
  return repair.result();
}

export type RuleOf = (id: string) => Rule | undefined;

/** Each uncovers what the ones before have hidden, which is seldom more than once. */
const mostRounds = 20;

interface Chosen {
  readonly finding: Finding;
  readonly title: string;
  readonly edit: PlanEdit;
  /** Where the finding starts. */
  readonly offset: number;
}

interface Applied {
  readonly uri: string;
  readonly rule: string;
  readonly title: string;
  readonly offset: number;
}

class Repair {
  readonly #histories = new Map<string, EditHistory>();
  /** Fixes that do not do what they say. */
  readonly #refused = new Set<string>();
  #state: PlanState;
  #applied: readonly Applied[] = [];

  constructor(
    state: PlanState,
    private readonly uris: readonly string[],
    private readonly ruleOf: RuleOf,
  ) {
    this.#state = state;
  }

  run(): void {
    for (let round = 0; round < mostRounds; round++) {
      const chosen = this.#chosen();
      const edit: PlanEdit = { edits: chosen.flatMap((one) => one.edit.edits) };
      const next = chosen.length > 0 ? this.#state.after(edit) : undefined;
      if (!next) return;
      const useless = chosen.filter((one) => isStillThere(next, one, edit));
      if (useless.length === 0) this.#take(chosen, edit, next);
      else for (const one of useless) this.#refused.add(nameOf(one));
    }
  }

  result(): FixedFiles | undefined {
    if (this.#histories.size === 0) return undefined;
    const applied = this.#applied.map(({ uri, rule, title, offset }): AppliedFix & { offset: number } => {
      const source = this.#state.plan.files.get(uri)?.document.source;
      return { uri, rule, title, offset, line: source?.rangeAt({ start: offset, end: offset }).start.line ?? 0 };
    });
    applied.sort((one, other) => (one.uri === other.uri ? one.offset - other.offset : one.uri < other.uri ? -1 : 1));
    return {
      edit: {
        edits: [...this.#histories].flatMap(([uri, history]) => history.edits().map((edit) => ({ uri, ...edit }))),
      },
      applied: applied.map(({ uri, rule, title, line }) => ({ uri, rule, title, line })),
    };
  }

  #take(chosen: readonly Chosen[], { edits }: PlanEdit, next: PlanState): void {
    const before = this.#state.plan;
    this.#applied = [...this.#applied, ...chosen.map(appliedOf)].map((one) => {
      const own = edits.filter(({ uri }) => uri === one.uri);
      return { ...one, offset: offsetAfter(one.offset, own) };
    });
    for (const uri of new Set(edits.map((edit) => edit.uri))) {
      const history = this.#histories.get(uri) ?? new EditHistory(before.files.get(uri)?.document.source.length ?? 0);
      history.add(edits.filter((edit) => edit.uri === uri));
      this.#histories.set(uri, history);
    }
    this.#state = next;
  }

  /** The certain fixes that can be applied together, as the plan is by now. */
  #chosen(): readonly Chosen[] {
    const { plan } = this.#state;
    const editor = createEditor((uri) => plan.files.get(uri)?.document);
    return this.uris.flatMap((uri) => {
      const file = plan.files.get(uri);
      return file ? this.#chosenIn(file, editor) : [];
    });
  }

  #chosenIn(file: PlanFile, editor: Editor): readonly Chosen[] {
    const chosen: Chosen[] = [];
    for (const finding of this.#state.findings(file.uri)) {
      const one = this.#certain(finding, file, editor);
      if (!one || this.#refused.has(nameOf(one))) continue;
      if (chosen.every(({ edit }) => isBeside(edit, one.edit))) chosen.push(one);
    }
    if (chosen.length === 0 || isSound(file, chosen, editor)) return chosen;
    return chosen.reduce<readonly Chosen[]>((sound, one) => {
      const more = [...sound, one];
      return isSound(file, more, editor) ? more : sound;
    }, []);
  }

  #certain(finding: Finding, file: PlanFile, editor: Editor): Chosen | undefined {
    const fixes = fixesOf(finding, this.ruleOf(finding.rule), this.#state.analysis, editor);
    const fix = fixes.find(({ certain, edit }) => certain === true && isWithin(edit, file.uri));
    const offset = file.document.source.spanOf(finding.at)?.start;
    return fix && offset !== undefined ? { finding, title: fix.title, edit: fix.edit, offset } : undefined;
  }
}

function appliedOf({ finding: { uri, rule }, title, offset }: Chosen): Applied {
  return { uri, rule, title, offset };
}

function nameOf({ finding: { uri, rule, message }, title, offset }: Chosen): string {
  return [uri, rule, title, offset, message].join('\0');
}

function isStillThere({ plan, findings }: PlanState, { finding, offset }: Chosen, { edits }: PlanEdit): boolean {
  const { uri, rule, message } = finding;
  const own = edits.filter((edit) => edit.uri === uri);
  const at = offsetAfter(offset, own);
  const source = plan.files.get(uri)?.document.source;
  return findings(uri).some(
    (other) => other.rule === rule && other.message === message && source?.spanOf(other.at)?.start === at,
  );
}

function isWithin({ edits, creates = [] }: PlanEdit, uri: string): boolean {
  return creates.length === 0 && edits.length > 0 && edits.every((edit) => edit.uri === uri);
}

/** Two insertions at one place are in each other's way too: which comes first is not for us to guess. */
function isBeside({ edits }: PlanEdit, other: PlanEdit): boolean {
  return other.edits.every(({ span }) =>
    edits.every((edit) => {
      const isSamePoint = edit.span.start === span.start;
      return !isSamePoint && (span.end <= edit.span.start || edit.span.end <= span.start);
    }),
  );
}

/** Whether a file can be read after fixes as well as before. */
function isSound({ document }: PlanFile, chosen: readonly Chosen[], editor: Editor): boolean {
  const together = editor.combine(...chosen.map(({ edit }) => edit));
  const after = together && documentAfter(document, together.edits);
  return after !== undefined && hasNoNewProblem(document, after);
}
