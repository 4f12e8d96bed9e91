import type { Connection } from 'vscode-languageserver';
import { nodeFiles } from './nodeFiles';
import { nodeHolidays } from './nodeHolidays';
import type { Platform } from './server';

/** A server in Node. */
export function nodePlatform(connection: Connection): Platform {
  return { files: nodeFiles(connection), holidays: () => nodeHolidays };
}
