/** A finding that a comment of an example announces. */
export interface AnnouncedFinding {
  readonly rule: string;
  /** The lines of the entry that the comment speaks of, from 0; the last is not included. */
  readonly first: number;
  readonly end: number;
}

const indentOf = (line: string): number => line.search(/\S|$/);

/** What the comments of a file announce: `# FINDING (rule): …` speaks of the entry after the comment. */
export function announcedFindings(text: string): readonly AnnouncedFinding[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const rule = /^\s*# FINDING \(([\w-]+)\)/.exec(line)?.[1];
    if (rule === undefined) return [];
    const first = lines.findIndex((each, at) => at > index && !each.trimStart().startsWith('#'));
    const after = lines.findIndex((each, at) => at > first && indentOf(each) <= indentOf(lines[first] ?? ''));
    return [{ rule, first, end: after < 0 ? lines.length : after }];
  });
}
