/**
 * The command that asks somebody which work something is to wait for, and writes the dependency. The client runs it; its
 * argument is the path of the entry.
 */
export const addDependencyCommand = 'throughline.addDependency';
