import assert from 'node:assert/strict';
import { URI, Utils } from 'vscode-uri';
import type { GitApi, GitCommit, GitRepository, GitUri } from '../../../src/client/history/gitApi';
import { GitHistory } from '../../../src/client/history/gitHistory';

const root = 'file:///repo/plan';
const uri = (name: string): string => `${root}/${name}`;
const hashOf = (number: number): string => String(number).repeat(40);

interface Kept {
  readonly hash: string;
  readonly date: Date;
  /** Texts by the names of the files. */
  readonly files: Readonly<Record<string, string>>;
}

/** A repository as the Git extension has it: it holds versions, and counts what it is asked. */
class Repository {
  readonly asked: string[] = [];
  gone: readonly string[] = [];
  head: string | undefined = hashOf(1);

  /** @param commits from the newest on */
  constructor(private readonly commits: readonly Kept[]) {}

  history(scheme = 'file'): GitHistory {
    const repository: GitRepository = {
      rootUri: URI.parse(root),
      state: {
        HEAD: this.head === undefined ? {} : { commit: this.head },
        onDidChange: () => ({ dispose: () => undefined }),
      },
      log: ({ maxEntries, path }) => {
        this.asked.push(`log ${path ?? ''}`);
        return Promise.resolve(this.commits.slice(0, maxEntries).map(commitOf));
      },
      getCommit: (ref) => {
        this.asked.push(`getCommit ${ref}`);
        const found = this.commits.find(({ hash }) => ref === `${hash}^{commit}` || ref === 'HEAD^{commit}');
        return found ? Promise.resolve(commitOf(found)) : Promise.reject(new Error('bad revision'));
      },
      show: (ref, path) => {
        this.asked.push(`show ${ref.slice(0, 1)} ${path}`);
        const files = this.commits.find(({ hash }) => hash === ref)?.files ?? {};
        const text = files[path.slice(URI.parse(root).fsPath.length + 1)];
        return text === undefined ? Promise.reject(new Error('not there')) : Promise.resolve(text);
      },
      diffWith: () =>
        Promise.resolve(
          this.gone.map((name) => {
            const place = Utils.resolvePath(URI.parse(root), name);
            return { uri: place, originalUri: place };
          }),
        ),
    };
    const git = { state: 'initialized', repositories: [repository], getRepository: () => repository };
    return new GitHistory(
      () => Promise.resolve(git as unknown as GitApi),
      (text) => URI.parse(text.replace(/^file/, scheme)),
    );
  }
}

const commitOf = ({ hash, date }: Kept): GitCommit => ({ hash, commitDate: date });

const roadmap = 'p.roadmap.yaml';
const commits: readonly Kept[] = [
  { hash: hashOf(1), date: new Date(2026, 10, 19, 9), files: { [roadmap]: 'third' } },
  { hash: hashOf(2), date: new Date(2026, 10, 13, 23, 59), files: { [roadmap]: 'second', 'old.project.yaml': 'old' } },
  { hash: hashOf(3), date: new Date(2026, 10, 2, 9), files: { [roadmap]: 'first' } },
];

describe('history of the Git extension', () => {
  const ask = (since: { readonly day: string } | { readonly commit: string }, uris = [uri(roadmap)]) => ({
    root,
    uris,
    since,
  });

  it('gives the texts of the last commit of a day, those of files that are gone too', async () => {
    const repository = new Repository(commits);
    repository.gone = ['old.project.yaml', 'readme.md', 'node_modules/x.project.yaml', '../plans/other.project.yaml'];
    assert.deepEqual(await repository.history().earlierFiles(ask({ day: '2026-11-13' })), {
      files: [
        { uri: uri(roadmap), text: 'second' },
        { uri: uri('old.project.yaml'), text: 'old' },
      ],
      day: '2026-11-13',
      isFirst: false,
    });
    assert.ok(repository.asked.every((call) => !call.includes('readme') && !call.includes('other')));
  });

  it('leaves out a file that was not there yet', async () => {
    const answer = await new Repository(commits)
      .history()
      .earlierFiles(ask({ day: '2026-11-18' }, [uri(roadmap), uri('new.project.yaml')]));
    assert.ok('files' in answer);
    assert.deepEqual(answer.files, [{ uri: uri(roadmap), text: 'second' }]);
  });

  it('begins with the first commit where it does not reach as far', async () => {
    const answer = await new Repository(commits).history().earlierFiles(ask({ day: '2026-10-01' }));
    assert.ok('files' in answer);
    assert.deepEqual([answer.files[0]?.text, answer.day, answer.isFirst], ['first', '2026-11-02', true]);
  });

  it('finds a commit by a name, and takes nothing else for one', async () => {
    const repository = new Repository(commits);
    const history = repository.history();
    const answer = await history.earlierFiles(ask({ commit: 'HEAD' }));
    assert.ok('files' in answer);
    assert.deepEqual([answer.files[0]?.text, answer.day], ['third', '2026-11-19']);
    assert.deepEqual(await history.earlierFiles(ask({ commit: 'v9' })), { none: 'no-such-point' });
    const calls = repository.asked.length;
    for (const name of ['--output=x', '-p', 'HEAD:secret', 'a..b', ''])
      assert.deepEqual(await history.earlierFiles(ask({ commit: name })), { none: 'no-such-point' });
    assert.equal(repository.asked.length, calls, 'Git is not asked');
  });

  it('reads the text of a commit once', async () => {
    const repository = new Repository(commits);
    const history = repository.history();
    await history.earlierFiles(ask({ day: '2026-11-13' }));
    await history.earlierFiles(ask({ day: '2026-11-14' }));
    assert.equal(repository.asked.filter((call) => call.startsWith('show')).length, 1);
  });

  it('is none without Git, without a repository, on another file system, and before the first commit', async () => {
    const day = { day: '2026-11-13' };
    const parse = (text: string): GitUri => URI.parse(text);
    for (const git of [
      undefined,
      { getRepository: () => null },
      {
        getRepository: () => {
          throw new Error('gone');
        },
      },
    ]) {
      const history = new GitHistory(() => Promise.resolve(git as unknown as GitApi | undefined), parse);
      assert.deepEqual(await history.earlierFiles(ask(day)), { none: 'no-history' });
    }
    const rejecting = new GitHistory(() => Promise.reject(new Error('stopped')), parse);
    assert.deepEqual(await rejecting.earlierFiles(ask(day)), { none: 'no-history' });
    assert.deepEqual(await new Repository(commits).history('vscode-vfs').earlierFiles(ask(day)), {
      none: 'no-history',
    });
    const empty = new Repository([]);
    empty.head = undefined;
    assert.deepEqual(await empty.history().earlierFiles(ask(day)), { none: 'not-committed' });
    assert.deepEqual(await new Repository([]).history().earlierFiles(ask(day)), { none: 'not-committed' });
  });
});
