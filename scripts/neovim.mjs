// Where Neovim is, the second editor of the tests, and how it gets here. Uses Node alone.
import { ensureProgram, pathOf } from './debianPackage.mjs';

const neovim = {
  title: 'Neovim',
  debianPackage: 'neovim',
  names: ['nvim'],
  variable: 'NVIM_PATH',
  purpose: 'the tests in a second editor',
};

/** The path of the Neovim that the tests drive; undefined where there is none. */
export const findNeovim = () => pathOf(neovim);

/** Finds Neovim or, as root on Debian, installs its package; throws a sentence that says what to do where it cannot. */
export const ensureNeovim = () => ensureProgram(neovim);
