import * as vscode from 'vscode';

/**
 * The page of a preview. Everything in it is made by its script from the messages that it gets: the page itself holds
 * no text of a plan, loads only our own files, and the policy allows nothing else but the picture that an export is drawn
 * from, which comes as data. What the script imports may be loaded because the script may.
 */
export function previewHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const bundled = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', name)).toString();
  const nonce = randomNonce();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}; img-src data:`;
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="${bundled('preview.css')}">
    <title>Throughline</title>
  </head>
  <body>
    <div id="root"></div>
    <script type="module" nonce="${nonce}" src="${bundled('preview.js')}"></script>
  </body>
</html>`;
}

/** 128 random bits, in hexadecimal. */
export function randomNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
