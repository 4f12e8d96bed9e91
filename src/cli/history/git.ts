import { execFile } from 'node:child_process';
import { dirname } from 'node:path';

/** More than this of one answer is not read, in bytes. */
const mostBytes = 256 * 1024 * 1024;
/** Longer than this no answer is waited for, in milliseconds. */
const patience = 60_000;

/** What Git was asked and did not do. */
export class GitFailure extends Error {
  /** @param isMissing there is no Git on this machine */
  constructor(
    message: string,
    readonly isMissing: boolean,
  ) {
    super(message);
  }
}

/**
 * Runs Git in a folder that may be anybody's, to read from it and nothing else: without a shell, hooks, file monitors,
 * pagers, prompts, replaced objects, or the network, and without the environment of another Git that started us.
 *
 * @param args what follows the options of Git itself; a text from outside stands behind `--end-of-options` or `--`
 * @param input what Git reads
 * @returns what Git wrote
 */
export function git(folder: string, args: readonly string[], input = ''): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      [...safeOptions, '-C', folder, ...args],
      {
        // Where a program is looked for first on some systems: never in the folder of a plan.
        cwd: dirname(process.execPath),
        env: safeEnvironment(process.env),
        encoding: 'buffer',
        maxBuffer: mostBytes,
        timeout: patience,
        windowsHide: true,
      },
      (error, stdout, stderr) => {
        if (!error) resolve(stdout);
        else reject(new GitFailure(firstLine(stderr) ?? error.message, error.code === 'ENOENT'));
      },
    );
    // Git may end before it has read everything; what it says of that comes above.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

const safeOptions: readonly string[] = [
  '--no-pager',
  '--no-optional-locks',
  '--no-replace-objects',
  '--literal-pathspecs',
  ...[
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'protocol.allow=never',
    'gc.auto=0',
    'maintenance.auto=false',
  ].flatMap((setting) => ['-c', setting]),
];

/** What of Git's own environment says where its settings are, and how far up it may look. */
const keptVariables: ReadonlySet<string> = new Set([
  'GIT_CONFIG_GLOBAL',
  'GIT_CONFIG_SYSTEM',
  'GIT_CONFIG_NOSYSTEM',
  'GIT_CEILING_DIRECTORIES',
  'GIT_DISCOVERY_ACROSS_FILESYSTEM',
]);

function safeEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = Object.entries(env).filter(([name]) => !/^GIT_/i.test(name) || keptVariables.has(name.toUpperCase()));
  return {
    ...Object.fromEntries(own),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    NoDefaultCurrentDirectoryInExePath: '1',
  };
}

function firstLine(bytes: Buffer): string | undefined {
  const [line = ''] = bytes.toString('utf8').split('\n');
  const text = line.replace(/^(?:fatal|error): /, '').trim();
  return text === '' ? undefined : text;
}
