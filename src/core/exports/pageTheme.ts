/** The colours that an editor's theme would give, for a page of its own: light or dark as its reader likes it. */
interface Palette {
  readonly back: string;
  readonly raised: string;
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly border: string;
  readonly hover: string;
  readonly focus: string;
  readonly link: string;
  readonly blue: string;
  readonly green: string;
  readonly yellow: string;
  readonly red: string;
  readonly purple: string;
  readonly shadow: string;
}

const light: Palette = {
  back: '#ffffff',
  raised: '#f7f7f7',
  text: '#303030',
  quiet: '#5c5c5c',
  line: '#e2e2e2',
  border: '#cacaca',
  hover: '#f0f0f0',
  focus: '#0a5fb4',
  link: '#0a5fb4',
  blue: '#1663c7',
  green: '#2f8132',
  yellow: '#b07d00',
  red: '#d11a0d',
  purple: '#68308f',
  shadow: 'rgba(0, 0, 0, 0.16)',
};

const dark: Palette = {
  back: '#1f1f1f',
  raised: '#252525',
  text: '#d0d0d0',
  quiet: '#a0a0a0',
  line: '#333333',
  border: '#484848',
  hover: '#2b2d2e',
  focus: '#2b8ce6',
  link: '#58aefc',
  blue: '#5aa5f7',
  green: '#8bd083',
  yellow: '#d0aa0b',
  red: '#f2544f',
  purple: '#b382d8',
  shadow: 'rgba(0, 0, 0, 0.4)',
};

/** The variables of VS Code that the preview draws with, from a palette. */
function variables(palette: Palette): string {
  const values: Readonly<Record<string, string>> = {
    'button-background': palette.focus,
    'button-border': 'transparent',
    'button-foreground': '#ffffff',
    'button-hoverBackground': palette.focus,
    'charts-blue': palette.blue,
    'charts-green': palette.green,
    'charts-purple': palette.purple,
    'charts-red': palette.red,
    'charts-yellow': palette.yellow,
    descriptionForeground: palette.quiet,
    'dropdown-background': palette.back,
    'dropdown-border': palette.border,
    'editor-background': palette.back,
    'editor-font-family': 'ui-monospace, Menlo, Consolas, monospace',
    'editorWidget-background': palette.raised,
    'editorWidget-border': palette.border,
    focusBorder: palette.focus,
    'font-family': 'system-ui, -apple-system, "Segoe UI", Roboto, Ubuntu, sans-serif',
    foreground: palette.text,
    'input-background': palette.back,
    'input-border': palette.border,
    'input-foreground': palette.text,
    'input-placeholderForeground': palette.quiet,
    'inputOption-activeBackground': palette.hover,
    'inputOption-activeBorder': palette.focus,
    'list-hoverBackground': palette.hover,
    'menu-background': palette.back,
    'menu-border': palette.border,
    'menu-foreground': palette.text,
    'menu-selectionBackground': palette.focus,
    'menu-selectionForeground': '#ffffff',
    'menu-separatorBackground': palette.line,
    'panel-border': palette.line,
    'textLink-activeForeground': palette.link,
    'textLink-foreground': palette.link,
    'toolbar-hoverBackground': palette.hover,
    'widget-shadow': palette.shadow,
  };
  return Object.entries(values)
    .map(([name, value]) => `--vscode-${name}:${value};`)
    .join('');
}

/** Paper is always white. */
export const pageTheme = `:root{color-scheme:light dark;${variables(light)}}@media screen and (prefers-color-scheme:dark){:root{${variables(dark)}}}`;
