import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFiles } from './nodeFiles';
import { startServer } from './server';

const connection = createConnection(ProposedFeatures.all);
startServer(connection, nodeFiles(connection));
