import { rules } from '../../src/core/rules/registry';
import { severities } from '../../src/core/rules/rule';
import type { Generator } from './generator';
import { optionsOf } from './rule-text';
import type { SchemaSource } from './schema-source';

/** The part of the manifest that this generator writes; everything else stays. */
interface Manifest {
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
  };
}

/** The settings `throughline.rules` and `throughline.ruleOptions` in the manifest, with every rule and option by name. */
export const ruleSettings: Generator = {
  name: 'rule settings',
  async generate(context) {
    const manifest = JSON.parse(await context.read('package.json')) as Manifest;
    const { contributes } = manifest;
    const { properties } = contributes.configuration;
    const changed = {
      ...properties,
      'throughline.rules': { ...properties['throughline.rules'], ...severitySettings(context.source) },
      'throughline.ruleOptions': { ...properties['throughline.ruleOptions'], ...optionSettings() },
    };
    const configuration = { ...contributes.configuration, properties: changed };
    const content = JSON.stringify({ ...manifest, contributes: { ...contributes, configuration } }, undefined, 2);
    return [{ path: 'package.json', content }];
  },
};

function severitySettings(source: SchemaSource): Readonly<Record<string, unknown>> {
  const enumDescriptions = source.definitions['severity']?.['enumDescriptions'];
  const properties = rules.map(({ id, severity, docs }) => [
    id,
    { type: 'string', enum: severities, enumDescriptions, default: severity, description: docs.summary },
  ]);
  return { additionalProperties: false, properties: Object.fromEntries(properties) as unknown };
}

function optionSettings(): Readonly<Record<string, unknown>> {
  const properties = rules
    .filter((rule) => optionsOf(rule).length > 0)
    .map((rule) => [
      rule.id,
      {
        type: 'object',
        description: rule.docs.summary,
        additionalProperties: false,
        properties: Object.fromEntries(optionsOf(rule)),
      },
    ]);
  return { additionalProperties: false, properties: Object.fromEntries(properties) as unknown };
}
