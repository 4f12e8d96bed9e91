import type { FinishForecast } from '../analysis/forecast/finishForecast';
import type { Forecasted } from '../analysis/forecast/planTargets';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import { isForecastInReach } from '../features/cheapForecast';

/** How often activities are run through before others get their turn: some ten milliseconds. */
const slice = 20_000;

/**
 * The forecasts of plans that are edited. Each edit makes all of them anew, which takes longer than a keystroke: they are
 * worked out bit by bit, and until that is done, what was known before is shown.
 */
export class Forecasts {
  readonly #last = new Map<string, FinishForecast>();

  /** @param pause resolves when whatever waits has had its turn */
  constructor(private readonly pause: () => Promise<void>) {}

  /** What is known of a thing now, else what was known last. */
  of({ forecast }: PlanAnalysis, thing: Forecasted): FinishForecast | undefined {
    return forecast.known(thing) ?? this.#last.get(keyOf(thing));
  }

  /**
   * Works out the forecasts of things that are not known yet, where the plan is small enough for that.
   *
   * @param isWanted asked again and again; once it says no, nothing more is done
   * @returns whether {@link of} gives anything else than it did
   */
  async prepare({ forecast }: PlanAnalysis, things: Iterable<Forecasted>, isWanted: () => boolean): Promise<boolean> {
    let isNews = false;
    let done = 0;
    for (const thing of things) {
      if (isForecastInReach(forecast, thing)) {
        for (const runs of forecast.steps(thing)) {
          done += runs;
          if (done < slice) continue;
          done = 0;
          await this.pause();
          if (!isWanted()) return false;
        }
      }
      isNews = this.#remember(thing, forecast.known(thing)) || isNews;
    }
    return isNews;
  }

  /** @returns whether it is another one */
  #remember(thing: Forecasted, forecast: FinishForecast | undefined): boolean {
    const key = keyOf(thing);
    const before = this.#last.get(key);
    if (forecast) this.#last.set(key, forecast);
    else this.#last.delete(key);
    return before?.p80 !== forecast?.p80 || before?.meets !== forecast?.meets;
  }
}

/** A thing by where it is written: after an edit it is another object. */
function keyOf(thing: Forecasted): string {
  return 'path' in thing ? `${thing.uri} ${thing.path.join('/')}` : thing.uri;
}
