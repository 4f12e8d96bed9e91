/**
 * Runs a task once nothing has asked for it for a while: for what costs much and has time until somebody stops typing.
 */
export class AfterPause {
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param pause in milliseconds */
  constructor(
    private readonly task: () => void,
    private readonly pause: number,
  ) {}

  ask(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.task, this.pause);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}
