/** A half-open range of UTF-16 offsets, relative to the text that its holder names. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
