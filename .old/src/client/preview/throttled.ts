/**
 * Runs a task at once, and again as long as it was asked for meanwhile, but never twice within `interval` milliseconds
 * and never twice at a time.
 */
export class Throttled {
  private asked = false;
  private running = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly task: () => Promise<void>,
    private readonly interval: number,
  ) {}

  /** Asks for the task to run: now if it rests, else as soon as it may. */
  ask(): void {
    this.asked = true;
    if (!this.running && this.timer === undefined) void this.run();
  }

  dispose(): void {
    this.asked = false;
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private async run(): Promise<void> {
    this.asked = false;
    this.running = true;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.next();
    }, this.interval);
    try {
      await this.task();
    } finally {
      this.running = false;
      this.next();
    }
  }

  private next(): void {
    if (this.asked) this.ask();
  }
}
