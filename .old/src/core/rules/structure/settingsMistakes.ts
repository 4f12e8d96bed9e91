import type { PlanFile } from '../../plan/planFile';
import { quoted } from '../../plan/scalars/parsed';
import { isAbsent, keyText, placeOf, resolved, scalarValue, type Pair } from '../../syntax/tree';
import type { Report, Rule, RuleOption } from '../rule';
import { isValueOf } from '../ruleSettings';
import type { UnknownPropertyData, ValueData } from './mistake';
import { nearestName, nearestProperty } from './nearestProperty';
import { valueAt, type Site } from './site';
import { oneOf } from './words';

/** Options that their rule does not have; of a settings file. */
export function unknownOptions(file: PlanFile, rules: readonly Rule[]): readonly Report<UnknownPropertyData>[] {
  return optionsOf(file, rules).flatMap(({ pair, path, rule, options }): readonly Report<UnknownPropertyData>[] => {
    const name = path.at(-1) ?? '';
    if (Object.hasOwn(options, name) || name.startsWith('x-')) return [];
    const names = Object.keys(options);
    const nearest = nearestProperty(name, names) ?? null;
    const advice =
      nearest === null
        ? names.length === 0
          ? 'It has none.'
          : `It has ${oneOf(names).replace(/ or /, ' and ')}.`
        : `Did you mean \`${nearest}\`?`;
    const message = `\`${name}\` is not an option of the rule \`${rule.id}\`. ${advice}`;
    return [{ at: placeOf(pair.key), message, data: { path, nearest, quote: null } }];
  });
}

/** Rules that there are not, and options with values that they do not take; of a settings file. */
export function wrongSettings(file: PlanFile, rules: readonly Rule[]): readonly Report<ValueData>[] {
  return [...unknownRules(file, rules), ...optionsOf(file, rules).flatMap(wrongOption)];
}

function unknownRules(file: PlanFile, rules: readonly Rule[]): readonly Report<ValueData>[] {
  const ids = rules.map(({ id }) => id);
  return ['rules', 'options'].flatMap((section) =>
    pairsOf(sectionOf(file, section)).flatMap(({ pair, key }): readonly Report<ValueData>[] => {
      if (ids.includes(key)) return [];
      const nearest = nearestName(key.toLowerCase().replaceAll('_', '-'), ids);
      const advice = nearest === undefined ? 'Remove it.' : `Did you mean \`${nearest}\`?`;
      const data: ValueData = {
        path: [section, key],
        isKey: true,
        suggestions: nearest === undefined ? [] : [nearest],
      };
      return [{ at: placeOf(pair.key), message: `There is no rule ${quoted(key)}. ${advice}`, data }];
    }),
  );
}

interface WrittenOption {
  readonly pair: Pair;
  readonly path: readonly string[];
  readonly rule: Rule;
  readonly options: Readonly<Record<string, RuleOption | undefined>>;
}

/** The options of known rules that a settings file sets. */
function optionsOf(file: PlanFile, rules: readonly Rule[]): readonly WrittenOption[] {
  const section = sectionOf(file, 'options');
  return pairsOf(section).flatMap(({ key }) => {
    const rule = rules.find(({ id }) => id === key);
    const options = (rule?.options ?? {}) as Readonly<Record<string, RuleOption | undefined>>;
    const site = section && rule ? valueAt(section, key) : undefined;
    return pairsOf(site).flatMap((one) =>
      rule ? [{ pair: one.pair, path: ['options', key, one.key], rule, options }] : [],
    );
  });
}

function wrongOption({ pair, path, options }: WrittenOption): readonly Report<ValueData>[] {
  const name = path.at(-1) ?? '';
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  const node = resolved(pair.value);
  if (!option || !node || isAbsent(node)) return [];
  const value = node.kind === 'scalar' ? scalarValue(node) : undefined;
  const form = formOf(option);
  if (isValueOf(option, value)) return [];
  const shown = node.kind === 'scalar' ? quoted(node.text) : 'This';
  const message = `${shown} is not a value of the option \`${name}\`. Write ${form}, such as \`${String(option.default)}\`.`;
  return [{ at: placeOf(node), message, data: { path, isKey: false, suggestions: [] } }];
}

function formOf({ type, minimum, maximum }: RuleOption): string {
  if (type === 'boolean') return '`true` or `false`';
  const limits = [
    ...(minimum === undefined ? [] : [`from ${String(minimum)}`]),
    ...(maximum === undefined ? [] : [`up to ${String(maximum)}`]),
  ];
  return [type === 'integer' ? 'a whole number' : 'a number', ...limits].join(' ');
}

function sectionOf(file: PlanFile, name: string): Site | undefined {
  const node = file.kind === 'settings' ? resolved(file.document.root) : undefined;
  return node && valueAt({ node, path: [] }, name);
}

/** The pairs of a map, each key once. */
function pairsOf(site: Site | undefined): readonly { readonly pair: Pair; readonly key: string }[] {
  if (site?.node.kind !== 'map') return [];
  const seen = new Set<string>();
  return site.node.members.flatMap((pair) => {
    const key = keyText(pair);
    if (key === undefined || seen.has(key)) return [];
    seen.add(key);
    return [{ pair, key }];
  });
}
