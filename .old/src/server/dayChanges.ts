import { Temporal } from 'temporal-polyfill';

/** In milliseconds. A timer for midnight would not know of a machine that slept. */
const everyMinute = 60_000;

/** The date where this process runs. */
export function localToday(): Temporal.PlainDate {
  return Temporal.Now.plainDateISO();
}

/**
 * Watches for a new day.
 *
 * @param today gives the date now
 * @param interval how often to look, in milliseconds
 * @returns a function that ends it
 */
export function onNewDay(changed: () => void, today = localToday, interval = everyMinute): () => void {
  let known = today();
  const timer = setInterval(() => {
    const now = today();
    if (now.equals(known)) return;
    known = now;
    changed();
  }, interval);
  return () => clearInterval(timer);
}
