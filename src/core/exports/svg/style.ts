/** In pixels. */
export const size = {
  width: 1200,
  padding: 24,
  row: 26,
  heading: 40,
  chartShare: 0.46,
  indent: 16,
  bar: 12,
  fact: 52,
  line: 18,
} as const;

export const fontSize = { title: 20, heading: 14, text: 13, row: 12, meta: 11 } as const;

/**
 * Colours for light and for dark surroundings. Text is never on a saturated fill, and what a hue says stands in a text
 * beside it.
 */
export const styleSheet = [
  'svg{--back:#fff;--text:#1f1f1f;--quiet:#616161;--line:#d4d4d4;--shade:#f2f2f2;--work:#1a6fb5;--good:#2c7a39;',
  '--warning:#9a6700;--bad:#c4302b;--critical:#7b3fb5;--today:#005fb8}',
  '@media (prefers-color-scheme:dark){svg{--back:#1f1f1f;--text:#cccccc;--quiet:#9d9d9d;--line:#3c3c3c;--shade:#2a2a2a;',
  '--work:#3794ff;--good:#89d185;--warning:#cca700;--bad:#f14c4c;--critical:#b180d7;--today:#3ba3ff}}',
  'text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,Ubuntu,sans-serif;fill:var(--text);',
  'font-variant-numeric:tabular-nums}',
  '.quiet{fill:var(--quiet)}.strong{font-weight:600}',
  '.back{fill:var(--back)}.shade{fill:var(--shade)}.rule{stroke:var(--line)}.today{stroke:var(--today)}',
  '.work{--hue:var(--work)}.good{--hue:var(--good)}.warning{--hue:var(--warning)}.bad{--hue:var(--bad)}',
  '.critical{--hue:var(--critical)}.done{--hue:var(--quiet)}',
  '.bar{fill:var(--hue);fill-opacity:.26;stroke:var(--hue)}.filled{fill:var(--hue);fill-opacity:.6}',
  '.mark{fill:var(--hue)}.edge{stroke:var(--hue);fill:none;stroke-width:2}.base{fill:var(--quiet)}',
].join('');
