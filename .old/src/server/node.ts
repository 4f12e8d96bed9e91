import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodePlatform } from './nodePlatform';
import { startServer } from './server';

const connection = createConnection(ProposedFeatures.all);
startServer(connection, nodePlatform(connection));
