import type { ScalarStyle } from '../syntax/tree';

export type Quote = 'single' | 'double';

export interface ScalarContext {
  /** Whether it stands in brackets, where commas and brackets have a meaning of their own. */
  readonly flow: boolean;
  /** The quotes that the file prefers. */
  readonly quote: Quote;
  /** Whether something that looks like a number or a boolean is meant as text here. */
  readonly text: boolean;
}

/**
 * A value as one scalar on one line that YAML reads back as exactly this text: plain where it may be, in quotes where
 * a plain one would mean something else.
 *
 * @param style how the scalar was written before; its quotes are kept where they can hold the value
 */
export function scalarText(value: string, context: ScalarContext, style: ScalarStyle = 'plain'): string {
  if (style === 'single' && !needsEscapes(value)) return singleQuoted(value);
  if (style === 'double') return doubleQuoted(value);
  return canBePlain(value, context) ? value : quoted(value, context.quote);
}

/** A key as YAML reads it back. What looks like a number stays plain: the key `2026` counts as its source text. */
export function keySource(key: string, context: Omit<ScalarContext, 'text'>, style: ScalarStyle = 'plain'): string {
  return scalarText(key, { ...context, text: false }, key === '<<' && style === 'plain' ? context.quote : style);
}

/** Whether a plain scalar of these characters is read as this text, and where `text` is meant, by other tools too. */
export function canBePlain(value: string, { flow, text }: Pick<ScalarContext, 'flow' | 'text'>): boolean {
  if (value === '' || value.trim() !== value || needsEscapes(value)) return false;
  if (/^[,[\]{}#&*!|>'"%@`]/.test(value) || /^[-?:](?:\s|$)/.test(value)) return false;
  if (/:(?:\s|$)|\s#/.test(value) || /^(?:---|\.\.\.)(?:\s|$)/.test(value)) return false;
  if (flow && (/[,[\]{}]/.test(value) || /^[-?:]$/.test(value))) return false;
  if (/^(?:~|null|Null|NULL)$/.test(value)) return false;
  return !(text && looksTyped(value));
}

/** The text in quotes: double where it holds a single quote, single where it holds what double ones would escape. */
export function quoted(value: string, preferred: Quote): string {
  if (needsEscapes(value) || value.includes("'")) return doubleQuoted(value);
  return preferred === 'single' || /["\\]/.test(value) ? singleQuoted(value) : doubleQuoted(value);
}

/** Source text in quotes, its line breaks as they stand: in quotes they fold as in a plain text. */
export function quotedSource(source: string, preferred: Quote): string {
  if (!/[\r\n]/.test(source)) return quoted(source, preferred);
  const double = source.includes("'") || (preferred === 'double' && !/["\\]/.test(source));
  return double ? `"${source.replace(/["\\]/g, '\\$&')}"` : `'${source}'`;
}

function singleQuoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function doubleQuoted(value: string): string {
  // JSON's escapes are YAML's; what JSON leaves bare and YAML takes for a line break is escaped here.
  return JSON.stringify(value).replace(unprintable, escaped);
}

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

const unprintable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** Whether only double quotes can hold the value on one line. */
function needsEscapes(value: string): boolean {
  return /[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/u.test(value);
}

/** What the core schema of YAML 1.2, or the widespread YAML 1.1, does not read as text. */
function looksTyped(value: string): boolean {
  return (
    /^(?:true|false|yes|no|on|off)$/i.test(value) ||
    /^[-+]?(?:\.?[0-9][0-9_.]*)(?:[eE][-+]?[0-9]+)?$/.test(value) ||
    /^0[ox][0-9a-fA-F]+$/.test(value) ||
    /^[-+]?\.(?:inf|nan)$/i.test(value)
  );
}
