/** Moves the focus among `stops` with the arrow keys of a direction, Home and End; it goes around at the ends. */
export function moveAlong(
  event: KeyboardEvent,
  stops: readonly HTMLElement[],
  direction: 'horizontal' | 'vertical',
): void {
  const shown = stops.filter((stop) => stop.offsetParent !== null);
  const index = shown.indexOf(document.activeElement as HTMLElement);
  const [back, forward] = direction === 'horizontal' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
  const targets: Readonly<Record<string, number>> = {
    [back]: index - 1,
    [forward]: index + 1,
    Home: 0,
    End: shown.length - 1,
  };
  const target = targets[event.key];
  if (target === undefined || keepsForText(event, event.key === back || event.key === 'Home')) return;
  event.preventDefault();
  shown.at(target % shown.length)?.focus();
}

/** Whether a key moves in the text of a field, and leaves it only from the end that it moves towards. */
function keepsForText({ target }: KeyboardEvent, backwards: boolean): boolean {
  if (!(target instanceof HTMLInputElement)) return false;
  const { selectionStart, selectionEnd, value } = target;
  if (selectionStart !== selectionEnd) return true;
  return selectionStart !== (backwards ? 0 : value.length);
}
