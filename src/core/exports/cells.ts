import type { Share, State, StateKind } from '../views/model';
import { percentText } from '../views/texts';
import { cell, type Cell, type Tone } from './viewDocument';

const tones: Readonly<Record<StateKind, Tone | undefined>> = {
  'on-track': 'good',
  'at-risk': 'warning',
  'off-track': 'bad',
  paused: 'quiet',
  todo: undefined,
  'in-progress': undefined,
  blocked: 'warning',
  done: 'good',
  dropped: 'quiet',
};

/** A state as a cell: its word, in its tone. */
export function stateCell(state: State | undefined): Cell {
  return state ? cell(state.text, tones[state.kind]) : cell(undefined);
}

export function toneOf(state: State | undefined): Tone | undefined {
  return state && tones[state.kind];
}

/** How far something is, in percent and as a track. */
export function progressCell(progress: Share | undefined): Cell {
  return { text: progress === undefined ? '' : percentText(progress), share: progress };
}
