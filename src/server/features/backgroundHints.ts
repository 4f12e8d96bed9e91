import type { Range } from 'vscode-languageserver';
import type { PlanService } from '../../core/service';

/** How long a file has to rest before its forecasts are worked out, in milliseconds. */
const rest = 300;

interface Wanted {
  readonly range: Range;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Works out what the hints of files lack, once nobody has asked for them for a moment. */
export class BackgroundHints {
  readonly #wanted = new Map<string, Wanted>();

  /**
   * @param changed called when the hints that were given are others now
   * @param failed is told of what goes wrong: there is no caller left who could be
   */
  constructor(
    private readonly service: Pick<PlanService, 'prepareInlayHints'>,
    private readonly changed: () => void,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** The hints of a range are shown. Several ranges of a file are one that holds them all. */
  want(uri: string, range: Range): void {
    const before = this.#wanted.get(uri);
    clearTimeout(before?.timer);
    const all = before ? around(before.range, range) : range;
    this.#wanted.set(uri, {
      range: all,
      timer: setTimeout(() => void this.#prepare(uri, all).catch(this.failed), rest),
    });
  }

  async #prepare(uri: string, range: Range): Promise<void> {
    this.#wanted.delete(uri);
    const isOther = await this.service.prepareInlayHints(uri, range, () => true);
    if (isOther) this.changed();
  }
}

function around(one: Range, other: Range): Range {
  return {
    start: one.start.line <= other.start.line ? one.start : other.start,
    end: one.end.line >= other.end.line ? one.end : other.end,
  };
}
