import 'mocha/mocha.js';
import { type Outcome, outcomePrefix } from './outcome';

function tell(outcome: Outcome): void {
  console.log(`${outcomePrefix}${JSON.stringify(outcome)}`);
}

/** In the place of Mocha's own reporters, which want a page to write to. */
function silent(): void {
  // What happens is told as it happens.
}

/** Called by VS Code, in its extension host: runs every suite and tells the runner outside about each test. */
export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', reporter: silent, timeout: 30_000 } as unknown as Mocha.MochaInstanceOptions);
  await import('./suites');
  const failures = await new Promise<number>((resolve) => {
    mocha
      .run(resolve)
      .on('pass', (test) => tell({ title: test.fullTitle() }))
      .on('fail', (test, error: unknown) => tell({ title: test.fullTitle(), error: describeError(error) }));
  });
  if (failures > 0) throw new Error(`${String(failures)} failed`);
}

function describeError(error: unknown): string {
  return error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
}
