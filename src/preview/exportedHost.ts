import { exportedViewsId, type FromPreview, type ToPreview } from '../protocol';

/** What the preview asks for in an exported page, where no editor answers: the views that the page brought along. */
export interface ExportedHost {
  postMessage(message: FromPreview): void;
}

/**
 * The host of a page that was exported; undefined in a webview.
 *
 * @param receive takes what a panel would have sent
 */
export function exportedHost(receive: (message: unknown) => void): ExportedHost | undefined {
  const text = document.getElementById(exportedViewsId)?.textContent;
  if (text === undefined) return undefined;
  const views = JSON.parse(text) as readonly (ToPreview & { type: 'view' })[];
  let current = views[0];
  return {
    postMessage(message) {
      if (message.type === 'view') {
        current = views.find(({ result }) => result.data.view === message.view) ?? current;
      } else if (message.type === 'settings') {
        current = current && { ...current, settings: message.settings };
      } else if (message.type !== 'ready') return;
      receive(current);
    },
  };
}
