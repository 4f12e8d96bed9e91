import type { Work } from '../../plan/plan';
import type { Instant } from '../calendar';
import { criticalPath } from '../network/criticalPath';
import type { NetworkDates } from '../network/activityNetwork';
import { noInstant } from '../network/links';
import type { ConnectedFiles } from './connectedFiles';
import type { FileNetwork } from './fileNetwork';
import { planNetwork, type PlanNetwork } from './planNetwork';
import type { Dates } from './scheduledWork';
import { earlyStartIn } from './workDates';

/** When work that is connected was planned to take place. It is worked out when it is first asked for. */
export class PlannedPart implements ConnectedFiles {
  #known: { readonly network: PlanNetwork; readonly dates: NetworkDates } | undefined;

  /** @param today the first instant of the day */
  constructor(
    readonly files: readonly FileNetwork[],
    private readonly today: Instant,
  ) {}

  dates(work: Work): Dates | undefined {
    const { network, dates } = (this.#known ??= this.#workOut());
    const start = earlyStartIn(network, dates, work);
    const finish = dates.earlyFinish[network.nodesOf.get(work)?.finish ?? -1] ?? noInstant;
    return start === noInstant || finish === noInstant ? undefined : { start, finish };
  }

  #workOut(): { readonly network: PlanNetwork; readonly dates: NetworkDates } {
    const network = planNetwork(this.files, this.today);
    return { network, dates: criticalPath(network.activities) };
  }
}
