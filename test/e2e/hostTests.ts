import type { BrowserContext } from 'playwright-core';
import type { Outcome } from './extension/outcome';
import { outcomePrefix } from './extension/outcome';

export interface Totals {
  passed: number;
  failed: number;
}

/**
 * Lets VS Code run the tests that are bundled for its extension host, and gives their totals.
 *
 * @param address of a server that was told of the tests
 * @param limit in milliseconds, for all of them
 */
export async function runHostTests(context: BrowserContext, address: string, limit: number): Promise<Totals> {
  const totals: Totals = { passed: 0, failed: 0 };
  const page = await context.newPage();
  const other: string[] = [];
  const finished = new Promise<number>((resolve) => {
    void page.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
  });
  await page.exposeFunction('codeAutomationLog', (_level: string, args: unknown[]) => {
    const text = args.map(String).join(' ');
    if (text.startsWith(outcomePrefix)) report(JSON.parse(text.slice(outcomePrefix.length)) as Outcome, totals);
    else other.push(text);
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), limit);
  });
  try {
    await page.goto(address);
    const code = await Promise.race([finished, late]);
    if (code === 'late')
      complain(totals, `The tests in the extension host took longer than ${String(limit / 1000)} s.`, other);
    else if (code !== 0 && totals.failed === 0) complain(totals, 'The tests in the extension host did not run.', other);
    else if (totals.passed + totals.failed === 0) complain(totals, 'There are no tests in the extension host.', other);
  } finally {
    clearTimeout(timer);
    await page.close();
  }
  return totals;
}

function report(outcome: Outcome, totals: Totals): void {
  if (outcome.error === undefined) {
    totals.passed++;
    console.log(`  ✔ ${outcome.title}`);
  } else {
    totals.failed++;
    console.log(`  ✘ ${outcome.title}\n${outcome.error.replaceAll(/^/gm, '      ')}`);
  }
}

function complain(totals: Totals, message: string, log: readonly string[]): void {
  totals.failed++;
  console.log(`  ✘ ${message}`);
  for (const line of log.slice(-30)) console.log(`      ${line}`);
}
