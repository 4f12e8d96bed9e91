import { formatQuantity, type Quantity } from '../plan/scalars';

export { countText, dayText, distanceText, percentText, roundMoney } from '../plan/texts';

/** Working time in days, below one in hours: `31 d`, `2.5 d`, `4 h`. */
export function effortText(days: number, minutesPerDay: number): string {
  if (days > 0 && days < 1) return `${rounded((days * minutesPerDay) / 60)} h`;
  return `${days < 10 ? rounded(days) : String(Math.round(days))} d`;
}

/** `62 %`, `4.2 s`, `18000 users`, `4.5/5`. */
export function quantityText(quantity: Quantity): string {
  return formatQuantity(quantity).replace(/(?<=\d)(?=[%‰])/, ' ');
}

/** An enumerated value or any other word as the beginning of a text: `Growth`, `On track`. */
export function sentenceCase(value: string): string {
  const words = value.replaceAll('-', ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

function rounded(amount: number): string {
  return String(Math.round(amount * 10) / 10);
}
