import { element, escaped } from './markup';
import { fitted } from './textWidth';

export interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** In pixels; a longer text is cut, and stands whole in the title that a pointer shows. */
  readonly width?: number;
  readonly anchor?: 'start' | 'end';
  readonly quiet?: boolean;
  readonly strong?: boolean;
}

export function textOf(text: string, { x, y, size, width = Infinity, anchor, quiet, strong }: TextPlace): string {
  const shown = Number.isFinite(width) ? fitted(text, width, size) : text;
  if (shown === '') return '';
  const classes = [quiet ? 'quiet' : '', strong ? 'strong' : ''].filter((name) => name !== '').join(' ');
  const whole = shown === text ? [] : [element('title', {}, [escaped(text)])];
  return element(
    'text',
    {
      x,
      y,
      'font-size': size,
      'text-anchor': anchor === 'end' ? 'end' : undefined,
      class: classes === '' ? undefined : classes,
    },
    [...whole, escaped(shown)],
  );
}
