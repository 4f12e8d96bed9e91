import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { FromPreview } from '../protocol';
import { Triangle } from './icons';
import type { Session } from './session';

interface NoticesProps {
  readonly session: Session;
  readonly post: (message: FromPreview) => void;
}

/**
 * What stands between the source and the view: it cannot be read, or it is gone. The `status` region is always there,
 * because a screen reader announces only what changes in a region that it knows.
 */
export function Notices({ session, post }: NoticesProps): JSX.Element {
  return (
    <>
      <div class="notices" role="status">
        {noticeOf(session, post)}
      </div>
      <Refusal refused={session.refused} />
    </>
  );
}

/** Why something stays where it is. It is said at once, and stays until it is read or something else is moved. */
function Refusal({ refused }: Pick<Session, 'refused'>): JSX.Element {
  const [read, setRead] = useState<Session['refused']>();
  return (
    <div class="notices" role="alert">
      {refused && refused !== read && (
        <Notice text={refused.text}>
          <button
            type="button"
            class="link"
            onClick={() => {
              setRead(refused);
            }}
          >
            Close
          </button>
        </Notice>
      )}
    </div>
  );
}

function noticeOf(session: Session, post: (message: FromPreview) => void): JSX.Element | undefined {
  const { broken, gone, uri } = session;
  if (gone) {
    const age = session.data ? ` ${ageText(session)}` : '';
    return <Notice text={`${fileName(uri)} cannot be found: it was moved or deleted.${age}`} />;
  }
  if (!broken) return undefined;
  const line = broken.line + 1;
  const text = `Line ${String(line)} cannot be read: ${withoutFullStop(broken.message)}. ${ageText(session)}`;
  return (
    <Notice text={text}>
      <button
        type="button"
        class="link"
        onClick={() => {
          post({ type: 'show-line', line: broken.line });
        }}
      >
        {`Go to line ${String(line)}`}
      </button>
    </Notice>
  );
}

function Notice({ text, children }: { readonly text: string; readonly children?: JSX.Element }): JSX.Element {
  return (
    <div class="notice">
      <Triangle />
      <span class="notice-text">{text}</span>
      {children}
    </div>
  );
}

function ageText({ goodSince }: Session): string {
  return goodSince === undefined ? 'What can be read is shown.' : `This is the view of ${goodSince}.`;
}

function withoutFullStop(text: string): string {
  return text.replace(/\.\s*$/, '');
}

function fileName(uri: string | undefined): string {
  const last = uri?.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || 'The file';
  } catch {
    return last;
  }
}
