import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { CompletionItem } from 'vscode-languageserver-types';
import { completion, type CompletionRequest } from '../../../../src/core/features/completion';
import { rules } from '../../../../src/core/rules/registry';
import type { PlanState } from '../../../../src/core/service';
import { planFrom, type TestPlan } from '../../planFrom';
import { appliedTo, fullClient, plainClient } from './completionIn';

function filesIn(folder: string): Record<string, string> {
  const url = new URL(`../../../../${folder}/`, import.meta.url);
  const names = readdirSync(url).filter((name) => name.endsWith('.yaml'));
  const planName = (name: string): string => (name.endsWith('.throughline.yaml') ? '.throughline.yaml' : name);
  return Object.fromEntries(names.map((name) => [planName(name), readFileSync(new URL(name, url), 'utf8')]));
}

const plans = {
  examples: filesIn('examples'),
  minimal: filesIn('examples/minimal'),
  all: filesIn('test/fixtures/format'),
};

const today = '2026-11-23';

/** What an item that is accepted must not bring about, whatever its placeholders leave to fill in. */
const mistakes = new Set([
  'syntax',
  'unknown-property',
  'wrong-type',
  'invalid-value',
  'missing-property',
  'duplicate-id',
  'unknown-reference',
  'ambiguous-reference',
  'dependency-cycle',
  'goal-cycle',
  'unknown-role',
]);
const overrides = Object.fromEntries(rules.filter(({ id }) => !mistakes.has(id)).map(({ id }) => [id, 'off' as const]));

/** How the text around a place is changed before something is completed there. */
type Change = (line: string, indent: number, word: string) => { readonly text: string; readonly cursor: number };

const changes: Readonly<Record<string, Change>> = {
  'a blank line below': (line, indent) => {
    const text = `${line}\n${' '.repeat(indent)}`;
    return { text, cursor: text.length };
  },
  'a word on a line below': (line, indent, word) => {
    const text = `${line}\n${' '.repeat(indent)}${word}`;
    return { text, cursor: text.length };
  },
  'a key without its value': (line) => {
    const key = /^.*?:(?=\s)/.exec(line)?.[0] ?? line;
    return { text: `${key} `, cursor: key.length + 1 };
  },
  'a value half typed': (line, indent) => {
    const value = /^(.*?:\s+)(\S.*)$/.exec(line);
    const text = value ? `${value[1] ?? ''}${(value[2] ?? '').slice(0, indent)}` : line;
    return { text, cursor: text.length };
  },
  'the line as it is': (line, indent) => ({ text: line, cursor: Math.min(indent * 4, line.length) }),
  'a word in brackets': (line, indent, word) => {
    const at = Math.max(line.lastIndexOf('}'), line.lastIndexOf(']'));
    if (at < 0) return { text: line, cursor: line.length };
    const text = `${line.slice(0, at).trimEnd()}, ${word.slice(0, indent)}`;
    return { text: text + line.slice(at), cursor: text.length };
  },
};

interface Site {
  readonly file: number;
  readonly line: number;
  readonly change: string;
  readonly indent: number;
  readonly word: string;
  readonly crlf: boolean;
  readonly items: readonly number[];
  readonly plain: boolean;
}

const site: fc.Arbitrary<Site> = fc.record({
  file: fc.nat(),
  line: fc.nat(),
  change: fc.constantFrom(...Object.keys(changes)),
  indent: fc.nat(10),
  word: fc.constantFrom(
    '',
    't',
    'go',
    'own',
    'de',
    'new',
    'PAY-7',
    'x',
    '-',
    '- ',
    '- a',
    'title:',
    'goal: ',
    'items:',
  ),
  crlf: fc.boolean(),
  items: fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
  plain: fc.boolean(),
});

function counts(state: PlanState, uri: string): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const { rule } of state.findings(uri)) found[rule] = (found[rule] ?? 0) + 1;
  return found;
}

/** Whether what is there becomes the value of another key, which may ask for another one. */
function renames(text: string, { textEdit }: CompletionItem): boolean {
  assert.ok(textEdit && 'range' in textEdit);
  const { line, character } = textEdit.range.end;
  const rest = text.split(/\r\n|\n/)[line]?.slice(character) ?? '';
  return /^["']?\s*:/.test(rest) || (/^[\w-]+:$/.test(textEdit.newText) && rest.trim() === '');
}

function excerpt(text: string, { textEdit }: CompletionItem): string {
  const line = textEdit && 'range' in textEdit ? textEdit.range.start.line : 0;
  const lines = text.split(/\r\n|\n/).slice(Math.max(0, line - 6), line + 10);
  return `${JSON.stringify(textEdit)}\n${lines.join('\n')}`;
}

/** Once a plan lists anybody, every name in it has to be one of them. */
const listsPeople = new Set(['people', 'New person…']);

/** One plan, opened file by file, so that only what is typed in is read anew. */
class Typist {
  #version = 1;

  private constructor(private readonly plan: TestPlan) {}

  static async at(files: Readonly<Record<string, string>>): Promise<Typist> {
    const plan = await planFrom(files, today);
    plan.service.setSettings({ overrides });
    return new Typist(plan);
  }

  try(each: Site): void {
    const uris = [...this.plan.texts.keys()];
    const uri = uris[each.file % uris.length] ?? '';
    const original = this.plan.texts.get(uri) ?? '';
    const lines = original.split('\n');
    const index = each.line % lines.length;
    const { text, cursor } = changes[each.change]?.(lines[index] ?? '', each.indent, each.word) ?? {
      text: '',
      cursor: 0,
    };
    const eol = each.crlf ? '\r\n' : '\n';
    const before = [...lines.slice(0, index), ''].join('\n').replaceAll('\n', eol);
    const changed = before + text.replaceAll('\n', eol) + eol + lines.slice(index + 1).join(eol);
    const offset = before.length + text.slice(0, cursor).replaceAll('\n', eol).length;
    const state = this.open(uri, changed);
    const request: CompletionRequest = each.plain ? plainClient : fullClient;
    const items = completion(state, uri, offset, request)?.items ?? [];
    const found = counts(state, uri);
    const chosen = new Set(items.length <= 3 ? items : each.items.map((item) => items[item % items.length]));
    for (const item of chosen) if (item && !renames(changed, item)) this.accept(uri, changed, item, found);
    this.plan.service.didOpen(uri, ++this.#version, original);
  }

  private accept(uri: string, text: string, item: CompletionItem, before: Readonly<Record<string, number>>): void {
    const result = appliedTo(text, item);
    const after = counts(this.open(uri, result), uri);
    for (const [rule, count] of Object.entries(after)) {
      if (rule === 'unknown-reference' && listsPeople.has(item.label)) continue;
      assert.ok(count <= (before[rule] ?? 0), `${item.label} makes ${rule} in\n${excerpt(result, item)}`);
    }
  }

  private open(uri: string, text: string): PlanState {
    this.plan.service.didOpen(uri, ++this.#version, text);
    const state = this.plan.service.state(uri);
    assert.ok(state);
    return state;
  }
}

const numRuns = Number(process.env['COMPLETION_RUNS'] ?? 60);

describe('What is offered, once it is accepted,', () => {
  for (const [name, files] of Object.entries(plans)) {
    it(`makes no mistake that was not there, in ${name}`, async () => {
      const typist = await Typist.at(files);
      fc.assert(
        fc.property(site, (each) => typist.try(each)),
        { numRuns },
      );
    }).timeout(600_000);
  }
});
