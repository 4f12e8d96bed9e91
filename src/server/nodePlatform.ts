import { setImmediate } from 'node:timers';
import type { Connection } from 'vscode-languageserver';
import { nodeFiles } from './nodeFiles';
import { nodeHolidays } from './nodeHolidays';
import type { AfterOthers } from './pauses';
import type { Platform } from './server';

/** A server in Node. */
export function nodePlatform(connection: Connection): Platform {
  return { files: nodeFiles(connection), holidays: () => nodeHolidays, afterOthers };
}

/** A message is read in one turn of the event loop and answered in the next, which begins after what waits already. */
const afterOthers: AfterOthers = (resume) => {
  setImmediate(() => setImmediate(() => setImmediate(resume)));
};
