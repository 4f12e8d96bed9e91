import assert from 'node:assert/strict';
import { CancellationToken, type Diagnostic } from 'vscode-languageserver';
import type { FindingPart } from '../../src/core/rules/finding';
import type { PlanService } from '../../src/core/service';
import { PulledDiagnostics } from '../../src/server/diagnosticPulls';
import { ClientUris } from '../../src/server/fileUri';

const uri = 'file:///plan/a.project.yaml';

/** A service that finds what a test says, when it says so. */
class Found {
  /** What is found in each part. */
  messages: Record<FindingPart, string[]> = { first: [], other: [] };
  /** What has been prepared, in order. */
  readonly prepared: string[] = [];
  #first = (): void => undefined;
  #all = (): void => undefined;
  readonly #untilFirst = new Promise<void>((resolve) => (this.#first = resolve));
  readonly #untilAll = new Promise<void>((resolve) => (this.#all = resolve));

  /** The rules of form and references are done. */
  findFirst(): void {
    this.#first();
  }

  findAll(): void {
    this.#first();
    this.#all();
  }

  pulled(part?: FindingPart, loaded = Promise.resolve()): PulledDiagnostics {
    const service = {
      complete: true,
      uris: () => [uri],
      version: () => 1,
      diagnostics: (_uri: string, options: { part?: FindingPart }): Diagnostic[] =>
        (options.part ? [options.part] : (['first', 'other'] as const)).flatMap((one) =>
          this.messages[one].map((message) => ({ range, message })),
        ),
      diagnosticsSoFar: () => undefined,
      prepareFirstDiagnostics: async () => {
        this.prepared.push('first');
        await this.#untilFirst;
        return true;
      },
      prepareDiagnostics: async () => {
        this.prepared.push('all');
        await this.#untilAll;
        return true;
      },
    } as unknown as PlanService;
    const afterOthers = (resume: () => void): void => void setImmediate(resume);
    return new PulledDiagnostics(
      { service, uris: new ClientUris(), loaded, options: () => ({}), refreshes: true, afterOthers },
      part,
    );
  }
}

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

const ask = (pulled: PulledDiagnostics, previousResultId?: string) =>
  pulled.ofDocument(
    { textDocument: { uri }, ...(previousResultId === undefined ? {} : { previousResultId }) },
    CancellationToken.None,
  );

const turn = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 60));

describe('The diagnostics of one provider', () => {
  it('are there when the first part is, where they are those of that, and no other is looked for', async () => {
    const found = new Found();
    found.messages.first = ['slip'];
    const answer = ask(found.pulled('first'));
    found.findFirst();
    const report = await answer;
    assert.deepEqual(report.kind === 'full' && report.items.map(({ message }) => message), ['slip']);
    assert.deepEqual(found.prepared, ['first']);
  });

  it('let go first what has come with the request for the first part', async () => {
    const found = new Found();
    const answer = ask(found.pulled('first'));
    await Promise.resolve();
    assert.deepEqual(found.prepared, []);
    found.findFirst();
    await answer;
  });

  it('wait for all, where they are the others', async () => {
    const found = new Found();
    found.messages.other = ['late'];
    let isAnswered = false;
    const answer = ask(found.pulled('other')).finally(() => (isAnswered = true));
    found.findFirst();
    await turn();
    assert.equal(isAnswered, false);
    found.findAll();
    assert.equal((await answer).kind, 'full');
    assert.deepEqual(found.prepared, ['all']);
  });

  it('wait until all files have been read, where they are the others', async () => {
    const found = new Found();
    found.findAll();
    let read = (): void => undefined;
    const answer = ask(found.pulled('other', new Promise((resolve) => (read = resolve))));
    await turn();
    assert.deepEqual(found.prepared, []);
    read();
    await answer;
    assert.deepEqual(found.prepared, ['all']);
  });

  it('are never taken for those of another one that are the same', async () => {
    const found = new Found();
    found.findAll();
    const { resultId } = await ask(found.pulled('first'));
    assert.equal((await ask(found.pulled('other'), resultId)).kind, 'full');
  });

  it('are asked for anew when they are others than was answered, and not again for that', async () => {
    const found = new Found();
    found.findAll();
    const pulled = found.pulled('other');
    found.messages.other = ['late'];
    await ask(pulled);
    // It was taken back before anybody was told of it.
    found.messages.other = [];
    assert.equal(pulled.tellAll(), true);
    assert.equal(pulled.tellAll(), false);
  });

  it('are not asked for anew while they are being asked for', async () => {
    const found = new Found();
    const pulled = found.pulled('other');
    found.messages.other = ['late'];
    const answer = ask(pulled);
    assert.equal(pulled.tellAll(), false);
    found.findAll();
    await answer;
    assert.equal(pulled.tellAll(), false);
  });

  it('are told of at the stage of their part alone', () => {
    const found = new Found();
    found.messages = { first: ['slip'], other: ['late'] };
    const [first, other] = [found.pulled('first'), found.pulled('other')];
    assert.equal(other.tellFirst(), false);
    assert.equal(first.tellAll(), false);
    assert.equal(first.tellFirst(), true);
    assert.equal(other.tellAll(), true);
    assert.deepEqual([first.awaitsFirst, other.awaitsFirst], [true, false]);
  });
});
