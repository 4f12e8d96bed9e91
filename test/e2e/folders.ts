import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** What a run needs and the next one may throw away. */
export const cacheFolder = fileURLToPath(new URL('../../.cache/e2e', import.meta.url));

/** The folders that the tests open in VS Code, by name. */
export const workspacesFolder = fileURLToPath(new URL('workspaces', import.meta.url));

/** Bundle of the tests that run inside the extension host. It has to be below the project's folder to be served. */
export const hostBundle = fileURLToPath(new URL('../../out/e2e/index.js', import.meta.url));

/** Where screenshots go. */
export const screenshotFolder = fileURLToPath(new URL('../../out/screenshots', import.meta.url));
