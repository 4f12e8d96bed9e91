import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, TextEdit } from 'vscode-languageserver-types';
import { applyEdits } from '../../../src/core/edit/applyEdits';
import { fixAllKind } from '../../../src/core/features/actionKinds';
import { codeActions, type CodeActionRequest } from '../../../src/core/features/codeActions';
import { diagnosticOf } from '../../../src/core/features/diagnostics';
import { defineRule, type Fix, type Rule, type RuleDocs } from '../../../src/core/rules/rule';
import type { PlanState } from '../../../src/core/service';
import { member, placeOf, type MapNode } from '../../../src/core/syntax/tree';
import { parseDocument } from '../../../src/core/syntax/document';
import { directivesOf } from '../../../src/core/rules/directives';
import type { Finding } from '../../../src/core/rules/finding';
import { planFrom } from '../planFrom';

const docs: RuleDocs = { summary: '', why: '', bad: '', good: '' };

/** Rules of the tests: the actions have to be right whatever a rule offers. */
const rules: readonly Rule[] = [
  defineRule<{ id: string }>({
    id: 'shouting',
    group: 'structure',
    severity: 'warning',
    docs,
    checkFile: () => undefined,
    fixes({ data, file, edit }) {
      const quiet = edit.setScalar(file.uri, ['goals', data.id], 'quiet');
      const fixes: (Fix | undefined)[] = [
        quiet && { title: `Quieten \`${data.id}\``, edit: quiet, preferred: true, certain: true },
        { title: 'Start a project', edit: edit.createFile(`${file.uri}.new.project.yaml`, 'project: New\n') },
      ];
      return fixes.filter((fix) => fix !== undefined);
    },
  }),
  defineRule({ id: 'comments', group: 'structure', severity: 'warning', docs, checkDirectives: () => undefined }),
];
const ruleOf = (id: string): Rule | undefined => rules.find((rule) => rule.id === id);

/** A plan of one roadmap with a finding of `shouting` on every goal that is in capitals. */
async function desk(text: string, request: Partial<CodeActionRequest> = {}) {
  const plan = await planFrom({ 'a.roadmap.yaml': text });
  const uri = plan.uri('a.roadmap.yaml');
  const state = plan.state();
  const file = state.plan.files.get(uri);
  assert.ok(file);
  const findings = state.plan.all('goal').flatMap((goal): readonly Finding[] => {
    const { title } = goal.fields;
    if (!title || title.value !== title.value.toUpperCase()) return [];
    const common = {
      part: 'other',
      severity: 'warning',
      uri,
      message: 'Loud.',
      related: [],
      tags: [],
      plainSyntax: false,
    } as const;
    return [{ ...common, rule: 'shouting', at: title.at, data: { id: goal.id } }];
  });
  const faked: PlanState = { ...state, findings: () => findings };
  const full: CodeActionRequest = {
    only: ['quickfix'],
    diagnostics: [],
    version: () => 7,
    documentChanges: true,
    createFiles: true,
    ...request,
  };
  const whole = { start: 0, end: text.length };
  return {
    uri,
    state,
    findings,
    actions: (span = whole) => codeActions(faked, uri, span, full, ruleOf),
  };
}

function editsOf(action: CodeAction | undefined, uri: string): readonly TextEdit[] {
  const change = action?.edit?.documentChanges?.find((each) => 'edits' in each && each.textDocument.uri === uri);
  assert.ok(change && 'edits' in change, 'the action edits the file');
  return change.edits as readonly TextEdit[];
}

/** The text after an action, as an editor applies it. */
function after(text: string, action: CodeAction | undefined, uri: string): string {
  const { source } = parseDocument(uri, text);
  const edits = editsOf(action, uri).map(({ range, newText }) => ({
    span: { start: source.offsetAt(range.start), end: source.offsetAt(range.end) },
    newText,
  }));
  const result = applyEdits(text, edits);
  assert.ok(result !== undefined, 'the edits do not overlap');
  return result;
}

function titled(actions: readonly CodeAction[], title: string): CodeAction | undefined {
  return actions.find((action) => action.title === title);
}

describe('code actions', () => {
  const text = 'product: A\ngoals:\n  one: LOUD\n  two: fine\n  three: LOUDER\n';

  it('offer the fixes of the findings that the range touches', async () => {
    const { actions, uri } = await desk(text);
    const at = text.indexOf('LOUD');
    const found = actions({ start: at, end: at });
    const quiet = titled(found, 'Quieten `one`');
    assert.equal(quiet?.kind, 'quickfix');
    assert.equal(quiet.isPreferred, true);
    assert.equal(after(text, quiet, uri), text.replace('LOUD\n', 'quiet\n'));
    assert.equal(titled(found, 'Quieten `three`'), undefined);
    assert.equal(titled(found, 'Start a project')?.isPreferred, undefined);
    const fine = text.indexOf('fine');
    assert.deepEqual(actions({ start: fine, end: fine }), []);
  });

  it('carry the version of the open document, and none for a closed one', async () => {
    for (const [version, sent] of [
      [7, 7],
      [undefined, null],
    ] as const) {
      const { actions } = await desk(text, { version: () => version });
      const change = titled(actions(), 'Quieten `one`')?.edit?.documentChanges?.[0];
      assert.ok(change && 'textDocument' in change);
      assert.equal(change.textDocument.version, sent);
    }
  });

  it('make a file before they fill it', async () => {
    const { actions, uri } = await desk(text);
    const made = `${uri}.new.project.yaml`;
    assert.deepEqual(titled(actions(), 'Start a project')?.edit?.documentChanges, [
      { kind: 'create', uri: made },
      {
        textDocument: { uri: made, version: null },
        edits: [
          { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: 'project: New\n' },
        ],
      },
    ]);
  });

  it('keep to what the client can take', async () => {
    const { actions, uri } = await desk(text, { documentChanges: false });
    assert.ok(titled(actions(), 'Quieten `one`')?.edit?.changes?.[uri]);
    assert.equal(titled(actions(), 'Start a project'), undefined);
    assert.equal(titled((await desk(text, { createFiles: false })).actions(), 'Start a project'), undefined);
  });

  it('name the very diagnostic that the client shows', async () => {
    const { state, findings } = await desk(text);
    const [finding] = findings;
    const own = finding && diagnosticOf(state.plan, finding, {});
    assert.ok(own);
    const shown: Diagnostic = { ...own, data: 'of the client' };
    const { actions } = await desk(text, { diagnostics: [shown] });
    assert.deepEqual(titled(actions(), 'Quieten `one`')?.diagnostics, [shown]);
    assert.deepEqual((await desk(text)).actions()[0]?.diagnostics, [own]);
  });

  it('are none for other kinds and for a file of no plan', async () => {
    assert.deepEqual((await desk(text, { only: ['refactor'] })).actions(), []);
    assert.ok((await desk(text, { only: ['quickfix'] })).actions().length > 0);
    const plan = await planFrom({ 'a.roadmap.yaml': text });
    const request = { only: ['quickfix'], diagnostics: [], version: () => 1, documentChanges: true, createFiles: true };
    assert.deepEqual(codeActions(plan.state(), 'file:///none.yaml', { start: 0, end: 0 }, request), []);
  });

  describe('fix all', () => {
    it('applies every certain fix of the file in one step, where it is asked for', async () => {
      for (const only of [['source.fixAll.throughline'], ['source.fixAll'], ['source']]) {
        const { actions, uri } = await desk(text, { only });
        const found = actions({ start: 0, end: 0 });
        assert.deepEqual(
          found.map(({ kind }) => kind),
          [fixAllKind],
        );
        assert.equal(after(text, found[0], uri), text.replace('LOUDER', 'quiet').replace('LOUD', 'quiet'));
      }
      assert.ok((await desk(text)).actions().every(({ kind }) => kind !== fixAllKind));
    });

    it('is not offered where nothing is certain', async () => {
      const { actions } = await desk('product: A\ngoals: { one: fine }\n', { only: [fixAllKind] });
      assert.deepEqual(actions(), []);
    });

    it('leaves a fix that overlaps with another one for the next time', async () => {
      // Both goals are the same text, read through an alias: one mistake, two findings.
      const twice = 'product: A\ngoals:\n  one: LOUD\nx-more: 1\n';
      const { uri, state, findings } = await desk(twice);
      const faked: PlanState = { ...state, findings: () => [...findings, ...findings] };
      const request = {
        only: [fixAllKind],
        diagnostics: [],
        version: () => 1,
        documentChanges: true,
        createFiles: true,
      };
      const [action] = codeActions(faked, uri, { start: 0, end: 0 }, request, ruleOf);
      assert.equal(editsOf(action, uri).length, 1);
      assert.equal(after(twice, action, uri), twice.replace('LOUD', 'quiet'));
    });
  });

  describe('silence', () => {
    const here = 'Silence `shouting` here';
    const inFile = 'Silence `shouting` in this file';

    /** The text after the action of this title at the first loud goal. */
    async function silenced(source: string, title: string): Promise<string> {
      const { actions, uri } = await desk(source);
      const at = source.indexOf('LOUD');
      return after(source, titled(actions({ start: at, end: at }), title), uri);
    }

    it('put a comment above the line, as far in as the line, with the line break of the file', async () => {
      assert.equal(
        await silenced(text, here),
        text.replace('  one', '  # throughline-disable-next-line shouting -- TODO: say why\n  one'),
      );
      const windows = text.replaceAll('\n', '\r\n');
      assert.equal(
        await silenced(windows, here),
        windows.replace('  one', '  # throughline-disable-next-line shouting -- TODO: say why\r\n  one'),
      );
    });

    it('put a comment at the top of the file, behind its byte order mark', async () => {
      assert.equal(await silenced(text, inFile), `# throughline-disable shouting -- TODO: say why\n${text}`);
      assert.equal(
        await silenced(`\ufeff${text}`, inFile),
        `\ufeff# throughline-disable shouting -- TODO: say why\n${text}`,
      );
    });

    it('add the rule to a comment that is there', async () => {
      const above = text.replace('  one', '  # throughline-disable-next-line missing-owner -- agreed\n  one');
      assert.equal(await silenced(above, here), above.replace('missing-owner', 'missing-owner, shouting'));
      const bare = text.replace('  one', '  # throughline-disable-next-line\n  one');
      assert.equal(await silenced(bare, here), bare.replace('next-line', 'next-line shouting'));
      const top = `# throughline-disable a b -- agreed\n${text}`;
      assert.equal(await silenced(top, inFile), top.replace('a b', 'a b, shouting'));
    });

    it('really silence the finding', async () => {
      for (const title of [here, inFile]) {
        const result = parseDocument('file:///plan/a.roadmap.yaml', await silenced(text, title));
        const [directive] = directivesOf(result);
        assert.deepEqual(
          directive?.rules.map(({ id }) => id),
          ['shouting'],
        );
        const goals = member(result.root as MapNode, 'goals')?.value as MapNode;
        const value = member(goals, 'one')?.value;
        assert.ok(value);
        const line = result.source.rangeOf(placeOf(value))?.start.line;
        if (title === here) assert.equal(directive.line, line);
      }
    });

    it('are not offered where a comment would become a part of a text', async () => {
      const folded = 'product: A\ngoals:\n  one:\n    title:\n      FIRST\n      LOUD\n';
      const { actions, uri, findings, state } = await desk(folded);
      assert.ok(titled(actions(), here), 'above the first line it may stand');
      const [finding] = findings;
      assert.ok(finding);
      const second = finding.at.piece.text.indexOf('LOUD');
      const inside = { ...finding, at: { ...finding.at, start: second, end: second + 4 } };
      const faked: PlanState = { ...state, findings: () => [inside] };
      const request = {
        only: ['quickfix'],
        diagnostics: [],
        version: () => 1,
        documentChanges: true,
        createFiles: true,
      };
      const found = codeActions(faked, uri, { start: 0, end: folded.length }, request, ruleOf);
      assert.equal(titled(found, here), undefined);
      assert.ok(titled(found, inFile));
    });

    it('stand once for several findings of a rule on one line', async () => {
      const flow = 'product: A\ngoals: { one: LOUD, two: LOUD }\n';
      const { actions } = await desk(flow);
      const found = actions().filter(({ title }) => title === here);
      assert.equal(found.length, 1);
      assert.equal(found[0]?.diagnostics?.length, 2);
    });

    it('are not offered for rules about such comments, nor for what is no YAML', async () => {
      const { state, uri, findings } = await desk(text);
      const [finding] = findings;
      assert.ok(finding);
      for (const rule of ['comments', 'syntax', 'no-such-rule']) {
        const faked: PlanState = { ...state, findings: () => [{ ...finding, rule }] };
        const request = {
          only: ['quickfix'],
          diagnostics: [],
          version: () => 1,
          documentChanges: true,
          createFiles: true,
        };
        assert.deepEqual(codeActions(faked, uri, { start: 0, end: text.length }, request, ruleOf), [], rule);
      }
    });
  });

  it('come from the rules of the registry through the service, and settle what they are for', async () => {
    const broken = 'project: A\nmanager: bob\nhealth: green\n';
    const plan = await planFrom({ 'a.project.yaml': broken });
    const { service } = plan;
    const uri = plan.uri('a.project.yaml');
    service.didOpen(uri, 3, broken);
    const diagnostic = service.diagnostics(uri, {}).find(({ code }) => code === 'invalid-value');
    assert.ok(diagnostic);
    const request = { diagnostics: [diagnostic], documentChanges: true, createFiles: true };
    const actions = service.codeActions(uri, diagnostic.range, request);
    const fix = actions.find(({ title }) => title.includes('on-track'));
    assert.deepEqual(fix?.diagnostics, [diagnostic]);
    assert.deepEqual(
      fix.edit?.documentChanges?.map((change) => 'textDocument' in change && change.textDocument.version),
      [3],
    );
    for (const action of [fix, titled(actions, 'Silence `invalid-value` here')]) {
      service.didOpen(uri, 4, after(broken, action, uri));
      assert.ok(service.diagnostics(uri, {}).every(({ code }) => code !== 'invalid-value'));
    }
  });
});
