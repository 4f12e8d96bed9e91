import type { Dirent, Stats } from 'node:fs';
import type { Temporal } from 'temporal-polyfill';

/** What the command line reads and writes of a file system. */
export interface FileSystem {
  readdir(path: string, options: { withFileTypes: true }): Promise<Dirent[]>;
  readFile(path: string): Promise<Uint8Array>;
  realpath(path: string): Promise<string>;
  stat(path: string): Promise<Stats>;
  /** Refuses where the file may not be written. */
  access(path: string, mode: number): Promise<void>;
  writeFile(path: string, bytes: Uint8Array, options: { flag: 'wx'; flush: true }): Promise<void>;
  chmod(path: string, mode: number): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  rm(path: string, options: { force: true }): Promise<void>;
}

/** All that a command touches of the machine that it runs on. */
export interface CommandIo {
  /** The absolute path of the working folder. */
  readonly cwd: string;
  /** Whether results are drawn in colour. */
  readonly colour: boolean;
  /** How many columns results that are read by people may take. */
  readonly columns: number;
  readonly files: FileSystem;
  /** Writes results. */
  out(text: string): void;
  /** Writes what is wrong with the call or with the machine. */
  err(text: string): void;
  /** The preview's own script and style sheet, as they are bundled. */
  preview(): Promise<{ readonly script: string; readonly style: string }>;
  /** The date in the user's time zone. */
  today(): Temporal.PlainDate;
}

/**
 * What a command ends with: nothing wrong; findings at error or over the warning limit; arguments that cannot be used,
 * a path that is missing, a part of the plans that cannot be read, or no plan file.
 */
export const exitCode = { clean: 0, findings: 1, unusable: 2 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
