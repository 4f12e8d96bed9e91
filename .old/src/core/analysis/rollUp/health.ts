import type { AnyEntity } from '../../plan/entity';

/** How something stands: as its manager says, or as its figures do. */
export type HealthState = 'on-track' | 'at-risk' | 'off-track' | 'paused' | 'done';

/** From when on the figures say that something is at risk or off track. */
export interface HealthThresholds {
  /** More working days late than this is off track; any day late is at risk. */
  readonly daysLate: number;
  /** More than this share of the whole length late is off track, for a project with a start and an end. */
  readonly shareLate: number;
  /** An estimate at completion above this share of the budget is at risk. */
  readonly costAtRisk: number;
  /** One above this share is off track. */
  readonly costOffTrack: number;
  /** No estimate at completion is trusted before this share of the work is done. */
  readonly progressForCost: number;
}

export const healthThresholds: HealthThresholds = {
  daysLate: 10,
  shareLate: 0.1,
  costAtRisk: 1.1,
  costOffTrack: 1.25,
  progressForCost: 0.15,
};

/** One thing that speaks against a thing's being on track. */
export interface HealthReason {
  readonly kind: 'finish' | 'milestone' | 'deadline' | 'check' | 'cost' | 'project';
  readonly state: 'at-risk' | 'off-track';
  /** Goes on after the title: `finishes 5 working days after its end`. */
  readonly why: string;
  /** The milestone, item, check or project that it is about, where it is not the thing itself. */
  readonly about?: AnyEntity;
}

/** How something stands by its own manager and by its figures: apart, so that the two can be compared. */
export interface Health {
  readonly stated: HealthState | undefined;
  /** Undefined where there is nothing to judge by: no dates, or nothing to hold them against. */
  readonly computed: HealthState | undefined;
  /** Why the computed one is not better; the worst first. Empty for what is on track, paused or done. */
  readonly reasons: readonly HealthReason[];
}

/** What comes of comparing one figure with what it should be: a reason, or that it is as it should be. */
export type Judgement = HealthReason | 'kept';

/** The health that follows from all that could be judged. */
export function healthFrom(judgements: readonly Judgement[]): Pick<Health, 'computed' | 'reasons'> {
  const reasons = judgements.filter((judgement) => judgement !== 'kept');
  const worst = reasons.filter(({ state }) => state === 'off-track');
  if (reasons.length === 0) return { computed: judgements.length > 0 ? 'on-track' : undefined, reasons };
  return {
    computed: worst.length > 0 ? 'off-track' : 'at-risk',
    reasons: [...worst, ...reasons.filter(({ state }) => state === 'at-risk')],
  };
}
