/** The entry of the webview: it draws what the panel sends, and sends back what the reader wants. */
import { render } from 'preact';
import './preview.css';
import type { FromPreview, PreviewState } from '../protocol';
import { App } from './app';
import { type Drawing, drawingOf } from './drawnViews';
import { exportedHost } from './exportedHost';
import { readMessage } from './messages';
import { pictureOf } from './picture';
import { type Session, type SessionMessage, afterMessage, emptySession } from './session';

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
/** What draws the data of the session. */
let drawing: Drawing | undefined;
/** Done when all messages so far are: in their order, though one may have to wait for a script. */
let received = Promise.resolve();

function update(next: Session): void {
  session = next;
  const { uri, data, locked } = session;
  if (uri !== undefined) api?.setState({ uri, locked, ...(data ? { view: data.view } : {}) });
  render(<App session={session} drawing={drawing} post={post} />, root);
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
  else if (message) received = received.then(() => take(message));
}

async function take(message: SessionMessage): Promise<void> {
  const time = clock.format(new Date());
  const { data } = afterMessage(session, message, time);
  try {
    const loaded = data && data !== session.data ? await drawingOf(data) : drawing;
    drawing = loaded;
  } catch {
    update({ ...session, refused: { text: 'This view could not be loaded. Refresh the preview to try again.' } });
    return;
  }
  // Meanwhile the reader may have changed something.
  update(afterMessage(session, message, time));
}

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  receive(event.data);
});

update(session);
host?.postMessage({ type: 'ready' });
