import { formatDuration, parseDuration, readDuration, type Duration } from './duration';
import { formatMoney, parseMoney, readMoney, type Money } from './money';
import { longestRewritable, parsed, quoted, refused, refusedOutright, type Parsed } from './parsed';

/** What a risk would cost, in money or in time. */
export type Impact =
  { readonly kind: 'money'; readonly money: Money } | { readonly kind: 'duration'; readonly duration: Duration };

function isImpact(text: string): boolean {
  return readMoney(text) !== undefined || readDuration(text) !== undefined;
}

/** Money or a duration: `20000 EUR`, `2w`. */
export function parseImpact(text: string): Parsed<Impact> {
  const money = text.length > longestRewritable ? undefined : readMoney(text);
  if (money) return parsed({ kind: 'money', money });
  const duration = readDuration(text);
  if (duration) return parsed({ kind: 'duration', duration });
  const absent = refusedOutright(text, 'an impact', '20000 EUR or 2w', isImpact);
  if (absent) return absent;
  const message = `${quoted(text)} is not an impact. Write what the risk would cost, in money or in time: 20000 EUR, 2w.`;
  const asMoney = parseMoney(text);
  const asDuration = parseDuration(text);
  if (asMoney.ok || asDuration.ok) return refused(message);
  const moneyMeant = asMoney.problem.suggestions ?? [];
  const durationMeant = asDuration.problem.suggestions ?? [];
  if (asMoney.problem.span ?? (moneyMeant.length > 0 && durationMeant.length === 0)) return asMoney;
  if (durationMeant.length > 0 && moneyMeant.length === 0) return asDuration;
  return refused(message, { candidates: [...moneyMeant, ...durationMeant] });
}

/** The impact as a message writes it: `20,000 EUR`, `2 weeks`. */
export function formatImpact(impact: Impact): string {
  return impact.kind === 'money' ? formatMoney(impact.money) : formatDuration(impact.duration);
}
