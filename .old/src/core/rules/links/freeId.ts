/** The id itself where nobody has it, else with the first number from 2 on that makes it free. Case does not part ids. */
export function freeId(id: string, taken: Iterable<string>): string {
  const known = new Set([...taken].map((each) => each.toLowerCase()));
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? id : `${id}-${String(number)}`;
    if (!known.has(candidate.toLowerCase())) return candidate;
  }
}
