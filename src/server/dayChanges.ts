import { Temporal } from 'temporal-polyfill';

/** How often to look, in milliseconds: a timer for midnight would not know of a machine that slept. */
const interval = 60_000;

/** The date where this process runs. */
export function localToday(): Temporal.PlainDate {
  return Temporal.Now.plainDateISO();
}

/**
 * Watches for a new day.
 *
 * @param today gives the date now
 * @returns a function that ends it
 */
export function onNewDay(changed: () => void, today: () => Temporal.PlainDate = localToday): () => void {
  let known = today();
  const timer = setInterval(() => {
    const now = today();
    if (now.equals(known)) return;
    known = now;
    changed();
  }, interval);
  return () => clearInterval(timer);
}
