import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { entityTypes } from './entity-types';
import { formatReference } from './format-reference';
import type { GeneratedFile, Generator, GeneratorContext } from './generator';
import { planTypes } from './plan-types';
import { publishedSchemas } from './published-schemas';
import { rulePages } from './rule-pages';
import { ruleSettings } from './rule-settings';
import { ruleTable } from './rule-table';
import { runtimeDefinitions } from './runtime-definitions';
import { loadSchemaSource } from './schema-source';
import { validators } from './validators';

/** The root folder of the project. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Add a generator here, and `npm run generate` and its check take it up. */
export const generators: readonly Generator[] = [
  publishedSchemas,
  runtimeDefinitions,
  entityTypes,
  planTypes,
  validators,
  formatReference,
  rulePages,
  ruleTable,
  ruleSettings,
];

/** What every generator wants the project to hold, formatted as it will be written. */
export async function generateAll(): Promise<readonly GeneratedFile[]> {
  const context: GeneratorContext = { source: await loadSchemaSource(join(root, 'schemas/source')), read: readText };
  const files: GeneratedFile[] = [];
  for (const generator of generators) {
    for (const file of await generator.generate(context)) files.push(await formatted(file));
  }
  return files;
}

/** The paths of the files that differ from what the generators make now. */
export async function staleFiles(files: readonly GeneratedFile[]): Promise<readonly string[]> {
  const current = await Promise.all(files.map(({ path }) => readText(path)));
  return files.filter((file, index) => file.content !== current[index]).map(({ path }) => path);
}

async function formatted(file: GeneratedFile): Promise<GeneratedFile> {
  if (file.formatted === true) return file;
  const filepath = join(root, file.path);
  const config = await resolveConfig(filepath);
  return { path: file.path, content: await format(file.content, { ...config, filepath }) };
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(join(root, path), 'utf8');
  } catch {
    return '';
  }
}
