/** The entry of the webview: it draws what the panel sends, and sends back what the reader wants. */
import { render } from 'preact';
import './preview.css';
import type { FromPreview, PreviewState } from '../protocol';
import { App } from './app';
import { exportedHost } from './exportedHost';
import { readMessage } from './messages';
import { pictureOf } from './picture';
import { type Session, afterMessage, emptySession } from './session';

interface WebviewApi {
  postMessage(message: FromPreview): void;
  setState(state: PreviewState): void;
}

declare function acquireVsCodeApi(): WebviewApi;

const root = document.getElementById('root') ?? document.body;
const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const exported = exportedHost(receive);
const api = exported ? undefined : acquireVsCodeApi();
const host = exported ?? api;
let session: Session = { ...emptySession, exported: exported !== undefined };

function update(next: Session): void {
  session = next;
  const { uri, data, locked } = session;
  if (uri !== undefined) api?.setState({ uri, locked, ...(data ? { view: data.view } : {}) });
  render(<App session={session} post={post} />, root);
}

function post(message: FromPreview): void {
  // The bar shows at once what was asked for; the panel's next message has the last word.
  if (message.type === 'lock') update({ ...session, locked: message.locked });
  if (message.type === 'settings') update({ ...session, settings: message.settings });
  if (message.type === 'move' || message.type === 'link' || message.type === 'insert')
    update({ ...session, refused: undefined });
  host?.postMessage(message);
}

function receive(value: unknown): void {
  const message = readMessage(value);
  if (message?.type === 'draw') void pictureOf(message.svg).then((png) => host?.postMessage({ type: 'picture', png }));
  else if (message) update(afterMessage(session, message, clock.format(new Date())));
}

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  receive(event.data);
});

update(session);
host?.postMessage({ type: 'ready' });
