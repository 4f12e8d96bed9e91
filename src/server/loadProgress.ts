import type { ClientCapabilities, Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { LoadWatch } from '../core/service';

/** Nobody wants to hear of what is done sooner than this, in milliseconds. */
const delay = 1000;

/** How often it is told, in milliseconds. */
const interval = 200;

/**
 * Runs a reading of all files, and shows how far it is where it takes more than a second. Whoever cancels it has the
 * files that have been read by then.
 *
 * @param load reads all files, and tells of it
 */
export async function withLoadProgress(
  { window }: Pick<Connection, 'window'>,
  capabilities: ClientCapabilities,
  load: (watch: LoadWatch) => Promise<void>,
): Promise<void> {
  if (capabilities.window?.workDoneProgress !== true) return load({});
  const progress = new LoadProgress(window);
  const timer = setTimeout(() => void progress.show(), delay);
  try {
    await load(progress);
  } finally {
    clearTimeout(timer);
    progress.end();
  }
}

class LoadProgress implements LoadWatch {
  #done = 0;
  #total = 0;
  #reporter: WorkDoneProgressServerReporter | undefined;
  #told = 0;
  #isOver = false;

  constructor(private readonly window: Connection['window']) {}

  read(done: number, total: number): void {
    [this.#done, this.#total] = [done, total];
    const now = performance.now();
    if (!this.#reporter || now - this.#told < interval) return;
    this.#told = now;
    this.#reporter.report(this.#percentage, this.#message);
  }

  isWanted(): boolean {
    return this.#reporter?.token.isCancellationRequested !== true;
  }

  async show(): Promise<void> {
    // A client that says no is not told.
    const reporter = await this.window.createWorkDoneProgress().catch(() => undefined);
    if (!reporter || this.#isOver) {
      reporter?.done();
      return;
    }
    reporter.begin('Reading plans', this.#percentage, this.#message, true);
    this.#reporter = reporter;
  }

  end(): void {
    this.#isOver = true;
    this.#reporter?.done();
    this.#reporter = undefined;
  }

  get #percentage(): number {
    return this.#total > 0 ? Math.floor((100 * this.#done) / this.#total) : 0;
  }

  get #message(): string {
    return `${this.#done.toLocaleString('en')} of ${this.#total.toLocaleString('en')} files`;
  }
}
