import assert from 'node:assert/strict';
import { InsertTextFormat, type CompletionItem, type CompletionList, type TextEdit } from 'vscode-languageserver-types';
import { completion, type CompletionRequest } from '../../../../src/core/features/completion';
import { planFrom, type TestPlan } from '../../planFrom';

/** A client like VS Code. */
export const fullClient: CompletionRequest = {
  snippets: true,
  keepsIndentation: true,
  labelDetails: true,
  markdown: true,
  askAgain: 'suggest',
};

/** A client that takes nothing but plain text. */
export const plainClient: CompletionRequest = {
  snippets: false,
  keepsIndentation: false,
  labelDetails: false,
  markdown: false,
};

/** What is offered at the mark of a plan. */
export function listAt(plan: TestPlan, request: CompletionRequest = fullClient): CompletionList {
  const { uri, offset } = plan.cursor;
  const state = plan.service.state(uri);
  return (state && completion(state, uri, offset, request)) ?? { isIncomplete: false, items: [] };
}

/** The same as answers to the questions of tests. */
export class Offered {
  constructor(
    readonly plan: TestPlan,
    readonly list: CompletionList,
  ) {}

  get items(): readonly CompletionItem[] {
    return this.list.items;
  }

  get labels(): readonly string[] {
    return this.items.map(({ label }) => label);
  }

  /** The item of this label; fails where there is none. */
  item(label: string): CompletionItem {
    const found = this.items.find((each) => each.label === label);
    assert.ok(found, `${label} is not offered, but ${this.labels.join(', ')}`);
    return found;
  }

  detail(label: string): string {
    return this.item(label).detail ?? '';
  }

  /** The file with the cursor once an item is accepted, placeholders with their texts. */
  accepted(label: string): string {
    const { uri } = this.plan.cursor;
    return appliedTo(this.plan.texts.get(uri) ?? '', this.item(label));
  }
}

/** A text in which an item is accepted and its placeholders are left as they are. */
export function appliedTo(text: string, { textEdit, insertTextFormat }: CompletionItem): string {
  assert.ok(textEdit && 'range' in textEdit);
  const { range, newText }: TextEdit = textEdit;
  assert.equal(range.start.line, range.end.line, 'the range is on one line');
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const before = lines.slice(0, range.start.line).join('');
  const line = lines[range.start.line] ?? '';
  const insert = insertTextFormat === InsertTextFormat.Snippet ? withDefaults(newText) : newText;
  return (
    before +
    line.slice(0, range.start.character) +
    insert +
    line.slice(range.end.character) +
    lines.slice(range.start.line + 1).join('')
  );
}

/** What a snippet of the protocol leaves where nothing is filled in. */
export function withDefaults(snippet: string): string {
  let text = '';
  for (let at = 0; at < snippet.length;) {
    const rest = snippet.slice(at);
    const stop =
      /^\$\{\d+\|((?:[^\\,|]|\\.)*)(?:,(?:[^\\|]|\\.)*)?\|\}/s.exec(rest) ??
      /^\$\{\d+:((?:[^\\}]|\\.)*)\}/s.exec(rest) ??
      /^\$\{\d+\}()/.exec(rest) ??
      /^\$\d+()/.exec(rest);
    const escape = /^\\([\s\S])/.exec(rest);
    if (stop) {
      text += (stop[1] ?? '').replace(/\\([\s\S])/g, '$1');
      at += stop[0].length;
    } else if (escape) {
      text += escape[1] ?? '';
      at += 2;
    } else {
      assert.notEqual(snippet[at], '$', `a dollar that is not escaped in ${snippet}`);
      text += snippet[at] ?? '';
      at++;
    }
  }
  return text;
}

/** What is offered at the mark of these files. */
export async function offeredIn(
  files: Readonly<Record<string, string>>,
  request: CompletionRequest = fullClient,
  today?: string,
): Promise<Offered> {
  const plan = await planFrom(files, today);
  return new Offered(plan, listAt(plan, request));
}

const roadmap = `product: Checkout
owner: alice
people:
  alice: { name: Alice Ng, role: product-manager }
  bob: { name: Bob Lee, role: project-manager }
  dana: Dana Roy
goals:
  growth: Sell abroad
  faster-checkout: { title: Shorter time to pay, owner: alice, horizon: now, parent: growth }
  old: { title: Pay by cheque, status: dropped }
features:
  one-page: { title: One-page checkout, goal: faster-checkout }
releases:
  summer: { title: Summer release, date: 2026-08-14, goal: growth }
`;

/** A project file, with the mark in it, in a plan with a roadmap. */
export function inProject(project: string): Record<string, string> {
  return { 'rewrite.project.yaml': project, 'checkout.roadmap.yaml': roadmap };
}
