import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { clientFiles } from './clientFiles';
import { startServer } from './server';
import { noFiles } from './serverFiles';
import { workerHolidays } from './workerHolidays';

// The language server's own types bring those of a window along.
declare const self: DedicatedWorkerGlobalScope;

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
startServer(connection, {
  files: ({ readsFiles }) => (readsFiles === true ? clientFiles(connection) : noFiles),
  holidays: ({ holidays }) => workerHolidays(holidays),
});
