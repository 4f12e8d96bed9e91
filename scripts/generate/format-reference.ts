import { stringify } from 'yaml';
import type { Generator } from './generator';
import { definitionName, definitionsNeededBy, typesOf, type Schema, type SchemaSource } from './schema-source';

/** `docs/format.md`: every key of every kind of file, for the people who write them. */
export const formatReference: Generator = {
  name: 'format reference',
  generate: ({ source }) => Promise.resolve([{ path: 'docs/format.md', content: new Reference(source).page() }]),
};

const introduction = `# The file format

<!-- Generated from schemas/source by \`npm run generate\`. Do not edit. -->

Plans are YAML files that live in the repository beside the work that they plan. The product manager keeps a roadmap, which says why and what; the project manager keeps a project, which says how, by when, with whom and for how much. Each piece of work in a project leads up to a goal in a roadmap.

| Kind | File names | Holds |
| --- | --- | --- |
| [Roadmap](#roadmap) | \`.roadmap.yaml\`, \`checkout.roadmap.yaml\` | one product: vision, goals, features, releases, ideas |
| [Project](#project) | \`.project.yaml\`, \`rewrite.project.yaml\` | one endeavour: items, milestones, team, budget, risks, status |
| [Settings](#throughline-settings) | \`.throughline.yaml\` | what the files of a plan share, and the settings of the linter |

The ending \`.yml\` works too. All roadmaps and projects below a folder with a \`.throughline.yaml\` make one plan, and can refer to each other; without such a file, all those of the workspace do.

## How it is written

- **Only \`product\` or \`project\` is required.** Begin with two lines, and add what helps.
- **Keys** are written with underscores (\`depends_on\`), fixed values with hyphens (\`in-progress\`).
- **Most collections are maps**, in which each entry stands under its own id. Ids are letters and digits, with single dots, underscores or hyphens between them.
- **An entry that needs only a title may be that title**: \`funnel: Measure today's funnel\`.
- **Where a list is allowed, a single value is too**: \`depends_on: spike\`.
- **A key without a value** counts as if it were not there.
- **Your own keys** begin with \`x-\`. Any other unknown key is reported as a mistake.
- **References** are ids: \`goal: faster-checkout\`. A goal that two roadmaps define is named with its roadmap (\`checkout/faster-checkout\`), and the work of another project with that project (\`checkout-rewrite/api\`).
- **Quote a text** that holds a colon with a blank after it, or a number sign with a blank before it.
`;

const directives = `## Silencing the linter

A comment silences a rule on the next line that is neither blank nor a comment, or in the whole file. Give the reason after two hyphens; several rules are set apart by spaces or commas.

\`\`\`yaml
# throughline-disable missing-owner -- the sponsor names a manager in May
# throughline-disable-next-line missing-goal -- agreed with the sponsor
project: Office move
\`\`\`
`;

const chapters = [
  { root: 'product', name: 'Roadmap' },
  { root: 'project', name: 'Project' },
  { root: 'settings', name: 'Throughline settings' },
];

/** Writes the page. A heading is the title of a definition, so that every link on the page can be made from a name. */
class Reference {
  readonly #source: SchemaSource;

  constructor(source: SchemaSource) {
    this.#source = source;
  }

  page(): string {
    const needed = chapters.map(({ root }) => this.#entitiesBelow(root));
    const inSeveral = new Set(needed.flat().filter((name) => needed.filter((some) => some.includes(name)).length > 1));
    const files = chapters.flatMap(({ root }, index) => [
      this.#entity(root, '##'),
      ...(needed[index] ?? []).filter((name) => !inSeveral.has(name)).map((name) => this.#entity(name, '###')),
    ]);
    const shared = [...inSeveral].map((name) => this.#entity(name, '###'));
    return [introduction, this.#scalars(), ...files, '## In several kinds of file\n', ...shared, directives].join('\n');
  }

  /** The entities that can occur in a file, in the order in which the source defines them. */
  #entitiesBelow(root: string): readonly string[] {
    const needed = definitionsNeededBy(this.#source, this.#definition(root));
    return Object.keys(this.#source.definitions).filter((name) => needed.has(name) && this.#isSection(name));
  }

  /** Whether the definition has a section of its own: an entity, or a map with fixed keys. Not a list of entities. */
  #isSection(name: string): boolean {
    const schema = this.#definition(name);
    return schema['properties'] !== undefined && !typesOf(schema).includes('array');
  }

  #scalars(): string {
    const rows = Object.values(this.#source.definitions)
      .filter((schema) => schema['x-scalar'] !== undefined && !typesOf(schema).includes('array'))
      .filter(({ enum: values }) => !Array.isArray(values) || values.length > 1)
      .filter(({ title }, index, all) => all.findIndex((other) => other['title'] === title) === index)
      .map((schema) => [text(schema, 'title'), text(schema, 'description'), examples(schema)]);
    return `## Single values\n\n${table(['Value', 'How it is written', 'Examples'], rows)}`;
  }

  #entity(name: string, heading: string): string {
    const schema = this.#definition(name);
    const properties = Object.entries(schema['properties'] as Record<string, Schema>);
    const required = (schema['required'] ?? []) as string[];
    const rows = properties.map(([key, property]) => [
      `\`${key}\``,
      this.#form(property),
      this.#meaning(property, required.includes(key)),
    ]);
    return [
      `${heading} ${text(schema, 'title')}`,
      text(schema, 'description') + shorthandNote(schema),
      table(['Key', 'Value', 'Meaning'], rows),
      ...properties.map(([key, property]) => this.#values(key, property)).filter((list) => list !== ''),
      this.#example(schema, heading === '##'),
      '',
    ].join('\n\n');
  }

  #meaning(property: Schema, isRequired: boolean): string {
    const { description, default: standard } = this.#resolved(property);
    const notes = [
      ...(isRequired ? ['**Required.**'] : []),
      String(description),
      ...(standard === undefined ? [] : [`Default: ${code(standard)}.`]),
    ];
    return notes.join(' ');
  }

  /** What may stand as the value of a property, in a few words with links. */
  #form(property: Schema): string {
    const schema = this.#resolved(property);
    const key = schema['x-key'] as Record<string, string> | undefined;
    const entries = schema['additionalProperties'];
    if (typeof entries === 'object' && entries !== null && key) {
      // "A map of person to team window, or a list" would allow a list in place of the map.
      const entry = this.#form(entries as Schema).replace(/, or a list$/, ' (or a list of them)');
      const map = `map of ${keyName(key)} to ${entry}`;
      return typesOf(schema).length > 1 ? `${this.#single(schema)}, or ${map}` : map;
    }
    if (schema['items']) return `${this.#form(schema['items'] as Schema)}, or a list`;
    return this.#single(schema);
  }

  #single(schema: Schema): string {
    const section = Object.keys(this.#source.definitions).find(
      (name) => this.#isSection(name) && this.#definition(name)['properties'] === schema['properties'],
    );
    const scalar = scalarNames[String(schema['x-scalar'])];
    if (section) {
      const target = link(text(this.#definition(section), 'title'));
      return scalar === undefined ? target : `${scalar}, or ${target}`;
    }
    if (typeof schema['x-reference'] === 'string' && schema['x-scalar'] === undefined) {
      return `${spaced(schema['x-reference'])} id${schema['items'] ? ', or a list' : ''}`;
    }
    const values = schema['enum'] as unknown[] | undefined;
    if (values) return values.length === 1 ? code(values[0]) : 'one of the values below';
    if (typeof schema['x-scalar'] === 'string') return scalarNames[schema['x-scalar']] ?? spaced(schema['x-scalar']);
    return 'options of the rule';
  }

  /** The list of values that a property names, with what each means; empty where it names none. */
  #values(key: string, property: Schema): string {
    const schema = this.#resolved(this.#entrySchema(property));
    const values = schema['enum'] as unknown[] | undefined;
    const descriptions = schema['enumDescriptions'] as string[] | undefined;
    const named = values
      ? values.map((value, index) => [String(value), descriptions?.[index] ?? ''])
      : Object.entries((schema['x-values'] ?? {}) as Record<string, string>);
    if (named.length < 2) return '';
    const lines = named.map(([value = '', meaning = '']) => `- \`${value}\`: ${meaning}`);
    return `Values of \`${key}\`:\n\n${lines.join('\n')}`;
  }

  /** The schema of the entries, where the property is a map or a list of plain values; else that of the property. */
  #entrySchema(property: Schema): Schema {
    const schema = this.#resolved(property);
    if (schema['properties']) return {};
    const entries = schema['items'] ?? schema['additionalProperties'];
    if (typeof entries !== 'object' || entries === null) return schema;
    return this.#resolved(entries as Schema)['enum'] ? (entries as Schema) : {};
  }

  /** An entry with an example of every property; of a whole file, only the properties that are no maps. */
  #example(schema: Schema, isFile: boolean): string {
    const properties = Object.entries(schema['properties'] as Record<string, Schema>)
      .filter(([key]) => key !== 'notes' && key !== 'links')
      .map(([key, property]) => [key, this.#resolved(property)] as const)
      .filter(([, property]) => !isFile || !typesOf(property).includes('object'));
    const entry = properties.map(([key, { examples: some }]) => [key, (some as unknown[])[0]]);
    return `\`\`\`yaml\n${stringify(Object.fromEntries(entry), { lineWidth: 100 })}\`\`\``;
  }

  #definition(name: string): Schema {
    return this.#source.definitions[name] ?? {};
  }

  #resolved(schema: Schema): Schema {
    const reference = schema['$ref'];
    if (typeof reference !== 'string') return schema;
    return { ...this.#resolved(this.#definition(definitionName(reference))), ...schema };
  }
}

/** How the table of a section calls a scalar, where that is not its name. */
const scalarNames: Readonly<Record<string, string>> = {
  boolean: '`true` or `false`',
  percent: 'percent',
  impact: 'money or duration',
  estimate: 'duration',
  'area-change': 'area, with `+` or `-`',
  'date-range': 'date or date range',
  probability: 'percent, or a value below',
  email: 'email address',
  glob: 'file pattern',
};

function keyName(key: Readonly<Record<string, string>>): string {
  if (key['defines'] !== undefined) return 'id';
  return spaced(key['reference'] ?? key['scalar'] ?? '');
}

function shorthandNote(schema: Schema): string {
  const shorthand = schema['x-shorthand'];
  return typeof shorthand === 'string' ? ` A plain value in its place stands for \`${shorthand}\`.` : '';
}

function link(title: string): string {
  // An acronym keeps its capitals inside a sentence.
  const name = /^[A-Z]{2}/.test(title) ? title : title.toLowerCase();
  return `[${name}](#${title.toLowerCase().replaceAll(' ', '-')})`;
}

function examples(schema: Schema): string {
  return ((schema['examples'] ?? []) as unknown[]).map(code).join(', ');
}

function code(value: unknown): string {
  return `\`${typeof value === 'string' ? value : stringify(value, { collectionStyle: 'flow' }).trim()}\``;
}

function text(schema: Schema, keyword: 'title' | 'description'): string {
  const value = schema[keyword];
  return typeof value === 'string' ? value : '';
}

function spaced(name: string): string {
  return name.replaceAll('-', ' ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n') + '\n';
}
