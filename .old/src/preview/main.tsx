/** The entry of the webview: it draws what the panel sends, and sends back what the reader wants. */
import { render } from 'preact';
import './preview.css';
import type { FromPreview, PreviewState } from '../protocol';
import { App } from './app';
import { readMessage } from './messages';
import { type Session, afterMessage, emptySession } from './session';

interface WebviewApi {
  postMessage(message: FromPreview): void;
  setState(state: PreviewState): void;
}

declare function acquireVsCodeApi(): WebviewApi;

const api = acquireVsCodeApi();
const root = document.getElementById('root') ?? document.body;
const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
let session: Session = emptySession;

function update(next: Session): void {
  session = next;
  const { uri, data, locked } = session;
  if (uri !== undefined) api.setState({ uri, locked, ...(data ? { view: data.view } : {}) });
  render(<App session={session} post={post} />, root);
}

function post(message: FromPreview): void {
  // The button shows at once what was asked for; the panel's next message has the last word.
  if (message.type === 'lock') update({ ...session, locked: message.locked });
  api.postMessage(message);
}

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const message = readMessage(event.data);
  if (message) update(afterMessage(session, message, clock.format(new Date())));
});

update(session);
api.postMessage({ type: 'ready' });
