import assert from 'node:assert/strict';
import { renderToString } from 'preact-render-to-string';
import { Notices } from '../../src/preview/notices';
import { type Session, emptySession } from '../../src/preview/session';
import { lanternBoard, roadmapUri } from './harness/lantern';

function draw(session: Partial<Session>): string {
  return renderToString(<Notices session={{ ...emptySession, uri: roadmapUri, ...session }} post={() => undefined} />);
}

describe('notices', () => {
  it('are regions that are there, and empty, while nothing is wrong', () => {
    assert.equal(
      draw({ data: lanternBoard, goodSince: '10:42' }),
      '<div class="notices" role="status"></div><div class="notices" role="alert"></div>',
    );
  });

  it('say at once why something stays where it is', () => {
    const html = draw({ data: lanternBoard, refused: { text: 'It waits for <b>.' } });
    assert.match(html, /role="alert"><div class="notice">.*It waits for &lt;b>/);
  });

  it('say which line cannot be read, why, and how old the view is', () => {
    const html = draw({ broken: { line: 41, message: 'a mapping is not closed.' }, goodSince: '10:42' });
    assert.match(html, />Line 42 cannot be read: a mapping is not closed. This is the view of 10:42.</);
    assert.match(html, /<button type="button" class="link">Go to line 42<\/button>/);
  });

  it('say that only a part is shown while there was no good view', () => {
    const html = draw({ broken: { line: 0, message: 'a quote is not closed' }, goodSince: undefined });
    assert.match(html, /Line 1 cannot be read: a quote is not closed. What can be read is shown./);
  });

  it('say that the file is gone, by its name', () => {
    const uri = 'file:///plan/my%20shop.roadmap.yaml';
    assert.match(
      draw({ uri, gone: true, data: lanternBoard, goodSince: '10:42' }),
      /my shop.roadmap.yaml cannot be found/,
    );
    assert.match(draw({ uri: 'file:///plan/100%.roadmap.yaml', gone: true }), /100%.roadmap.yaml cannot be found/);
  });

  it('escape the message', () => {
    assert.doesNotMatch(draw({ broken: { line: 0, message: '<img src=x>' } }), /<img/);
  });
});
