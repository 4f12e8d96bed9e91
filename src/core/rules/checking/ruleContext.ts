import type { PlanAnalysis } from '../../analysis/planAnalysis';
import { legible } from '../../plan/scalars/parsed';
import type { Finding, FindingPart } from '../finding';
import { rules } from '../registry';
import type { Report, Rule, RuleContext, RuleGroup, Severity } from '../rule';
import { optionsOf, type RuleSettings } from '../ruleSettings';

export interface CheckOptions {
  readonly settings: RuleSettings;
  /** False while files of the plan are still being read: rules that need all of them say nothing then. */
  readonly complete: boolean;
}

export type Sink = (finding: Finding) => void;
export type Loudness = Exclude<Severity, 'off'>;

/** What a rule gets to see, and where what it reports goes. */
export function contextOf(
  rule: Rule,
  severity: Loudness,
  analysis: PlanAnalysis,
  options: CheckOptions,
  sink: Sink,
): RuleContext<never> {
  const { plan, today } = analysis;
  return {
    plan,
    today,
    analysis,
    rules,
    options: optionsOf(rule, plan, options.settings),
    report: (reported) => {
      sink(findingOf(rule, severity, reported));
    },
  };
}

const firstGroups: ReadonlySet<RuleGroup> = new Set(['structure', 'references']);

/** Rules about directives have to wait for all others: what is found last may be what a directive silences. */
export function partOf(rule: Rule): FindingPart {
  return firstGroups.has(rule.group) && !('checkDirectives' in rule) ? 'first' : 'other';
}

function findingOf(rule: Rule, severity: Loudness, { at, message, ...rest }: Report): Finding {
  return {
    rule: rule.id,
    part: partOf(rule),
    severity,
    uri: at.piece.uri,
    at,
    message: shown(message),
    related: (rest.related ?? []).map((one) => ({ ...one, message: shown(one.message) })),
    tags: rest.tags ?? [],
    ...(rest.data === undefined ? {} : { data: rest.data }),
    plainSyntax: rest.plainSyntax ?? false,
  };
}

/** Names of a plan may be of any length and hold any character: a message stays one line that can be read at a glance. */
function shown(message: string): string {
  return legible(message).replace(longName, '`$1…`');
}

const longName = /`([^`]{160})[^`]+`/g;
