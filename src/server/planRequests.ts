import type { Connection } from 'vscode-languageserver';
import type { PlanService } from '../core/service';
import { planChangedNotification } from '../protocol';
import { batched } from './batch';

/** How long changes are gathered before the client is told of them, in milliseconds. */
const delay = 10;

/** Serves what Throughline adds to the Language Server Protocol. */
export function servePlanRequests(connection: Connection, service: PlanService): void {
  service.onDidChange(batched(() => void connection.sendNotification(planChangedNotification), delay));
}
