import type { ActivityNetwork } from '../network/activityNetwork';
import { entersFinish, linkType, noInstant } from '../network/links';
import { topologyOf, type Topology } from '../network/topology';

/**
 * A network without those points that only say again what their neighbours say, as the beginning and end of a parent
 * mostly do: a run has less to go through. What starts at a known instant and holds others hands it on to them; what
 * ends with others, and holds nobody, goes. The dates of everything else stay as they are, and so does what is critical,
 * unless a point would have been the last of its group.
 *
 * @param isPoint whether an activity has no length and no stated dates, and nobody asks for its dates
 * @returns the same activities, points that have gone with a `duration` of NaN, and the links that are left
 */
export function withoutPoints(network: ActivityNetwork, isPoint: (activity: number) => boolean): ActivityNetwork {
  const { count, links, lagCalendar } = network;
  const pruning = new Pruning(network, topologyOf(count, links));
  pruning.handOn(isPoint);
  pruning.dropEnds(isPoint);
  const kept = links.to.map((_, link) => link).filter((link) => pruning.isKept[link] === 1);
  return {
    ...network,
    duration: pruning.duration,
    earliestStart: pruning.earliestStart,
    links: {
      from: kept.map((link) => links.from[link] ?? -1),
      to: kept.map((link) => links.to[link] ?? -1),
      type: Uint8Array.from(kept, (link) => links.type[link] ?? 0),
      lag: kept.map((link) => links.lag[link] ?? 0),
    },
    ...(lagCalendar ? { lagCalendar: kept.map((link) => lagCalendar[link] ?? 0) } : {}),
  };
}

class Pruning {
  readonly duration: Float64Array;
  readonly earliestStart: Float64Array;
  readonly isKept: Uint8Array;
  /** How many links lead into each activity, and how many of them do not just hold its start. */
  readonly #into: Int32Array;
  readonly #others: Int32Array;

  constructor(
    private readonly network: ActivityNetwork,
    private readonly topology: Topology,
  ) {
    const { count, duration, earliestStart, links } = network;
    this.duration = duration.slice();
    this.earliestStart = earliestStart?.slice() ?? new Float64Array(count).fill(noInstant);
    this.isKept = new Uint8Array(links.to.length).fill(1);
    this.#into = new Int32Array(count);
    this.#others = new Int32Array(count);
    links.to.forEach((to, link) => {
      this.#into[to] = (this.#into[to] ?? 0) + 1;
      if (!isPlain(links.type[link], links.lag[link])) this.#others[to] = (this.#others[to] ?? 0) + 1;
    });
  }

  /** From the first to the last: what waits for nothing is known from the beginning. */
  handOn(isPoint: (activity: number) => boolean): void {
    const { first, link: linkAt, target, type, lag } = this.topology.successors;
    for (const activity of this.topology.order) {
      if (this.#into[activity] !== 0 || this.topology.inCycle[activity] === 1 || !isPoint(activity)) continue;
      const instant = Math.max(this.network.origin, this.earliestStart[activity] ?? noInstant);
      for (let at = first[activity] ?? 0; at < (first[activity + 1] ?? 0); at++) {
        const to = target[at] ?? 0;
        const isFirstOf = this.network.firstOf?.[to] === 1;
        if (isFirstOf || entersFinish(type[at] ?? 0) || lag[at] !== 0) continue;
        this.earliestStart[to] = Math.max(this.earliestStart[to] ?? noInstant, instant);
        this.isKept[linkAt[at] ?? 0] = 0;
        this.#into[to] = (this.#into[to] ?? 0) - 1;
      }
    }
  }

  /** From the last to the first: what holds nobody is not needed, but where a lag makes it later than all others. */
  dropEnds(isPoint: (activity: number) => boolean): void {
    const { first, link: linkAt, target } = this.topology.successors;
    for (let place = this.topology.order.length - 1; place >= 0; place--) {
      const activity = this.topology.order[place] ?? 0;
      let holds = false;
      for (let at = first[activity] ?? 0; at < (first[activity + 1] ?? 0); at++) {
        const link = linkAt[at] ?? 0;
        if (Number.isNaN(this.duration[target[at] ?? 0] ?? NaN)) this.isKept[link] = 0;
        holds ||= this.isKept[link] === 1;
      }
      if (!holds && this.#others[activity] === 0 && this.topology.inCycle[activity] === 0 && isPoint(activity))
        this.duration[activity] = NaN;
    }
  }
}

/** Whether a link lets its successor start when its predecessor has finished. */
function isPlain(type = 0, lag = 0): boolean {
  return type === linkType.FS && lag === 0;
}
