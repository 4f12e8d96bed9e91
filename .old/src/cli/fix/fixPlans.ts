import { URI } from 'vscode-uri';
import { applyEdits } from '../../core/edit/applyEdits';
import { fixedFiles, type AppliedFix, type FixedFiles } from '../../core/features/fixAll';
import type { PlanState } from '../../core/service';
import { decodeText } from '../../server/decodeText';
import type { AskedPlans } from '../askedPlans';
import { displayPath, relativePath, unwritableText } from '../checkedPaths';
import type { CommandIo } from '../commandIo';
import { bytesLike } from './fileBytes';
import { writeWhole } from './writeWhole';

/** What a call has changed. */
export interface FixedPlans {
  /** By their file, and in a file by their place. */
  readonly fixes: readonly ReportedFix[];
  /** What could not be changed, a sentence each. */
  readonly unwritable: readonly string[];
}

/** A fix as the command line tells it. */
export interface ReportedFix {
  /** Relative to the working folder, with forward slashes. */
  readonly file: string;
  /** In the file as it is now, counted from 1. */
  readonly line: number;
  readonly rule: string;
  readonly title: string;
}

/** Applies all certain fixes of the files that are asked for, on the disk and in their plans. */
export async function fixPlans({ service, files }: AskedPlans, io: CommandIo): Promise<FixedPlans> {
  const urisOf = new Map<PlanState, string[]>();
  for (const { file, state } of files) urisOf.set(state, [...(urisOf.get(state) ?? []), file.uri]);
  const fixes: ReportedFix[] = [];
  const unwritable: string[] = [];
  for (const [state, uris] of urisOf) {
    const fixed = fixedFiles(state, uris);
    for (const [uri, applied] of byFile(fixed)) {
      const path = URI.parse(uri).fsPath;
      const problem = await written(path, textAfter(state, uri, fixed), io);
      if (problem === undefined) fixes.push(...applied.map((fix) => reported(fix, path, io.cwd)));
      else unwritable.push(problem);
    }
  }
  await service.didChangeFiles(files.map(({ file: { uri } }) => ({ uri, type: 'changed' })));
  return { fixes, unwritable };
}

function byFile(fixed: FixedFiles | undefined): ReadonlyMap<string, readonly AppliedFix[]> {
  const files = new Map<string, AppliedFix[]>();
  for (const fix of fixed?.applied ?? []) files.set(fix.uri, [...(files.get(fix.uri) ?? []), fix]);
  return files;
}

interface Change {
  readonly before: string;
  readonly after: string | undefined;
}

function textAfter({ plan }: PlanState, uri: string, fixed: FixedFiles | undefined): Change {
  const before = plan.files.get(uri)?.document.source.toString() ?? '';
  const edits = fixed?.edit.edits.filter((edit) => edit.uri === uri) ?? [];
  return { before, after: applyEdits(before, edits) };
}

/** @returns why the file is as it was; undefined where it is written */
async function written(path: string, { before, after }: Change, io: CommandIo): Promise<string | undefined> {
  const kept = (why: string): string => `${displayPath(path, io.cwd)} is left as it was: ${why}.`;
  try {
    const bytes = await io.files.readFile(path);
    if (after === undefined || decodeText(bytes) !== before) return kept('it has changed meanwhile');
    const next = bytesLike(bytes, after);
    if (!next) return kept('it holds bytes that are no text');
    await writeWhole(path, next, io.files);
    return undefined;
  } catch (error) {
    return unwritableText(path, io.cwd, error);
  }
}

function reported({ rule, title, line }: AppliedFix, path: string, cwd: string): ReportedFix {
  return { file: relativePath(path, cwd), line: line + 1, rule, title };
}
