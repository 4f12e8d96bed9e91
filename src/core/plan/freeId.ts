/** The id itself where nobody has it, else with the first number from 2 on that makes it free. Case does not part ids. */
export function freeId(id: string, taken: Iterable<string>): string {
  const wanted = id.toLowerCase();
  const known = new Set<string>();
  for (const each of taken) {
    const lower = each.toLowerCase();
    if (lower.startsWith(wanted)) known.add(lower);
  }
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? id : `${id}-${String(number)}`;
    if (!known.has(candidate.toLowerCase())) return candidate;
  }
}
