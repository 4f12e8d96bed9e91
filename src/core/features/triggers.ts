// After which characters a client asks by itself, as the server announces it.

/** For completion, beside the characters of words: ids go on behind a hyphen. */
export const completionTriggers: readonly string[] = [' ', '-', '/', '[', '{'];

/** For on-type formatting: a line break, and the two characters that an element of a list begins with. */
export const onTypeTriggers = ['\n', '-', ' '] as const;
