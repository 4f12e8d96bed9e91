import type { DependencyType } from '../../plan/scalars';

/** What each type of dependency means for whatever waits. */
export const dependencyMeanings: Readonly<Record<DependencyType, string>> = {
  FS: 'Finish to start: it starts when this has finished',
  SS: 'Start to start: it starts when this has started',
  FF: 'Finish to finish: it finishes when this has finished',
  SF: 'Start to finish: it finishes when this has started',
};
