import type { Temporal } from 'temporal-polyfill';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { Editor, PlanEdit } from '../edit/editor';
import type { Plan } from '../plan/plan';
import type { PlanFile } from '../plan/planFile';
import type { Stepwise } from '../stepwise';
import type { Place } from '../text/sourceText';
import type { Directive, MisspeltDirective, NamedRule } from './directives';

export const severities = ['error', 'warning', 'info', 'hint', 'off'] as const;
export type Severity = (typeof severities)[number];

/** The groups of the catalogue, in its order. */
export const ruleGroups = [
  'structure',
  'lineage',
  'references',
  'ownership',
  'schedule',
  'people-and-money',
  'priority-and-scope',
  'communication',
] as const;
export type RuleGroup = (typeof ruleGroups)[number];

/** What a rule keeps with a finding so that its fixes can be made later: it goes through the protocol, so plain JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Another place that explains a finding: the other end of a reference, a link of a chain. */
export interface Related {
  readonly at: Place;
  readonly message: string;
}

export interface Report<D extends Json = Json> {
  /** The shortest span that shows the mistake. */
  readonly at: Place;
  /** Names the thing by its title, says what is wrong and what to do. */
  readonly message: string;
  readonly related?: readonly Related[];
  /** `unnecessary` fades the text in an editor. */
  readonly tags?: readonly 'unnecessary'[];
  /** What the fixes need; a finding without it has none. */
  readonly data?: D;
  /** True where any YAML parser says the same, so that an editor with another one need not hear it twice. */
  readonly plainSyntax?: boolean;
}

export interface RuleContext<D extends Json = Json, O = unknown> {
  readonly plan: Plan;
  readonly today: Temporal.PlainDate;
  /** What follows from the plan today. */
  readonly analysis: PlanAnalysis;
  /** All rules, for those that speak of rules. */
  readonly rules: readonly Rule[];
  /** The rule's options, defaults filled in. */
  readonly options: O;
  readonly report: (report: Report<D>) => void;
}

export interface FileRuleContext<D extends Json = Json, O = unknown> extends RuleContext<D, O> {
  readonly file: PlanFile;
}

/** A change that settles a finding. */
export interface Fix {
  /** In the imperative, naming what it changes: "Rename `taget` to `target`". */
  readonly title: string;
  readonly edit: PlanEdit;
  /** The one that is almost always meant. */
  readonly preferred?: boolean;
  /** Certain: applied by "fix all" and by `check --fix` without asking. */
  readonly certain?: boolean;
}

export interface FixContext<D extends Json = Json> {
  readonly data: D;
  /** Where the finding stands, in the current text. */
  readonly at: Place;
  readonly plan: Plan;
  /** The file of the finding, as it is now. */
  readonly file: PlanFile;
  readonly today: Temporal.PlainDate;
  /** What follows from the plan as it is now. */
  readonly analysis: PlanAnalysis;
  readonly edit: Editor;
}

export interface RuleDocs {
  /** One sentence: what is reported. */
  readonly summary: string;
  /** Why it matters, for somebody who meets it for the first time. */
  readonly why: string;
  /** Plan files that the rule reports, and nothing else does. Each begins with a line `# name.project.yaml`. */
  readonly bad: string;
  /** The same, put right. */
  readonly good: string;
}

/** One option of a rule: a JSON Schema with a description and a default. */
export interface RuleOption {
  readonly type: 'integer' | 'number' | 'boolean';
  readonly description: string;
  readonly default: number | boolean;
  readonly minimum?: number;
  readonly maximum?: number;
}

interface RuleBase<D extends Json, O> {
  /** The diagnostic code, the settings key, the file name and the page. */
  readonly id: string;
  readonly group: RuleGroup;
  /** The default. */
  readonly severity: Severity;
  readonly docs: RuleDocs;
  /**
   * What texts that only people read, titles and descriptions, are to the rule. Where this is absent, it names things by
   * them and nothing else. `decide`: whether it reports anything in a file depends on the texts of that file. `choose`:
   * what it suggests where it reports something depends on texts anywhere.
   */
  readonly texts?: 'decide' | 'choose';
  /** What can be set of it, by name. */
  readonly options?: { readonly [K in keyof O]: RuleOption };
  /** What the fixes of its findings are; in the order in which they are offered. */
  fixes?(context: FixContext<D>): readonly Fix[];
}

/** Reads one file at a time; what it says follows from that file and, through `plan`, from what the file refers to. */
export interface FileRule<D extends Json = Json, O = unknown> extends RuleBase<D, O> {
  /**
   * True where what it finds in a file follows from that file, the settings and the day alone: what it found is kept for
   * as long as these are the same, whatever happens to other files.
   */
  readonly readsFileAlone?: boolean;
  /**
   * What all that it finds in a file follows from, beside the settings and the words that its messages name: what it
   * found is kept for as long as this is the very same object.
   */
  readonly follows?: (analysis: PlanAnalysis, file: PlanFile) => Stepwise<object>;
  /** True where its answer needs the other files: it says nothing until they are loaded. */
  readonly wholePlan?: boolean;
  /** A rule that reads a lot of a large file does so bit by bit. */
  checkFile(context: FileRuleContext<D, O>): undefined | Stepwise<void>;
}

/** Reads the whole plan at once. */
export interface PlanRule<D extends Json = Json, O = unknown> extends RuleBase<D, O> {
  /** A rule that reads a lot does so bit by bit. */
  checkPlan(context: RuleContext<D, O>): undefined | Stepwise<void>;
}

/** Reads the comments that silence the other rules, once these have spoken. */
export interface DirectiveRule<D extends Json = Json, O = unknown> extends RuleBase<D, O> {
  checkDirectives(context: DirectiveContext<D, O>): void;
}

export interface DirectiveContext<D extends Json = Json, O = unknown> extends FileRuleContext<D, O> {
  readonly directives: readonly Directive[];
  readonly misspelt: readonly MisspeltDirective[];
  /** What became of a rule that a directive names: whether it silenced a finding, or could not have. */
  readonly outcome: (named: NamedRule) => 'used' | 'unused' | 'off' | 'unknown-rule';
}

export type Rule = FileRule<never> | PlanRule<never> | DirectiveRule<never>;

/** Declares a rule; the type of its `data` is that of its reports, and of what its fixes get. */
export function defineRule<D extends Json = null, O = unknown>(
  rule: FileRule<D, O> | PlanRule<D, O> | DirectiveRule<D, O>,
): Rule {
  return rule;
}
