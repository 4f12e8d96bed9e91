import picomatch from 'picomatch';

/**
 * Whether a path is what a glob says, or is in a folder that it says: a folder stands for everything in it, as in other
 * tools' exclude lists.
 *
 * @param path from the folder that the glob is written for, without a slash at its start
 */
export function isInGlob(path: string, glob: string): boolean {
  const pattern = glob.replace(/^\.?\//, '').replace(/\/+$/, '');
  return pattern !== '' && picomatch.isMatch(path, [pattern, `${pattern}/**`], { dot: true });
}
