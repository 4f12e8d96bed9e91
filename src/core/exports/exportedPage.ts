import type { ViewData } from '../views/model';
import { viewTitle } from '../views/viewNames';
import type { ViewSettings } from '../views/viewSettings';
import { pageTheme } from './pageTheme';
import { withoutPlaces } from './withoutPlaces';

/** The id of the element of an exported page that holds its views. */
export const exportedViewsId = 'throughline-views';

export interface PageParts {
  /** All views to look at, with the one that is shown first at the beginning; at least one. */
  readonly views: readonly PageView[];
  /** The preview's own script and style sheet. */
  readonly script: string;
  readonly style: string;
  /** Random, so that no text of a plan can name it. */
  readonly nonce: string;
}

/** A view, and the settings that it was made with. */
export interface PageView {
  readonly data: ViewData;
  readonly settings: ViewSettings;
}

/**
 * A page that holds everything it needs: it works from a disk and without a network, and its policy allows nothing else.
 * The text of the plan is in it as data only. Where files stood on the disk is left out.
 */
export function exportedPage({ views, script, style, nonce }: PageParts): string {
  const [first] = views;
  const { title = '', view = 'board' } = first?.data ?? {};
  const name = title === '' ? viewTitle(view) : `${title}: ${viewTitle(view)}`;
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${escapedText(name)}</title>
    <style nonce="${nonce}">${pageTheme}${style.replace(/<\/(?=style)/gi, '<\\/')}</style>
  </head>
  <body>
    <div id="root"></div>
    <script type="application/json" id="${exportedViewsId}">${jsonOf(views)}</script>
    <script nonce="${nonce}">${scriptText(script)}</script>
  </body>
</html>
`;
}

/** What the preview's panel would send for each view. Nothing can be filtered anew where nobody computes it. */
function jsonOf(views: readonly PageView[]): string {
  const messages = views.map(({ data, settings }) => ({
    type: 'view',
    uri: 'plan',
    locked: false,
    settings,
    result: { version: 0, data: { ...data, options: data.options?.zooms === true ? { zooms: true } : {} } },
  }));
  // As data it may hold anything but what would end the element.
  return JSON.stringify(withoutPlaces(messages)).replaceAll('<', '\\u003c');
}

/** A script inside of a page: in JavaScript these mean the same with the backslash, and end no element. */
function scriptText(script: string): string {
  return script.replace(/<(?=\/script|!--|script)/gi, '\\x3c');
}

function escapedText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
