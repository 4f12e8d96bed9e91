// Generated from schemas/source by `npm run generate`. Do not edit.

/**
 * Free text. Quote it where it holds a colon or a number sign.
 */
export type TextValue = string | number | boolean;
/**
 * A short name that people will read in views and messages.
 */
export type TitleTextValue = string | number | boolean;
/**
 * Letters and digits, with single dots, underscores or hyphens between them.
 */
export type IdValue = string | number | boolean;
/**
 * A calendar day, written year-month-day.
 */
export type DateValue = string;
/**
 * A day, month, ISO week, quarter, half year or year. As a limit it stands for its last day.
 */
export type PeriodValue = string | number;
/**
 * One day, or the first and the last day with two dots between them.
 */
export type DateRangeValue = string;
/**
 * Working time in hours (`h`), days (`d`), weeks (`w`) or months of 20 days (`mo`). An `e` before the unit makes it elapsed time, weekends included.
 */
export type DurationValue = string;
/**
 * A T-shirt size. The project's `sizes` say how much effort each one stands for.
 */
export type SizeValue = 'XS' | 'S' | 'M' | 'L' | 'XL';
/**
 * What has to come first. Add `SS`, `FF` or `SF` where it is not finish-to-start, and a lag such as `+2d` where there is a wait.
 */
export type DependencyValue = string | number | boolean;
/**
 * An amount and its three-letter currency code.
 */
export type MoneyValue = string;
/**
 * Money for each hour (`h`), day (`d`), week (`w`) or month (`mo`) of work.
 */
export type RateValue = string;
/**
 * From 0% to 100%, with the sign.
 */
export type PercentValue = string;
/**
 * A number, with its unit where it has one.
 */
export type QuantityValue = string | number;
/**
 * A web address, or a path to a file beside the plan.
 */
export type LinkValue = string | number | boolean;
/**
 * What it would cost, as money or as delay.
 */
export type ImpactValue = string;
/**
 * How likely it is, as a percentage or in words.
 */
export type ProbabilityValue = string;
/**
 * A number without a unit, zero or more.
 */
export type NumberValue = number;
/**
 * A number without a unit, greater than zero.
 */
export type PositiveNumberValue = number;
/**
 * `true` or `false`.
 */
export type BooleanValue = boolean;
/**
 * The two-letter ISO 3166 code of a country, in capitals.
 */
export type CountryValue = string;
/**
 * An address that mail can be sent to.
 */
export type EmailValue = string;
/**
 * A path pattern relative to this file; `*` stands for any part of a name and `**` for any folders.
 */
export type GlobValue = string | number | boolean;
/**
 * An area that the role holds. With `+` it is added to what is inherited, with `-` it is taken away.
 */
export type AreaChangeValue = string | number | boolean;
/**
 * A day on which people work.
 */
export type WeekdayValue = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';
/**
 * The id of a product goal; with the roadmap's id before it where two roadmaps use the same id.
 */
export type GoalReference = string | number | boolean;
/**
 * The id of a feature of a roadmap.
 */
export type FeatureReference = string | number | boolean;
/**
 * The id of a release of a roadmap.
 */
export type ReleaseReference = string | number | boolean;
/**
 * The id of a strategic theme of a roadmap.
 */
export type ThemeReference = string | number | boolean;
/**
 * The id of a customer segment or persona of a roadmap.
 */
export type CustomerReference = string | number | boolean;
/**
 * The id of a program, a group of related projects.
 */
export type ProgramReference = string | number | boolean;
/**
 * The id of a person or team; any name where the plan does not list its people.
 */
export type PersonReference = string | number | boolean;
/**
 * A role of the catalogue or of `roles`; any other text is taken as a job title.
 */
export type RoleReference = string | number | boolean;
/**
 * The name of an area that somebody answers for.
 */
export type AreaReference = string | number | boolean;
/**
 * The id of a work item.
 */
export type ItemReference = string | number | boolean;
/**
 * The id of a milestone.
 */
export type MilestoneReference = string | number | boolean;
/**
 * How soon it comes up, without a promise of a date.
 */
export type HorizonValue = 'now' | 'next' | 'later';
/**
 * A rough degree.
 */
export type LevelValue = 'low' | 'medium' | 'high';
/**
 * How much the result depends on it, by the MoSCoW scheme.
 */
export type PriorityValue = 'must' | 'should' | 'could' | 'wont';
/**
 * The manager's own judgement of where things stand.
 */
export type HealthValue = 'on-track' | 'at-risk' | 'off-track' | 'paused';
/**
 * The version of the file format. Version 1 is the only one so far.
 */
export type FormatValue = 1;
/**
 * Anything worth writing down that has no key of its own.
 */
export type NotesValue = TextValue;
/**
 * Tickets, documents or pages that belong to this, as web addresses or paths.
 */
export type Links = LinkValue | LinkValue[];
/**
 * Somebody, or a team, supplier or client, who owns work or is assigned to it.
 */
export type Person =
  | string
  | number
  | boolean
  | {
      /**
       * The full name, as people know it.
       */
      name?: TextValue;
      /**
       * Whether this is one person or a group. Only the capacity of a person is counted.
       */
      kind?: 'person' | 'team' | 'supplier' | 'client';
      /**
       * What this person is here to do. One person may hold several roles.
       */
      role?: RoleReference | RoleReference[];
      /**
       * The team or department that the person belongs to.
       */
      team?: TextValue;
      /**
       * Where to reach this person.
       */
      email?: EmailValue;
      /**
       * How much of full time this person works.
       */
      capacity?: PercentValue;
      /**
       * What this person's time costs. It turns effort into money.
       */
      rate?: RateValue;
      /**
       * Days off. No work is planned for this person on them.
       */
      away?: DateRangeValue | DateRangeValue[];
      /**
       * The country whose public holidays this person has.
       */
      country?: CountryValue;
      /**
       * Anything worth writing down that has no key of its own.
       */
      notes?: NotesValue;
      /**
       * Tickets, documents or pages that belong to this, as web addresses or paths.
       */
      links?: Links;
    };
/**
 * A job with its own question to answer and its own responsibilities.
 */
export type Role =
  | string
  | number
  | boolean
  | {
      /**
       * What the role is called in this organisation.
       */
      title?: TitleTextValue;
      /**
       * What the role is for, in a sentence or two.
       */
      summary?: TextValue;
      /**
       * The question that this role has to answer.
       */
      answers?: TextValue;
      /**
       * The role whose responsibilities this one starts from.
       */
      extends?: RoleReference;
      /**
       * The areas that the role holds. `+` and `-` change what it has from the role that it extends.
       */
      responsibilities?: AreaChangeValue | AreaChangeValue[];
      /**
       * How one can tell that the role is filled well.
       */
      measures?: TextValue | TextValue[];
      /**
       * Anything worth writing down that has no key of its own.
       */
      notes?: NotesValue;
      /**
       * Tickets, documents or pages that belong to this, as web addresses or paths.
       */
      links?: Links;
    };
/**
 * Who answers for an area and who takes part in it, as in a RACI matrix.
 */
export type Assignment =
  | string
  | number
  | boolean
  | {
      /**
       * The one person who answers for the result. Where two do, nobody really does.
       */
      accountable?: PersonReference | PersonReference[];
      /**
       * Who does the work.
       */
      responsible?: PersonReference | PersonReference[];
      /**
       * Whose opinion is asked before a decision.
       */
      consulted?: PersonReference | PersonReference[];
      /**
       * Who is told afterwards.
       */
      informed?: PersonReference | PersonReference[];
      /**
       * Why the area lies here although another role usually holds it. With a note the overlap counts as intended.
       */
      note?: TextValue;
      /**
       * Anything worth writing down that has no key of its own.
       */
      notes?: NotesValue;
      /**
       * Tickets, documents or pages that belong to this, as web addresses or paths.
       */
      links?: Links;
    };
/**
 * A group of related projects, managed together for a result that none of them reaches alone.
 */
export type Program =
  | string
  | number
  | boolean
  | {
      /**
       * The program's name.
       */
      title?: TitleTextValue;
      /**
       * Who answers for the way in which the projects fit together.
       */
      manager?: PersonReference;
      /**
       * The product goal or goals that the program serves. Its projects inherit them.
       */
      goal?: GoalReference | GoalReference[];
      /**
       * What the program is about.
       */
      description?: TextValue;
      /**
       * What the organisation gains once the program is through.
       */
      benefits?: TextValue | TextValue[];
      /**
       * Moments that matter and take no time, such as an approval or a go-live.
       */
      milestones?: Milestones;
      /**
       * What might go wrong, how likely it is, and what is done about it.
       */
      risks?: Risks;
      /**
       * What stakeholders were told and when, newest or oldest first.
       */
      status_updates?: StatusUpdates;
      /**
       * Anything worth writing down that has no key of its own.
       */
      notes?: NotesValue;
      /**
       * Tickets, documents or pages that belong to this, as web addresses or paths.
       */
      links?: Links;
    };
/**
 * A point in time that the plan is steered by. It is reached when everything that it waits for is done.
 */
export type Milestone =
  | string
  | number
  | boolean
  | {
      /**
       * What is reached at this point.
       */
      title?: TitleTextValue;
      /**
       * The day on which it is planned to be reached.
       */
      date?: DateValue;
      /**
       * The product goal or goals that the milestone brings nearer.
       */
      goal?: GoalReference | GoalReference[];
      /**
       * The release that the milestone stands for.
       */
      release?: ReleaseReference;
      /**
       * What has to be done first in other projects. Work of this project names the milestone in its own `milestone` instead.
       */
      depends_on?: DependencyValue | DependencyValue[];
      /**
       * The day on which it was in fact reached. Leave it out until then.
       */
      reached?: DateValue;
      /**
       * Anything worth writing down that has no key of its own.
       */
      notes?: NotesValue;
      /**
       * Tickets, documents or pages that belong to this, as web addresses or paths.
       */
      links?: Links;
    };
/**
 * Something that has not happened yet and would do harm if it did.
 */
export type Risk =
  | string
  | number
  | boolean
  | {
      /**
       * What might happen.
       */
      title?: TitleTextValue;
      /**
       * How likely it is. In words, low counts as 10%, medium as 40% and high as 70%.
       */
      probability?: ProbabilityValue;
      /**
       * What it would cost if it happened, as money, as delay, or as both in a list.
       */
      impact?: ImpactValue | ImpactValue[];
      /**
       * What is done about the risk.
       */
      response?: 'avoid' | 'mitigate' | 'transfer' | 'accept' | 'escalate';
      /**
       * The steps that carry out the response.
       */
      plan?: TextValue;
      /**
       * Who watches the risk and acts on it.
       */
      owner?: PersonReference;
      /**
       * Whether the risk is still ahead.
       */
      status?: 'open' | 'occurred' | 'closed';
      /**
       * Anything worth writing down that has no key of its own.
       */
      notes?: NotesValue;
      /**
       * Tickets, documents or pages that belong to this, as web addresses or paths.
       */
      links?: Links;
    };
/**
 * What stakeholders were told and when, newest or oldest first.
 */
export type StatusUpdates = StatusUpdate | StatusUpdate[];
/**
 * What was decided, by whom and why, so that nobody has to ask again.
 */
export type Decisions = Decision | Decision[];
/**
 * One choice that was made, with its reason.
 */
export type Decision =
  | string
  | number
  | boolean
  | {
      /**
       * The day on which it was decided.
       */
      date?: DateValue;
      /**
       * What was decided.
       */
      title?: TitleTextValue;
      /**
       * Who decided.
       */
      by?: PersonReference;
      /**
       * The reason, and what was considered instead.
       */
      why?: TextValue;
      /**
       * Anything worth writing down that has no key of its own.
       */
      notes?: NotesValue;
      /**
       * Tickets, documents or pages that belong to this, as web addresses or paths.
       */
      links?: Links;
    };
/**
 * A strategic direction that several goals or features share.
 */
export type Theme =
  | string
  | number
  | boolean
  | {
      /**
       * The theme in a word or two.
       */
      title?: TitleTextValue;
      /**
       * What belongs to the theme and why it matters.
       */
      description?: TextValue;
      /**
       * Anything worth writing down that has no key of its own.
       */
      notes?: NotesValue;
      /**
       * Tickets, documents or pages that belong to this, as web addresses or paths.
       */
      links?: Links;
    };
/**
 * A segment or persona, with what it needs from the product.
 */
export type Customer =
  | string
  | number
  | boolean
  | {
      /**
       * How this kind of customer is called.
       */
      title?: TitleTextValue;
      /**
       * What these customers want to get done.
       */
      needs?: TextValue | TextValue[];
      /**
       * Anything worth writing down that has no key of its own.
       */
      notes?: NotesValue;
      /**
       * Tickets, documents or pages that belong to this, as web addresses or paths.
       */
      links?: Links;
    };
/**
 * A result that the product is to reach, and the reason for all the work that serves it.
 */
export type Goal =
  | string
  | number
  | boolean
  | {
      /**
       * The result in one line, as it will be true once it is reached.
       */
      title: TitleTextValue;
      /**
       * What makes this goal worth the effort.
       */
      why?: TextValue;
      /**
       * Who answers for reaching the goal.
       */
      owner?: PersonReference;
      /**
       * The larger goal that this one is a part of.
       */
      parent?: GoalReference;
      /**
       * The strategic theme that the goal belongs to.
       */
      theme?: ThemeReference;
      /**
       * The segments or personas that gain from it.
       */
      customer?: CustomerReference | CustomerReference[];
      /**
       * How soon the goal comes up. The roadmap's board has a column for each.
       */
      horizon?: HorizonValue;
      /**
       * When the goal is to be reached, by the end of that period.
       */
      target?: PeriodValue;
      /**
       * Whether the goal is still pursued.
       */
      status?: 'proposed' | 'active' | 'achieved' | 'dropped';
      /**
       * The figures by which one can tell that the goal is reached.
       */
      key_results?: {
        /**
         * A figure that moves from where it is to where it should be.
         */
        [k: string]: KeyResult;
      };
      /**
       * Anything worth writing down that has no key of its own.
       */
      notes?: NotesValue;
      /**
       * Tickets, documents or pages that belong to this, as web addresses or paths.
       */
      links?: Links;
    };
/**
 * A figure that moves from where it is to where it should be.
 */
export type KeyResult =
  | string
  | number
  | boolean
  | {
      /**
       * What is measured.
       */
      title: TitleTextValue;
      /**
       * The figure at the start. Progress is counted from here, upwards or downwards.
       */
      baseline?: QuantityValue;
      /**
       * The figure to be reached, in the unit of the baseline.
       */
      target?: QuantityValue;
      /**
       * The latest figure, in the unit of the baseline.
       */
      current?: QuantityValue;
      /**
       * How sure the owner is of reaching the target.
       */
      confidence?: PercentValue;
      /**
       * When the target is to be reached.
       */
      due?: PeriodValue;
      /**
       * Who keeps the figure up to date and answers for it.
       */
      owner?: PersonReference;
      /**
       * Anything worth writing down that has no key of its own.
       */
      notes?: NotesValue;
      /**
       * Tickets, documents or pages that belong to this, as web addresses or paths.
       */
      links?: Links;
    };
/**
 * Something that the product will let its customers do.
 */
export type Feature =
  | string
  | number
  | boolean
  | {
      /**
       * What customers will be able to do.
       */
      title: TitleTextValue;
      /**
       * What it is and how it is meant to work.
       */
      description?: TextValue;
      /**
       * The goal or goals that the feature serves.
       */
      goal?: GoalReference | GoalReference[];
      /**
       * The release that brings the feature to customers.
       */
      release?: ReleaseReference;
      /**
       * The features that have to exist first.
       */
      depends_on?: FeatureReference | FeatureReference[];
      /**
       * The strategic theme that the feature belongs to.
       */
      theme?: ThemeReference;
      /**
       * How soon the feature comes up.
       */
      horizon?: HorizonValue;
      /**
       * Who decides what the feature is to be.
       */
      owner?: PersonReference;
      /**
       * The segments or personas that it is for.
       */
      customer?: CustomerReference | CustomerReference[];
      /**
       * How far the feature is. Without it the status follows from the project items that deliver it.
       */
      status?: 'idea' | 'planned' | 'in-progress' | 'released' | 'dropped';
      /**
       * How much the release depends on it, by the MoSCoW scheme.
       */
      priority?: PriorityValue;
      /**
       * Reach times impact times confidence, divided by effort. The higher the score, the sooner it pays off.
       */
      rice?: Rice;
      /**
       * Weighted shortest job first, the cost of delay divided by the size of the job.
       */
      wsjf?: Wsjf;
      /**
       * What the feature has to fulfil.
       */
      requirements?: TextValue | TextValue[];
      /**
       * How one can tell that the feature is finished and right.
       */
      acceptance?: TextValue | TextValue[];
      /**
       * Anything worth writing down that has no key of its own.
       */
      notes?: NotesValue;
      /**
       * Tickets, documents or pages that belong to this, as web addresses or paths.
       */
      links?: Links;
    };
/**
 * A set of features that reaches customers together.
 */
export type Release =
  | string
  | number
  | boolean
  | {
      /**
       * What the release is called.
       */
      title: TitleTextValue;
      /**
       * When it reaches customers, by the end of that period.
       */
      date?: PeriodValue;
      /**
       * The goal or goals that the release is made for.
       */
      goal?: GoalReference | GoalReference[];
      /**
       * Who answers for the release.
       */
      owner?: PersonReference;
      /**
       * How far the release is.
       */
      status?: 'planned' | 'in-progress' | 'released' | 'cancelled';
      /**
       * What has to be ready beside the software, such as support, training, pricing and legal.
       */
      readiness?: {
        /**
         * One thing that has to be in place before the release goes out.
         */
        [k: string]: ReadinessCheck;
      };
      /**
       * Anything worth writing down that has no key of its own.
       */
      notes?: NotesValue;
      /**
       * Tickets, documents or pages that belong to this, as web addresses or paths.
       */
      links?: Links;
    };
/**
 * One thing that has to be in place before the release goes out.
 */
export type ReadinessCheck =
  | string
  | number
  | boolean
  | {
      /**
       * What has to be in place.
       */
      title?: TitleTextValue;
      /**
       * The responsibility area that the check belongs to.
       */
      area?: AreaReference;
      /**
       * Who sees to it.
       */
      owner?: PersonReference;
      /**
       * Whether it is in place.
       */
      done?: BooleanValue;
      /**
       * When it has to be in place.
       */
      due?: PeriodValue;
      /**
       * Anything worth writing down that has no key of its own.
       */
      notes?: NotesValue;
      /**
       * Tickets, documents or pages that belong to this, as web addresses or paths.
       */
      links?: Links;
    };
/**
 * A suggestion that has not become a feature yet.
 */
export type Idea =
  | string
  | number
  | boolean
  | {
      /**
       * The idea in one line.
       */
      title: TitleTextValue;
      /**
       * What it would be and whom it would help.
       */
      description?: TextValue;
      /**
       * Where the idea comes from.
       */
      source?: TextValue;
      /**
       * The goal or goals that it could serve.
       */
      goal?: GoalReference | GoalReference[];
      /**
       * Reach times impact times confidence, divided by effort. The higher the score, the sooner it pays off.
       */
      rice?: Rice;
      /**
       * Weighted shortest job first, the cost of delay divided by the size of the job.
       */
      wsjf?: Wsjf;
      /**
       * What has become of the idea.
       */
      status?: 'new' | 'reviewing' | 'accepted' | 'declined';
      /**
       * Anything worth writing down that has no key of its own.
       */
      notes?: NotesValue;
      /**
       * Tickets, documents or pages that belong to this, as web addresses or paths.
       */
      links?: Links;
    };
/**
 * A piece of work, from a deliverable down to a task.
 */
export type Item =
  | string
  | number
  | boolean
  | {
      /**
       * What is to be done, in one line.
       */
      title: TitleTextValue;
      /**
       * What somebody has to know to do the work.
       */
      description?: TextValue;
      /**
       * What kind of work it is.
       */
      type?: 'deliverable' | 'epic' | 'story' | 'task' | 'bug' | 'spike';
      /**
       * The product goal or goals that the work serves, where they differ from those of its feature, parent or project.
       */
      goal?: GoalReference | GoalReference[];
      /**
       * The feature or features of the roadmap that the work delivers.
       */
      feature?: FeatureReference | FeatureReference[];
      /**
       * The release that the work has to be ready for.
       */
      release?: ReleaseReference;
      /**
       * Who answers for the result. Without assignees the owner does the work too.
       */
      owner?: PersonReference;
      /**
       * Who does the work, as one name, a list, or each with the share of their time.
       */
      assignees?:
        | string
        | number
        | boolean
        | PersonReference[]
        | {
            /**
             * From 0% to 100%, with the sign.
             */
            [k: string]: PercentValue;
          };
      /**
       * How far the work is. An item with children takes its status from them.
       */
      status?: 'todo' | 'in-progress' | 'blocked' | 'done' | 'dropped';
      /**
       * How much the project depends on it, by the MoSCoW scheme.
       */
      priority?: PriorityValue;
      /**
       * The effort in person-time, as one figure or as three points.
       */
      estimate?: Estimate;
      /**
       * A rough estimate as a T-shirt size, where a figure would claim too much.
       */
      size?: SizeValue;
      /**
       * How long it takes whoever works on it, as for a delivery or a training course.
       */
      duration?: DurationValue;
      /**
       * How much of the work is done. An item with children takes it from them.
       */
      progress?: PercentValue;
      /**
       * The effort that has gone into it so far.
       */
      spent?: DurationValue;
      /**
       * The day on which the work is planned to begin. Leave it out to have it computed.
       */
      start?: DateValue;
      /**
       * The last day on which the work is planned. Leave it out to have it computed.
       */
      end?: DateValue;
      /**
       * The day on which the work in fact began.
       */
      started?: DateValue;
      /**
       * The day on which the work was in fact finished.
       */
      finished?: DateValue;
      /**
       * The earliest day on which the work can begin, whatever else is ready.
       */
      not_before?: DateValue;
      /**
       * The day by which it has to be finished. It moves no dates, and a finish after it is reported.
       */
      deadline?: DateValue;
      /**
       * The items or milestones that this work waits for, with type and lag where they matter.
       */
      depends_on?: DependencyValue | DependencyValue[];
      /**
       * A milestone that waits for this item.
       */
      milestone?: MilestoneReference;
      /**
       * Your own words to group and filter by.
       */
      labels?: TextValue | TextValue[];
      /**
       * The smaller pieces that this work consists of.
       */
      items?: Items;
      /**
       * Whether the children follow one another in the order in which they are written.
       */
      sequential?: BooleanValue;
      /**
       * How one can tell that the work is finished and right.
       */
      acceptance?: TextValue | TextValue[];
      /**
       * What the item costs besides the effort, such as a licence or a purchase.
       */
      cost?: MoneyValue;
      /**
       * Anything worth writing down that has no key of its own.
       */
      notes?: NotesValue;
      /**
       * Tickets, documents or pages that belong to this, as web addresses or paths.
       */
      links?: Links;
    };
/**
 * Effort in person-time. Three points say how uncertain it is, and their weighted mean is planned with.
 */
export type Estimate =
  | string
  | {
      /**
       * The effort if all goes well.
       */
      optimistic: DurationValue;
      /**
       * The effort that is most likely.
       */
      likely: DurationValue;
      /**
       * The effort if most things go wrong.
       */
      pessimistic: DurationValue;
      /**
       * Anything worth writing down that has no key of its own.
       */
      notes?: NotesValue;
      /**
       * Tickets, documents or pages that belong to this, as web addresses or paths.
       */
      links?: Links;
    };
/**
 * A problem that is here now.
 */
export type Issue =
  | string
  | number
  | boolean
  | {
      /**
       * What the problem is.
       */
      title?: TitleTextValue;
      /**
       * Who sees that it is solved.
       */
      owner?: PersonReference;
      /**
       * The day on which it came up.
       */
      opened?: DateValue;
      /**
       * When it has to be solved.
       */
      due?: PeriodValue;
      /**
       * Whether it still needs attention.
       */
      status?: 'open' | 'resolved';
      /**
       * How it was solved.
       */
      resolution?: TextValue;
      /**
       * Anything worth writing down that has no key of its own.
       */
      notes?: NotesValue;
      /**
       * Tickets, documents or pages that belong to this, as web addresses or paths.
       */
      links?: Links;
    };
/**
 * A change of the agreed scope.
 */
export type Change =
  | string
  | number
  | boolean
  | {
      /**
       * The day of the change.
       */
      date?: DateValue;
      /**
       * What changes.
       */
      title?: TitleTextValue;
      /**
       * Who asked for it.
       */
      by?: PersonReference;
      /**
       * The items that come into scope.
       */
      adds?: ItemReference | ItemReference[];
      /**
       * The items that go out of scope.
       */
      removes?: ItemReference | ItemReference[];
      /**
       * Who agreed to the change.
       */
      approved_by?: PersonReference;
      /**
       * What it does to time, cost and scope.
       */
      effect?: TextValue;
      /**
       * Anything worth writing down that has no key of its own.
       */
      notes?: NotesValue;
      /**
       * Tickets, documents or pages that belong to this, as web addresses or paths.
       */
      links?: Links;
    };
/**
 * Somebody who can help or hinder the project, or has to live with its result.
 */
export type Stakeholder =
  | string
  | number
  | boolean
  | {
      /**
       * Who it is, or which group.
       */
      title?: TitleTextValue;
      /**
       * The person to talk to.
       */
      person?: PersonReference;
      /**
       * How much the outcome matters to them.
       */
      interest?: LevelValue;
      /**
       * How much they can do for or against the project.
       */
      influence?: LevelValue;
      /**
       * How often they hear from the project.
       */
      cadence?: 'daily' | 'weekly' | 'every-two-weeks' | 'monthly' | 'at-milestones';
      /**
       * Anything worth writing down that has no key of its own.
       */
      notes?: NotesValue;
      /**
       * Tickets, documents or pages that belong to this, as web addresses or paths.
       */
      links?: Links;
    };
/**
 * How a finding is shown, and whether it fails a check.
 */
export type SeverityValue = 'error' | 'warning' | 'info' | 'hint' | 'off';

/**
 * Everybody whom the plan names, by a short id. Once anyone is listed, every name in the plan has to be one of them.
 */
export interface People {
  /**
   * Somebody, or a team, supplier or client, who owns work or is assigned to it.
   */
  [k: string]: Person;
}
/**
 * Roles that this organisation adds to the built-in catalogue, or changes in it.
 */
export interface Roles {
  /**
   * A job with its own question to answer and its own responsibilities.
   */
  [k: string]: Role;
}
/**
 * Who answers for which area. An area that is not listed falls to the owner or manager, if it belongs to their role.
 */
export interface Responsibilities {
  /**
   * Who answers for an area and who takes part in it, as in a RACI matrix.
   */
  [k: string]: Assignment;
}
/**
 * The working days and hours by which all durations are counted.
 */
export interface Calendar {
  /**
   * The days of the week on which people work.
   */
  workdays?: WeekdayValue | WeekdayValue[];
  /**
   * How many hours a full working day has.
   */
  hours_per_day?: number;
  /**
   * Days on which nobody works, beside the public holidays of the country.
   */
  holidays?: DateRangeValue | DateRangeValue[];
  /**
   * Adds the public holidays of this country.
   */
  country?: CountryValue;
  /**
   * The state or province whose public holidays count too, by the second part of its ISO 3166-2 code.
   */
  region?: TextValue;
  /**
   * Anything worth writing down that has no key of its own.
   */
  notes?: NotesValue;
  /**
   * Tickets, documents or pages that belong to this, as web addresses or paths.
   */
  links?: Links;
}
/**
 * Related projects that are run as one, because they depend on each other or serve one goal together.
 */
export interface Programs {
  /**
   * A group of related projects, managed together for a result that none of them reaches alone.
   */
  [k: string]: Program;
}
/**
 * Moments that matter and take no time, such as an approval or a go-live.
 */
export interface Milestones {
  /**
   * A point in time that the plan is steered by. It is reached when everything that it waits for is done.
   */
  [k: string]: Milestone;
}
/**
 * What might go wrong, how likely it is, and what is done about it.
 */
export interface Risks {
  /**
   * Something that has not happened yet and would do harm if it did.
   */
  [k: string]: Risk;
}
/**
 * One report to the stakeholders.
 */
export interface StatusUpdate {
  /**
   * The day of the report.
   */
  date?: DateValue;
  /**
   * Who reported.
   */
  by?: PersonReference;
  /**
   * How things stood on that day.
   */
  health?: HealthValue;
  /**
   * The one thing that a busy reader should take away.
   */
  summary?: TextValue;
  /**
   * What was finished since the last report.
   */
  done?: TextValue | TextValue[];
  /**
   * What comes until the next report.
   */
  next?: TextValue | TextValue[];
  /**
   * Anything worth writing down that has no key of its own.
   */
  notes?: NotesValue;
  /**
   * Tickets, documents or pages that belong to this, as web addresses or paths.
   */
  links?: Links;
}
/**
 * One product, with its vision, its goals, and the features and releases that lead there. The product manager keeps it.
 */
export interface Product {
  /**
   * The product's name.
   */
  product: TitleTextValue;
  /**
   * The version of the file format. Version 1 is the only one so far.
   */
  format?: FormatValue;
  /**
   * A short name for references from other files. Without it the file's name is taken.
   */
  id?: IdValue;
  /**
   * The change that the product makes for its customers.
   */
  vision?: TextValue;
  /**
   * How the product gets to its vision, and what it leaves to others.
   */
  strategy?: TextValue;
  /**
   * Where the product is in its life, from the first idea to its end.
   */
  lifecycle?: 'conception' | 'development' | 'introduction' | 'growth' | 'maturity' | 'decline' | 'retired';
  /**
   * The product manager, who answers for why the product exists and what it becomes.
   */
  owner?: PersonReference;
  /**
   * Everybody whom the plan names, by a short id. Once anyone is listed, every name in the plan has to be one of them.
   */
  people?: People;
  /**
   * Roles that this organisation adds to the built-in catalogue, or changes in it.
   */
  roles?: Roles;
  /**
   * Who answers for which area. An area that is not listed falls to the owner or manager, if it belongs to their role.
   */
  responsibilities?: Responsibilities;
  /**
   * Strategic themes by which goals and features are grouped.
   */
  themes?: {
    /**
     * A strategic direction that several goals or features share.
     */
    [k: string]: Theme;
  };
  /**
   * The segments or personas that the product is made for.
   */
  customers?: {
    /**
     * A segment or persona, with what it needs from the product.
     */
    [k: string]: Customer;
  };
  /**
   * What the product is to achieve. Every piece of project work leads up to one of them.
   */
  goals?: {
    /**
     * A result that the product is to reach, and the reason for all the work that serves it.
     */
    [k: string]: Goal;
  };
  /**
   * What the product will be able to do, each for the sake of a goal.
   */
  features?: {
    /**
     * Something that the product will let its customers do.
     */
    [k: string]: Feature;
  };
  /**
   * What reaches customers together, and when.
   */
  releases?: {
    /**
     * A set of features that reaches customers together.
     */
    [k: string]: Release;
  };
  /**
   * The parking lot, for what may become a feature one day.
   */
  ideas?: {
    /**
     * A suggestion that has not become a feature yet.
     */
    [k: string]: Idea;
  };
  /**
   * Related projects that are run as one, because they depend on each other or serve one goal together.
   */
  programs?: Programs;
  /**
   * What the product earns and costs in each period, as forecast and as it turned out.
   */
  profit_and_loss?: {
    /**
     * What was expected in a period and what came of it.
     */
    [k: string]: ProfitAndLoss;
  };
  /**
   * What was decided, by whom and why, so that nobody has to ask again.
   */
  decisions?: Decisions;
  /**
   * Anything worth writing down that has no key of its own.
   */
  notes?: NotesValue;
  /**
   * Tickets, documents or pages that belong to this, as web addresses or paths.
   */
  links?: Links;
}
/**
 * Reach times impact times confidence, divided by effort. The higher the score, the sooner it pays off.
 */
export interface Rice {
  /**
   * How many people it touches in a given time, always the same one.
   */
  reach?: NumberValue;
  /**
   * How much it changes for each of them.
   */
  impact?: 0.25 | 0.5 | 1 | 2 | 3;
  /**
   * How sure you are of the other figures.
   */
  confidence?: PercentValue;
  /**
   * The work in person-months.
   */
  effort?: PositiveNumberValue;
  /**
   * Anything worth writing down that has no key of its own.
   */
  notes?: NotesValue;
  /**
   * Tickets, documents or pages that belong to this, as web addresses or paths.
   */
  links?: Links;
}
/**
 * Weighted shortest job first, the cost of delay divided by the size of the job.
 */
export interface Wsjf {
  /**
   * What customers and the business gain, compared with the other candidates.
   */
  value?: NumberValue;
  /**
   * How fast the value fades while it waits.
   */
  time_criticality?: NumberValue;
  /**
   * How much risk it takes away, or how many chances it opens.
   */
  risk_reduction?: NumberValue;
  /**
   * How much work it is, compared with the other candidates.
   */
  job_size?: PositiveNumberValue;
  /**
   * Anything worth writing down that has no key of its own.
   */
  notes?: NotesValue;
  /**
   * Tickets, documents or pages that belong to this, as web addresses or paths.
   */
  links?: Links;
}
/**
 * What was expected in a period and what came of it.
 */
export interface ProfitAndLoss {
  /**
   * What is expected.
   */
  forecast?: ProfitAndLossFigures;
  /**
   * What it came to in the end.
   */
  actual?: ProfitAndLossFigures;
  /**
   * Anything worth writing down that has no key of its own.
   */
  notes?: NotesValue;
  /**
   * Tickets, documents or pages that belong to this, as web addresses or paths.
   */
  links?: Links;
}
/**
 * Income, cost and volume of one period.
 */
export interface ProfitAndLossFigures {
  /**
   * What the product brings in.
   */
  revenue?: MoneyValue;
  /**
   * What the product costs, in one sum or by kind of cost.
   */
  cost?:
    | string
    | {
        /**
         * An amount and its three-letter currency code.
         */
        [k: string]: MoneyValue;
      };
  /**
   * How many pieces, seats or subscriptions are sold.
   */
  units?: NumberValue;
  /**
   * Anything worth writing down that has no key of its own.
   */
  notes?: NotesValue;
  /**
   * Tickets, documents or pages that belong to this, as web addresses or paths.
   */
  links?: Links;
}
/**
 * One endeavour with a start and an end, its work, team, budget, risks and status. The project manager keeps it.
 */
export interface Project {
  /**
   * The project's name.
   */
  project: TitleTextValue;
  /**
   * The version of the file format. Version 1 is the only one so far.
   */
  format?: FormatValue;
  /**
   * A short name for references from other files. Without it the file's name is taken.
   */
  id?: IdValue;
  /**
   * What the project is about, in a sentence or two.
   */
  summary?: TextValue;
  /**
   * What was agreed when the project was started.
   */
  charter?: Charter;
  /**
   * Who answers for scope, schedule and budget.
   */
  manager?: PersonReference;
  /**
   * Who pays for the project and decides whether it goes on.
   */
  sponsor?: PersonReference;
  /**
   * The program that the project is a part of. Its goals count for the project too, unless the project has its own.
   */
  program?: ProgramReference;
  /**
   * The product goal or goals that the project serves. All its items inherit them, unless they name their own.
   */
  goal?: GoalReference | GoalReference[];
  /**
   * Where the project is in its life. Monitoring and control go on throughout.
   */
  phase?: 'initiation' | 'planning' | 'execution' | 'closure' | 'closed';
  /**
   * The project manager's own judgement of where the project stands.
   */
  health?: HealthValue;
  /**
   * The first day of the project.
   */
  start?: DateValue;
  /**
   * The day by which the project is committed to be finished.
   */
  end?: DateValue;
  /**
   * The plan as it was approved. Progress, delay and cost are compared with it.
   */
  baseline?: Baseline;
  /**
   * What the project delivers and, as important, what it does not.
   */
  scope?: Scope;
  /**
   * The working days and hours by which all durations are counted.
   */
  calendar?: Calendar;
  /**
   * Everybody whom the plan names, by a short id. Once anyone is listed, every name in the plan has to be one of them.
   */
  people?: People;
  /**
   * Roles that this organisation adds to the built-in catalogue, or changes in it.
   */
  roles?: Roles;
  /**
   * Who answers for which area. An area that is not listed falls to the owner or manager, if it belongs to their role.
   */
  responsibilities?: Responsibilities;
  /**
   * Who works on the project, how much of their time and from when to when.
   */
  team?: {
    [k: string]: TeamWindow | TeamWindow[];
  };
  /**
   * How much effort each T-shirt size stands for in this project.
   */
  sizes?: Sizes;
  /**
   * What the project may cost, what it is spent on, and what has been spent so far.
   */
  budget?: Budget;
  /**
   * Moments that matter and take no time, such as an approval or a go-live.
   */
  milestones?: Milestones;
  /**
   * The work, broken down as far as it helps. Items may hold items, and each id is used once in the file.
   */
  items?: Items;
  /**
   * What might go wrong, how likely it is, and what is done about it.
   */
  risks?: Risks;
  /**
   * Problems that are here now and need a solution.
   */
  issues?: {
    /**
     * A problem that is here now.
     */
    [k: string]: Issue;
  };
  /**
   * What was added to the agreed scope or taken out of it, and who approved it.
   */
  changes?: Change | Change[];
  /**
   * What stakeholders were told and when, newest or oldest first.
   */
  status_updates?: StatusUpdates;
  /**
   * Who has an interest in the project, and how often they hear from it.
   */
  stakeholders?: {
    /**
     * Somebody who can help or hinder the project, or has to live with its result.
     */
    [k: string]: Stakeholder;
  };
  /**
   * What was decided, by whom and why, so that nobody has to ask again.
   */
  decisions?: Decisions;
  /**
   * How the project was brought to its end.
   */
  closure?: Closure;
  /**
   * Anything worth writing down that has no key of its own.
   */
  notes?: NotesValue;
  /**
   * Tickets, documents or pages that belong to this, as web addresses or paths.
   */
  links?: Links;
}
/**
 * What was agreed when the project was started.
 */
export interface Charter {
  /**
   * The problem that the project is to solve, or the chance that it is to take.
   */
  problem?: TextValue;
  /**
   * What will be true when the project has succeeded.
   */
  objectives?: TextValue | TextValue[];
  /**
   * Whether it can be done, and how one knows.
   */
  feasibility?: TextValue;
  /**
   * What is taken for granted and would change the plan if it were wrong.
   */
  assumptions?: TextValue | TextValue[];
  /**
   * The limits that the project has to live with.
   */
  constraints?: TextValue | TextValue[];
  /**
   * Who gave the go-ahead.
   */
  approved_by?: PersonReference;
  /**
   * The day of the go-ahead.
   */
  approved_on?: DateValue;
  /**
   * Anything worth writing down that has no key of its own.
   */
  notes?: NotesValue;
  /**
   * Tickets, documents or pages that belong to this, as web addresses or paths.
   */
  links?: Links;
}
/**
 * The plan as it was approved. Progress, delay and cost are compared with it.
 */
export interface Baseline {
  /**
   * The day on which the plan was approved.
   */
  date?: DateValue;
  /**
   * The start that was approved.
   */
  start?: DateValue;
  /**
   * The finish that was approved.
   */
  end?: DateValue;
  /**
   * The budget that was approved.
   */
  budget?: MoneyValue;
  /**
   * Anything worth writing down that has no key of its own.
   */
  notes?: NotesValue;
  /**
   * Tickets, documents or pages that belong to this, as web addresses or paths.
   */
  links?: Links;
}
/**
 * What the project delivers and, as important, what it does not.
 */
export interface Scope {
  /**
   * What the project delivers.
   */
  in?: TextValue | TextValue[];
  /**
   * What somebody might expect and will not get from this project.
   */
  out?: TextValue | TextValue[];
  /**
   * Anything worth writing down that has no key of its own.
   */
  notes?: NotesValue;
  /**
   * Tickets, documents or pages that belong to this, as web addresses or paths.
   */
  links?: Links;
}
/**
 * A stretch of time in which a person works on the project.
 */
export interface TeamWindow {
  /**
   * How much of the person's working time the project gets.
   */
  allocation?: PercentValue;
  /**
   * The first day on the project. Without it, the project's start.
   */
  from?: DateValue;
  /**
   * The last day on the project. Without it, the project's end.
   */
  to?: DateValue;
  /**
   * What the person does in this project.
   */
  role?: RoleReference;
  /**
   * Anything worth writing down that has no key of its own.
   */
  notes?: NotesValue;
  /**
   * Tickets, documents or pages that belong to this, as web addresses or paths.
   */
  links?: Links;
}
/**
 * How much effort each T-shirt size stands for in this project.
 */
export interface Sizes {
  /**
   * The effort of an item of size XS.
   */
  XS?: DurationValue;
  /**
   * The effort of an item of size S.
   */
  S?: DurationValue;
  /**
   * The effort of an item of size M.
   */
  M?: DurationValue;
  /**
   * The effort of an item of size L.
   */
  L?: DurationValue;
  /**
   * The effort of an item of size XL.
   */
  XL?: DurationValue;
}
/**
 * What the project may cost, what it is spent on, and what has been spent so far.
 */
export interface Budget {
  /**
   * The whole budget. It is the sum of the lines, with or without the contingency.
   */
  total?: MoneyValue;
  /**
   * The reserve for what cannot be foreseen.
   */
  contingency?: MoneyValue;
  /**
   * What the budget is divided into.
   */
  lines?: {
    /**
     * One part of the budget, planned and spent.
     */
    [k: string]: BudgetLine;
  };
  /**
   * What one unit of another currency is worth in the currency of the budget.
   */
  exchange_rates?: {
    /**
     * A number without a unit, greater than zero.
     */
    [k: string]: PositiveNumberValue;
  };
  /**
   * Anything worth writing down that has no key of its own.
   */
  notes?: NotesValue;
  /**
   * Tickets, documents or pages that belong to this, as web addresses or paths.
   */
  links?: Links;
}
/**
 * One part of the budget, planned and spent.
 */
export interface BudgetLine {
  /**
   * What the money is for.
   */
  title?: TitleTextValue;
  /**
   * What it is expected to cost in all.
   */
  planned?: MoneyValue;
  /**
   * What it has cost so far.
   */
  spent?: MoneyValue;
  /**
   * The kind of cost, to group lines by.
   */
  category?: TextValue;
  /**
   * Anything worth writing down that has no key of its own.
   */
  notes?: NotesValue;
  /**
   * Tickets, documents or pages that belong to this, as web addresses or paths.
   */
  links?: Links;
}
/**
 * The work, broken down as far as it helps. Items may hold items, and each id is used once in the file.
 */
export interface Items {
  /**
   * A piece of work, from a deliverable down to a task.
   */
  [k: string]: Item;
}
/**
 * How the project was brought to its end.
 */
export interface Closure {
  /**
   * Who accepted the result.
   */
  accepted_by?: PersonReference;
  /**
   * The day of the acceptance.
   */
  accepted_on?: DateValue;
  /**
   * Where the project's documents are kept.
   */
  archive?: LinkValue;
  /**
   * What the next project should do the same way, or another way.
   */
  lessons?: TextValue | TextValue[];
  /**
   * Anything worth writing down that has no key of its own.
   */
  notes?: NotesValue;
  /**
   * Tickets, documents or pages that belong to this, as web addresses or paths.
   */
  links?: Links;
}
/**
 * Marks the folder of a plan. It sets the linter's rules and holds the people, roles, calendar and programs that all files of the plan share.
 */
export interface Settings {
  /**
   * The version of the file format. Version 1 is the only one so far.
   */
  format?: FormatValue;
  /**
   * How serious the findings of a rule are in this plan.
   */
  rules?: {
    /**
     * How a finding is shown, and whether it fails a check.
     */
    [k: string]: SeverityValue;
  };
  /**
   * The thresholds and other options of rules, for each rule by its id.
   */
  options?: {
    /**
     * Option names of one rule with their values. The page of the rule lists them.
     */
    [k: string]: RuleOptions;
  };
  /**
   * The day as of which the plan is looked at, instead of today. Planning tools call it data date or as-of date too.
   */
  status_date?: DateValue;
  /**
   * Files and folders that do not belong to the plan.
   */
  exclude?: GlobValue | GlobValue[];
  /**
   * Everybody whom the plan names, by a short id. Once anyone is listed, every name in the plan has to be one of them.
   */
  people?: People;
  /**
   * Roles that this organisation adds to the built-in catalogue, or changes in it.
   */
  roles?: Roles;
  /**
   * The working days and hours by which all durations are counted.
   */
  calendar?: Calendar;
  /**
   * Related projects that are run as one, because they depend on each other or serve one goal together.
   */
  programs?: Programs;
  /**
   * Anything worth writing down that has no key of its own.
   */
  notes?: NotesValue;
  /**
   * Tickets, documents or pages that belong to this, as web addresses or paths.
   */
  links?: Links;
}
/**
 * Option names of one rule with their values. The page of the rule lists them.
 */
export interface RuleOptions {
  [k: string]: unknown;
}
