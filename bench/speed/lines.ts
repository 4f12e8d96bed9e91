import { answers } from './answers';
import { cold } from './cold';
import type { Line } from './context';
import { ids } from './ids';
import { keystroke, structure } from './keystroke';
import { memory } from './memory';
import { open } from './open';
import { preview } from './preview';
import { stub } from './stub';

/** The lines of the table, by the names that they are asked for by. */
export const lines: Readonly<Record<string, Line>> = {
  keystroke,
  structure,
  ids,
  open,
  cold,
  memory,
  answers,
  preview,
  stub,
};
