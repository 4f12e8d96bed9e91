import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linkTarget } from '../../../../src/core/features/links/linkTarget';
import { addressesIn } from '../../../../src/core/features/links/webAddress';

const origin = { uri: 'file:///repo/shop/plans/a.project.yaml', folders: ['file:///repo/shop'] };
const target = (text: string): string | undefined => linkTarget(text, origin);

describe('where a link leads', () => {
  it('is a web or mail address, as it is written', () => {
    for (const address of [
      'https://example.com/tickets/PAY-123',
      'HTTPS://example.com',
      'http://localhost:8080/a?b=c&d=%20e#f(g)',
      'https://example.com/a%2Fb?c=[d]',
      'mailto:alice@example.com?subject=Plan',
    ]) {
      assert.equal(target(address), address);
    }
  });

  it('is encoded where a character may not stand in an address', () => {
    assert.equal(target(' https://example.com/a b '), 'https://example.com/a%20b');
    assert.equal(target('https://example.com/ä/🚀'), 'https://example.com/%C3%A4/%F0%9F%9A%80');
    assert.equal(target('https://example.com/100%'), 'https://example.com/100%25');
    assert.equal(target('https://example.com/"<x>'), 'https://example.com/%22%3Cx%3E');
    assert.equal(target('https://example.com/\ud83d'), undefined);
  });

  it('is a file by its path, relative to the one that names it, whether it exists or not', () => {
    assert.equal(target('brief.md'), 'file:///repo/shop/plans/brief.md');
    assert.equal(target('./docs/my brief.md'), 'file:///repo/shop/plans/docs/my%20brief.md');
    assert.equal(target('../docs/0007.md'), 'file:///repo/shop/docs/0007.md');
    assert.equal(target('..'), 'file:///repo/shop');
    assert.equal(target('/docs/0007.md'), 'file:///repo/shop/docs/0007.md');
    assert.equal(target('docs\\brief.md'), 'file:///repo/shop/plans/docs/brief.md');
    assert.equal(target('PAY-123'), 'file:///repo/shop/plans/PAY-123');
    assert.equal(target('brief.md#The goal'), 'file:///repo/shop/plans/brief.md#The%20goal');
  });

  it('is a path whose characters stand for themselves', () => {
    assert.equal(target('100%.md'), 'file:///repo/shop/plans/100%25.md');
    assert.equal(target('a%20b.md'), 'file:///repo/shop/plans/a%2520b.md');
    assert.equal(target('what?.md'), 'file:///repo/shop/plans/what%3F.md');
    assert.equal(target('%2e%2e/%2e%2e/%2e%2e/etc'), 'file:///repo/shop/plans/%252e%252e/%252e%252e/%252e%252e/etc');
  });

  it('stays in the folders of the workspace', () => {
    assert.equal(target('../../other/x.md'), undefined);
    assert.equal(target('../../../../etc/passwd'), undefined);
    assert.equal(target('/../../etc/passwd'), undefined);
    assert.equal(target('../../shop-secret/x.md'), undefined);
    const both = { ...origin, folders: [...origin.folders, 'file:///repo/other'] };
    assert.equal(linkTarget('../../other/x.md', both), 'file:///repo/other/x.md');
  });

  it('is a file by its own address only where a path could lead there', () => {
    assert.equal(target('file:///repo/shop/docs/x.md'), 'file:///repo/shop/docs/x.md');
    assert.equal(target('file:///repo/shop/../../etc/passwd'), undefined);
    assert.equal(target('file:///repo/shop/%2e%2e/%2e%2e/etc/passwd'), undefined);
    assert.equal(target('file:///etc/passwd'), undefined);
    assert.equal(target('file://server/share/x.md'), undefined);
    const remote = { uri: 'memfs:/shop/a.project.yaml', folders: ['memfs:/shop'] };
    assert.equal(linkTarget('file:///shop/x.md', remote), undefined);
  });

  it('keeps the scheme and the host of the file', () => {
    const remote = { uri: 'vscode-vfs://github/acme/shop/a.project.yaml', folders: ['vscode-vfs://github/acme/shop'] };
    assert.equal(linkTarget('docs/x.md', remote), 'vscode-vfs://github/acme/shop/docs/x.md');
    assert.equal(linkTarget('/x.md', remote), 'vscode-vfs://github/acme/shop/x.md');
    assert.equal(linkTarget('../../x.md', remote), undefined);
  });

  it('is nowhere for anything else', () => {
    for (const text of [
      ...['', '  ', '#heading', 'javascript:alert(1)', 'JavaScript:alert(1)', 'command:workbench.action.quit'],
      ...['vscode://x/y', 'data:text/html,x', 'ssh://host/x', 'https:', 'https://', 'mailto:nobody'],
      ...['//server/share', '\\\\server\\share', 'C:\\docs\\x.md', 'c:/docs/x.md', 'a\nb', 'a\u0000b', '\ud83d'],
    ]) {
      assert.equal(target(text), undefined, JSON.stringify(text));
    }
  });

  it('never throws, and never leads out', () => {
    const part = fc.oneof(
      fc.constantFrom('..', '.', '/', '\\', '%2e', '%', ':', '#', '?', 'file:', 'https://', 'javascript:', '@', ' '),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const found = target(parts.join(''));
        assert.match(found ?? 'file:///repo/shop/', /^(?:https?:\/\/|mailto:|file:\/\/\/repo\/shop(?:[/#]|$))/i);
        assert.doesNotMatch(found ?? '', /[\s"<>]|^file:[^#]*\/\.\.(?:\/|$|#)/);
      }),
    );
  });
});

describe('addresses in a text', () => {
  const found = (text: string): string[] => addressesIn(text).map(({ start, end }) => text.slice(start, end));

  it('end before the punctuation around them', () => {
    assert.deepEqual(found('See https://example.com/a, or (https://example.com/b_(c)).'), [
      'https://example.com/a',
      'https://example.com/b_(c)',
    ]);
    assert.deepEqual(found('"https://example.com/?q=1"! <mailto:a@example.com>…'), [
      'https://example.com/?q=1',
      'mailto:a@example.com',
    ]);
    assert.deepEqual(found('[the brief](https://example.com/brief)'), ['https://example.com/brief']);
  });

  it('are those of the web and of mail alone', () => {
    assert.deepEqual(found('javascript:alert(1) file:///etc/passwd command:x ftp://x xhttps://example.com'), []);
    assert.deepEqual(found('https:// http://. mailto:nobody'), []);
    assert.deepEqual(found('🚀https://example.com'), ['https://example.com']);
  });
});
