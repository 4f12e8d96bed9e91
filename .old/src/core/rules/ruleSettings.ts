import { fieldOf, type Keyed } from '../plan/entity';
import type { Plan } from '../plan/plan';
import type { Reference } from '../plan/reference';
import { severities, type Rule, type RuleOption, type Severity } from './rule';

/** What the editor's settings or the command line say of rules. */
export interface RuleSettings {
  /** Rule id to severity. */
  readonly rules?: Readonly<Record<string, unknown>>;
  /** Rule id to its options. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** Rule id to severity, asked for by hand for this one run: it stands above the plan's own settings. */
  readonly overrides?: Readonly<Record<string, Severity>>;
}

/**
 * How serious the findings of a rule are: as asked for by hand, else by the plan's own settings, then the editor's, then
 * its default.
 */
export function severityOf(rule: Rule, plan: Plan, settings: RuleSettings): Severity {
  const byHand = settings.overrides && Object.hasOwn(settings.overrides, rule.id) && settings.overrides[rule.id];
  if (byHand) return byHand;
  return planSeverity(rule.id, plan) ?? asSeverity(settings.rules?.[rule.id]) ?? rule.severity;
}

/**
 * The options of a rule with all its defaults filled in: the plan's own settings stand above the editor's. A value
 * that is not what the option takes counts as not there.
 */
export function optionsOf(rule: Rule, plan: Plan, settings: RuleSettings): Readonly<Record<string, number | boolean>> {
  const sources = [planOptions(rule.id, plan), asRecord(settings.options?.[rule.id])];
  const declared: Readonly<Record<string, RuleOption>> = rule.options ?? {};
  const known = Object.entries(declared);
  return Object.fromEntries(
    known.map(([name, option]) => {
      const written = sources.map((source) => source?.[name]).find((value) => isValueOf(option, value));
      return [name, (written as number | boolean | undefined) ?? option.default];
    }),
  );
}

/** Whether an option takes a value: one of its type, within its limits. */
export function isValueOf({ type, minimum = -Infinity, maximum = Infinity }: RuleOption, value: unknown): boolean {
  if (type === 'boolean') return typeof value === 'boolean';
  if (typeof value !== 'number' || (type === 'integer' && !Number.isInteger(value))) return false;
  return minimum <= value && value <= maximum;
}

export function asSeverity(value: unknown): Severity | undefined {
  return severities.find((severity) => severity === value);
}

function planSeverity(id: string, plan: Plan): Severity | undefined {
  const rules = plan.settings?.root?.fields.rules?.value as readonly Keyed<Reference, string>[] | undefined;
  return asSeverity(rules?.find(({ key }) => key.value.text === id)?.value);
}

function planOptions(id: string, plan: Plan): Readonly<Record<string, unknown>> | undefined {
  const root = plan.settings?.root;
  const options = root && (fieldOf(root, 'options')?.value as readonly Keyed<Reference, unknown>[] | undefined);
  return asRecord(options?.find(({ key }) => key.value.text === id)?.value);
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
}
