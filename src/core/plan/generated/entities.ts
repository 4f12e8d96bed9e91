// Generated from schemas/source by `npm run generate`. Do not edit.
import type { DependencyLink, Entity, Field, Keyed, Located } from '../entity';
import type { Reference } from '../reference';
import type { ScalarValues } from '../scalars';

/** Somebody, or a team, supplier or client, who owns work or is assigned to it. */
export type Person = Entity<'person', PersonFields>;
export interface PersonFields {
  /** The full name, as people know it. */
  readonly name?: Field<ScalarValues['text']>;
  /** Whether this is one person or a group. Only the capacity of a person is counted. */
  readonly kind?: Field<'person' | 'team' | 'supplier' | 'client'>;
  /** What this person is here to do. One person may hold several roles. */
  readonly role?: Field<readonly Located<Reference<'role'>>[]>;
  /** The team or department that the person belongs to. */
  readonly team?: Field<ScalarValues['text']>;
  /** Where to reach this person. */
  readonly email?: Field<ScalarValues['email']>;
  /** How much of full time this person works. */
  readonly capacity?: Field<ScalarValues['percent']>;
  /** What this person's time costs. It turns effort into money. */
  readonly rate?: Field<ScalarValues['rate']>;
  /** Days off. No work is planned for this person on them. */
  readonly away?: Field<readonly Located<ScalarValues['date-range']>[]>;
  /** The country whose public holidays this person has. */
  readonly country?: Field<ScalarValues['country']>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** A job with its own question to answer and its own responsibilities. */
export type Role = Entity<'role', RoleFields>;
export interface RoleFields {
  /** What the role is called in this organisation. */
  readonly title?: Field<ScalarValues['text']>;
  /** What the role is for, in a sentence or two. */
  readonly summary?: Field<ScalarValues['text']>;
  /** The question that this role has to answer. */
  readonly answers?: Field<ScalarValues['text']>;
  /** The role whose responsibilities this one starts from. */
  readonly extends?: Field<Reference<'role'>>;
  /** The areas that the role holds. `+` and `-` change what it has from the role that it extends. */
  readonly responsibilities?: Field<readonly Located<ScalarValues['area-change']>[]>;
  /** How one can tell that the role is filled well. */
  readonly measures?: Field<readonly Located<ScalarValues['text']>[]>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** Who answers for an area and who takes part in it, as in a RACI matrix. */
export type Assignment = Entity<'assignment', AssignmentFields>;
export interface AssignmentFields {
  /** The one person who answers for the result. Where two do, nobody really does. */
  readonly accountable?: Field<readonly Located<Reference<'person'>>[]>;
  /** Who does the work. */
  readonly responsible?: Field<readonly Located<Reference<'person'>>[]>;
  /** Whose opinion is asked before a decision. */
  readonly consulted?: Field<readonly Located<Reference<'person'>>[]>;
  /** Who is told afterwards. */
  readonly informed?: Field<readonly Located<Reference<'person'>>[]>;
  /** Why the area lies here although another role usually holds it. With a note the overlap counts as intended. */
  readonly note?: Field<ScalarValues['text']>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** The working days and hours by which all durations are counted. */
export type Calendar = Entity<'calendar', CalendarFields>;
export interface CalendarFields {
  /** The days of the week on which people work. */
  readonly workdays?: Field<readonly Located<'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'>[]>;
  /** How many hours a full working day has. */
  readonly hours_per_day?: Field<ScalarValues['number']>;
  /** Days on which nobody works, beside the public holidays of the country. */
  readonly holidays?: Field<readonly Located<ScalarValues['date-range']>[]>;
  /** Adds the public holidays of this country. */
  readonly country?: Field<ScalarValues['country']>;
  /** The state or province whose public holidays count too, by the second part of its ISO 3166-2 code. */
  readonly region?: Field<ScalarValues['text']>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** A group of related projects, managed together for a result that none of them reaches alone. */
export type Program = Entity<'program', ProgramFields>;
export interface ProgramFields {
  /** The program's name. */
  readonly title?: Field<ScalarValues['text']>;
  /** Who answers for the way in which the projects fit together. */
  readonly manager?: Field<Reference<'person'>>;
  /** The product goal or goals that the program serves. Its projects inherit them. */
  readonly goal?: Field<readonly Located<Reference<'goal'>>[]>;
  /** What the program is about. */
  readonly description?: Field<ScalarValues['text']>;
  /** What the organisation gains once the program is through. */
  readonly benefits?: Field<readonly Located<ScalarValues['text']>[]>;
  /** Moments that matter and take no time, such as an approval or a go-live. */
  readonly milestones?: Field<readonly Milestone[]>;
  /** What might go wrong, how likely it is, and what is done about it. */
  readonly risks?: Field<readonly Risk[]>;
  /** What stakeholders were told and when, newest or oldest first. */
  readonly status_updates?: Field<readonly StatusUpdate[]>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** A point in time that the plan is steered by. It is reached when everything that it waits for is done. */
export type Milestone = Entity<'milestone', MilestoneFields>;
export interface MilestoneFields {
  /** What is reached at this point. */
  readonly title?: Field<ScalarValues['text']>;
  /** The day on which it is planned to be reached. */
  readonly date?: Field<ScalarValues['date']>;
  /** The product goal or goals that the milestone brings nearer. */
  readonly goal?: Field<readonly Located<Reference<'goal'>>[]>;
  /** The release that the milestone stands for. */
  readonly release?: Field<Reference<'release'>>;
  /** What has to be done first in other projects. Work of this project names the milestone in its own `milestone` instead. */
  readonly depends_on?: Field<readonly Located<DependencyLink>[]>;
  /** The day on which it was in fact reached. Leave it out until then. */
  readonly reached?: Field<ScalarValues['date']>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** Something that has not happened yet and would do harm if it did. */
export type Risk = Entity<'risk', RiskFields>;
export interface RiskFields {
  /** What might happen. */
  readonly title?: Field<ScalarValues['text']>;
  /** How likely it is. In words, low counts as 10%, medium as 40% and high as 70%. */
  readonly probability?: Field<ScalarValues['probability']>;
  /** What it would cost if it happened, as money, as delay, or as both in a list. */
  readonly impact?: Field<readonly Located<ScalarValues['impact']>[]>;
  /** What is done about the risk. */
  readonly response?: Field<'avoid' | 'mitigate' | 'transfer' | 'accept' | 'escalate'>;
  /** The steps that carry out the response. */
  readonly plan?: Field<ScalarValues['text']>;
  /** Who watches the risk and acts on it. */
  readonly owner?: Field<Reference<'person'>>;
  /** Whether the risk is still ahead. */
  readonly status?: Field<'open' | 'occurred' | 'closed'>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** One report to the stakeholders. */
export type StatusUpdate = Entity<'status-update', StatusUpdateFields>;
export interface StatusUpdateFields {
  /** The day of the report. */
  readonly date?: Field<ScalarValues['date']>;
  /** Who reported. */
  readonly by?: Field<Reference<'person'>>;
  /** How things stood on that day. */
  readonly health?: Field<'on-track' | 'at-risk' | 'off-track' | 'paused'>;
  /** The one thing that a busy reader should take away. */
  readonly summary?: Field<ScalarValues['text']>;
  /** What was finished since the last report. */
  readonly done?: Field<readonly Located<ScalarValues['text']>[]>;
  /** What comes until the next report. */
  readonly next?: Field<readonly Located<ScalarValues['text']>[]>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** One choice that was made, with its reason. */
export type Decision = Entity<'decision', DecisionFields>;
export interface DecisionFields {
  /** The day on which it was decided. */
  readonly date?: Field<ScalarValues['date']>;
  /** What was decided. */
  readonly title?: Field<ScalarValues['text']>;
  /** Who decided. */
  readonly by?: Field<Reference<'person'>>;
  /** The reason, and what was considered instead. */
  readonly why?: Field<ScalarValues['text']>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** One product, with its vision, its goals, and the features and releases that lead there. The product manager keeps it. */
export type Product = Entity<'product', ProductFields>;
export interface ProductFields {
  /** The product's name. */
  readonly product?: Field<ScalarValues['text']>;
  /** The version of the file format. Version 1 is the only one so far. */
  readonly format?: Field<ScalarValues['number']>;
  /** A short name for references from other files. Without it the file's name is taken. */
  readonly id?: Field<ScalarValues['id']>;
  /** The change that the product makes for its customers. */
  readonly vision?: Field<ScalarValues['text']>;
  /** How the product gets to its vision, and what it leaves to others. */
  readonly strategy?: Field<ScalarValues['text']>;
  /** Where the product is in its life, from the first idea to its end. */
  readonly lifecycle?: Field<
    'conception' | 'development' | 'introduction' | 'growth' | 'maturity' | 'decline' | 'retired'
  >;
  /** The product manager, who answers for why the product exists and what it becomes. */
  readonly owner?: Field<Reference<'person'>>;
  /** Everybody whom the plan names, by a short id. Once anyone is listed, every name in the plan has to be one of them. */
  readonly people?: Field<readonly Person[]>;
  /** Roles that this organisation adds to the built-in catalogue, or changes in it. */
  readonly roles?: Field<readonly Role[]>;
  /** Who answers for which area. An area that is not listed falls to the owner or manager, if it belongs to their role. */
  readonly responsibilities?: Field<readonly Assignment[]>;
  /** Strategic themes by which goals and features are grouped. */
  readonly themes?: Field<readonly Theme[]>;
  /** The segments or personas that the product is made for. */
  readonly customers?: Field<readonly Customer[]>;
  /** What the product is to achieve. Every piece of project work leads up to one of them. */
  readonly goals?: Field<readonly Goal[]>;
  /** What the product will be able to do, each for the sake of a goal. */
  readonly features?: Field<readonly Feature[]>;
  /** What reaches customers together, and when. */
  readonly releases?: Field<readonly Release[]>;
  /** The parking lot, for what may become a feature one day. */
  readonly ideas?: Field<readonly Idea[]>;
  /** Related projects that are run as one, because they depend on each other or serve one goal together. */
  readonly programs?: Field<readonly Program[]>;
  /** What the product earns and costs in each period, as forecast and as it turned out. */
  readonly profit_and_loss?: Field<readonly ProfitAndLoss[]>;
  /** What was decided, by whom and why, so that nobody has to ask again. */
  readonly decisions?: Field<readonly Decision[]>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** A strategic direction that several goals or features share. */
export type Theme = Entity<'theme', ThemeFields>;
export interface ThemeFields {
  /** The theme in a word or two. */
  readonly title?: Field<ScalarValues['text']>;
  /** What belongs to the theme and why it matters. */
  readonly description?: Field<ScalarValues['text']>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** A segment or persona, with what it needs from the product. */
export type Customer = Entity<'customer', CustomerFields>;
export interface CustomerFields {
  /** How this kind of customer is called. */
  readonly title?: Field<ScalarValues['text']>;
  /** What these customers want to get done. */
  readonly needs?: Field<readonly Located<ScalarValues['text']>[]>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** A result that the product is to reach, and the reason for all the work that serves it. */
export type Goal = Entity<'goal', GoalFields>;
export interface GoalFields {
  /** The result in one line, as it will be true once it is reached. */
  readonly title?: Field<ScalarValues['text']>;
  /** What makes this goal worth the effort. */
  readonly why?: Field<ScalarValues['text']>;
  /** Who answers for reaching the goal. */
  readonly owner?: Field<Reference<'person'>>;
  /** The larger goal that this one is a part of. */
  readonly parent?: Field<Reference<'goal'>>;
  /** The strategic theme that the goal belongs to. */
  readonly theme?: Field<Reference<'theme'>>;
  /** The segments or personas that gain from it. */
  readonly customer?: Field<readonly Located<Reference<'customer'>>[]>;
  /** How soon the goal comes up. The roadmap's board has a column for each. */
  readonly horizon?: Field<'now' | 'next' | 'later'>;
  /** When the goal is to be reached, by the end of that period. */
  readonly target?: Field<ScalarValues['period']>;
  /** Whether the goal is still pursued. */
  readonly status?: Field<'proposed' | 'active' | 'achieved' | 'dropped'>;
  /** The figures by which one can tell that the goal is reached. */
  readonly key_results?: Field<readonly KeyResult[]>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** A figure that moves from where it is to where it should be. */
export type KeyResult = Entity<'key-result', KeyResultFields>;
export interface KeyResultFields {
  /** What is measured. */
  readonly title?: Field<ScalarValues['text']>;
  /** The figure at the start. Progress is counted from here, upwards or downwards. */
  readonly baseline?: Field<ScalarValues['quantity']>;
  /** The figure to be reached, in the unit of the baseline. */
  readonly target?: Field<ScalarValues['quantity']>;
  /** The latest figure, in the unit of the baseline. */
  readonly current?: Field<ScalarValues['quantity']>;
  /** How sure the owner is of reaching the target. */
  readonly confidence?: Field<ScalarValues['percent']>;
  /** When the target is to be reached. */
  readonly due?: Field<ScalarValues['period']>;
  /** Who keeps the figure up to date and answers for it. */
  readonly owner?: Field<Reference<'person'>>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** Something that the product will let its customers do. */
export type Feature = Entity<'feature', FeatureFields>;
export interface FeatureFields {
  /** What customers will be able to do. */
  readonly title?: Field<ScalarValues['text']>;
  /** What it is and how it is meant to work. */
  readonly description?: Field<ScalarValues['text']>;
  /** The goal or goals that the feature serves. */
  readonly goal?: Field<readonly Located<Reference<'goal'>>[]>;
  /** The release that brings the feature to customers. */
  readonly release?: Field<Reference<'release'>>;
  /** The features that have to exist first. */
  readonly depends_on?: Field<readonly Located<Reference<'feature'>>[]>;
  /** The strategic theme that the feature belongs to. */
  readonly theme?: Field<Reference<'theme'>>;
  /** How soon the feature comes up. */
  readonly horizon?: Field<'now' | 'next' | 'later'>;
  /** Who decides what the feature is to be. */
  readonly owner?: Field<Reference<'person'>>;
  /** The segments or personas that it is for. */
  readonly customer?: Field<readonly Located<Reference<'customer'>>[]>;
  /** How far the feature is. Without it the status follows from the project items that deliver it. */
  readonly status?: Field<'idea' | 'planned' | 'in-progress' | 'released' | 'dropped'>;
  /** How much the release depends on it, by the MoSCoW scheme. */
  readonly priority?: Field<'must' | 'should' | 'could' | 'wont'>;
  /** Reach times impact times confidence, divided by effort. The higher the score, the sooner it pays off. */
  readonly rice?: Field<Rice>;
  /** Weighted shortest job first, the cost of delay divided by the size of the job. */
  readonly wsjf?: Field<Wsjf>;
  /** What the feature has to fulfil. */
  readonly requirements?: Field<readonly Located<ScalarValues['text']>[]>;
  /** How one can tell that the feature is finished and right. */
  readonly acceptance?: Field<readonly Located<ScalarValues['text']>[]>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** Reach times impact times confidence, divided by effort. The higher the score, the sooner it pays off. */
export type Rice = Entity<'rice', RiceFields>;
export interface RiceFields {
  /** How many people it touches in a given time, always the same one. */
  readonly reach?: Field<ScalarValues['number']>;
  /** How much it changes for each of them. */
  readonly impact?: Field<ScalarValues['number']>;
  /** How sure you are of the other figures. */
  readonly confidence?: Field<ScalarValues['percent']>;
  /** The work in person-months. */
  readonly effort?: Field<ScalarValues['number']>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** Weighted shortest job first, the cost of delay divided by the size of the job. */
export type Wsjf = Entity<'wsjf', WsjfFields>;
export interface WsjfFields {
  /** What customers and the business gain, compared with the other candidates. */
  readonly value?: Field<ScalarValues['number']>;
  /** How fast the value fades while it waits. */
  readonly time_criticality?: Field<ScalarValues['number']>;
  /** How much risk it takes away, or how many chances it opens. */
  readonly risk_reduction?: Field<ScalarValues['number']>;
  /** How much work it is, compared with the other candidates. */
  readonly job_size?: Field<ScalarValues['number']>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** A set of features that reaches customers together. */
export type Release = Entity<'release', ReleaseFields>;
export interface ReleaseFields {
  /** What the release is called. */
  readonly title?: Field<ScalarValues['text']>;
  /** When it reaches customers, by the end of that period. */
  readonly date?: Field<ScalarValues['period']>;
  /** The goal or goals that the release is made for. */
  readonly goal?: Field<readonly Located<Reference<'goal'>>[]>;
  /** Who answers for the release. */
  readonly owner?: Field<Reference<'person'>>;
  /** How far the release is. */
  readonly status?: Field<'planned' | 'in-progress' | 'released' | 'cancelled'>;
  /** What has to be ready beside the software, such as support, training, pricing and legal. */
  readonly readiness?: Field<readonly ReadinessCheck[]>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** One thing that has to be in place before the release goes out. */
export type ReadinessCheck = Entity<'readiness-check', ReadinessCheckFields>;
export interface ReadinessCheckFields {
  /** What has to be in place. */
  readonly title?: Field<ScalarValues['text']>;
  /** The responsibility area that the check belongs to. */
  readonly area?: Field<Reference<'area'>>;
  /** Who sees to it. */
  readonly owner?: Field<Reference<'person'>>;
  /** Whether it is in place. */
  readonly done?: Field<ScalarValues['boolean']>;
  /** When it has to be in place. */
  readonly due?: Field<ScalarValues['period']>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** A suggestion that has not become a feature yet. */
export type Idea = Entity<'idea', IdeaFields>;
export interface IdeaFields {
  /** The idea in one line. */
  readonly title?: Field<ScalarValues['text']>;
  /** What it would be and whom it would help. */
  readonly description?: Field<ScalarValues['text']>;
  /** Where the idea comes from. */
  readonly source?: Field<ScalarValues['text']>;
  /** The goal or goals that it could serve. */
  readonly goal?: Field<readonly Located<Reference<'goal'>>[]>;
  /** Reach times impact times confidence, divided by effort. The higher the score, the sooner it pays off. */
  readonly rice?: Field<Rice>;
  /** Weighted shortest job first, the cost of delay divided by the size of the job. */
  readonly wsjf?: Field<Wsjf>;
  /** What has become of the idea. */
  readonly status?: Field<'new' | 'reviewing' | 'accepted' | 'declined'>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** What was expected in a period and what came of it. */
export type ProfitAndLoss = Entity<'profit-and-loss', ProfitAndLossFields>;
export interface ProfitAndLossFields {
  /** What is expected. */
  readonly forecast?: Field<ProfitAndLossFigures>;
  /** What it came to in the end. */
  readonly actual?: Field<ProfitAndLossFigures>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** Income, cost and volume of one period. */
export type ProfitAndLossFigures = Entity<'profit-and-loss-figures', ProfitAndLossFiguresFields>;
export interface ProfitAndLossFiguresFields {
  /** What the product brings in. */
  readonly revenue?: Field<ScalarValues['money']>;
  /** What the product costs, in one sum or by kind of cost. */
  readonly cost?: Field<readonly Keyed<ScalarValues['text'], ScalarValues['money']>[] | ScalarValues['money']>;
  /** How many pieces, seats or subscriptions are sold. */
  readonly units?: Field<ScalarValues['number']>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** One endeavour with a start and an end, its work, team, budget, risks and status. The project manager keeps it. */
export type Project = Entity<'project', ProjectFields>;
export interface ProjectFields {
  /** The project's name. */
  readonly project?: Field<ScalarValues['text']>;
  /** The version of the file format. Version 1 is the only one so far. */
  readonly format?: Field<ScalarValues['number']>;
  /** A short name for references from other files. Without it the file's name is taken. */
  readonly id?: Field<ScalarValues['id']>;
  /** What the project is about, in a sentence or two. */
  readonly summary?: Field<ScalarValues['text']>;
  /** What was agreed when the project was started. */
  readonly charter?: Field<Charter>;
  /** Who answers for scope, schedule and budget. */
  readonly manager?: Field<Reference<'person'>>;
  /** Who pays for the project and decides whether it goes on. */
  readonly sponsor?: Field<Reference<'person'>>;
  /** The program that the project is a part of. Its goals count for the project too, unless the project has its own. */
  readonly program?: Field<Reference<'program'>>;
  /** The product goal or goals that the project serves. All its items inherit them, unless they name their own. */
  readonly goal?: Field<readonly Located<Reference<'goal'>>[]>;
  /** Where the project is in its life. Monitoring and control go on throughout. */
  readonly phase?: Field<'initiation' | 'planning' | 'execution' | 'closure' | 'closed'>;
  /** The project manager's own judgement of where the project stands. */
  readonly health?: Field<'on-track' | 'at-risk' | 'off-track' | 'paused'>;
  /** The first day of the project. */
  readonly start?: Field<ScalarValues['date']>;
  /** The day by which the project is committed to be finished. */
  readonly end?: Field<ScalarValues['date']>;
  /** The plan as it was approved. Progress, delay and cost are compared with it. */
  readonly baseline?: Field<Baseline>;
  /** What the project delivers and, as important, what it does not. */
  readonly scope?: Field<Scope>;
  /** The working days and hours by which all durations are counted. */
  readonly calendar?: Field<Calendar>;
  /** Everybody whom the plan names, by a short id. Once anyone is listed, every name in the plan has to be one of them. */
  readonly people?: Field<readonly Person[]>;
  /** Roles that this organisation adds to the built-in catalogue, or changes in it. */
  readonly roles?: Field<readonly Role[]>;
  /** Who answers for which area. An area that is not listed falls to the owner or manager, if it belongs to their role. */
  readonly responsibilities?: Field<readonly Assignment[]>;
  /** Who works on the project, how much of their time and from when to when. */
  readonly team?: Field<readonly Keyed<Reference<'person'>, readonly TeamWindow[]>[]>;
  /** How much effort each T-shirt size stands for in this project. */
  readonly sizes?: Field<readonly Keyed<ScalarValues['size'], ScalarValues['duration']>[]>;
  /** What the project may cost, what it is spent on, and what has been spent so far. */
  readonly budget?: Field<Budget>;
  /** Moments that matter and take no time, such as an approval or a go-live. */
  readonly milestones?: Field<readonly Milestone[]>;
  /** The work, broken down as far as it helps. Items may hold items, and each id is used once in the file. */
  readonly items?: Field<readonly Item[]>;
  /** What might go wrong, how likely it is, and what is done about it. */
  readonly risks?: Field<readonly Risk[]>;
  /** Problems that are here now and need a solution. */
  readonly issues?: Field<readonly Issue[]>;
  /** What was added to the agreed scope or taken out of it, and who approved it. */
  readonly changes?: Field<readonly Change[]>;
  /** What stakeholders were told and when, newest or oldest first. */
  readonly status_updates?: Field<readonly StatusUpdate[]>;
  /** Who has an interest in the project, and how often they hear from it. */
  readonly stakeholders?: Field<readonly Stakeholder[]>;
  /** What was decided, by whom and why, so that nobody has to ask again. */
  readonly decisions?: Field<readonly Decision[]>;
  /** How the project was brought to its end. */
  readonly closure?: Field<Closure>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** What was agreed when the project was started. */
export type Charter = Entity<'charter', CharterFields>;
export interface CharterFields {
  /** The problem that the project is to solve, or the chance that it is to take. */
  readonly problem?: Field<ScalarValues['text']>;
  /** What will be true when the project has succeeded. */
  readonly objectives?: Field<readonly Located<ScalarValues['text']>[]>;
  /** Whether it can be done, and how one knows. */
  readonly feasibility?: Field<ScalarValues['text']>;
  /** What is taken for granted and would change the plan if it were wrong. */
  readonly assumptions?: Field<readonly Located<ScalarValues['text']>[]>;
  /** The limits that the project has to live with. */
  readonly constraints?: Field<readonly Located<ScalarValues['text']>[]>;
  /** Who gave the go-ahead. */
  readonly approved_by?: Field<Reference<'person'>>;
  /** The day of the go-ahead. */
  readonly approved_on?: Field<ScalarValues['date']>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** The plan as it was approved. Progress, delay and cost are compared with it. */
export type Baseline = Entity<'baseline', BaselineFields>;
export interface BaselineFields {
  /** The day on which the plan was approved. */
  readonly date?: Field<ScalarValues['date']>;
  /** The start that was approved. */
  readonly start?: Field<ScalarValues['date']>;
  /** The finish that was approved. */
  readonly end?: Field<ScalarValues['date']>;
  /** The budget that was approved. */
  readonly budget?: Field<ScalarValues['money']>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** What the project delivers and, as important, what it does not. */
export type Scope = Entity<'scope', ScopeFields>;
export interface ScopeFields {
  /** What the project delivers. */
  readonly in?: Field<readonly Located<ScalarValues['text']>[]>;
  /** What somebody might expect and will not get from this project. */
  readonly out?: Field<readonly Located<ScalarValues['text']>[]>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** A stretch of time in which a person works on the project. */
export type TeamWindow = Entity<'team-window', TeamWindowFields>;
export interface TeamWindowFields {
  /** How much of the person's working time the project gets. */
  readonly allocation?: Field<ScalarValues['percent']>;
  /** The first day on the project. Without it, the project's start. */
  readonly from?: Field<ScalarValues['date']>;
  /** The last day on the project. Without it, the project's end. */
  readonly to?: Field<ScalarValues['date']>;
  /** What the person does in this project. */
  readonly role?: Field<Reference<'role'>>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** What the project may cost, what it is spent on, and what has been spent so far. */
export type Budget = Entity<'budget', BudgetFields>;
export interface BudgetFields {
  /** The whole budget. It is the sum of the lines, with or without the contingency. */
  readonly total?: Field<ScalarValues['money']>;
  /** The reserve for what cannot be foreseen. */
  readonly contingency?: Field<ScalarValues['money']>;
  /** What the budget is divided into. */
  readonly lines?: Field<readonly BudgetLine[]>;
  /** What one unit of another currency is worth in the currency of the budget. */
  readonly exchange_rates?: Field<readonly Keyed<ScalarValues['currency'], ScalarValues['number']>[]>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** One part of the budget, planned and spent. */
export type BudgetLine = Entity<'budget-line', BudgetLineFields>;
export interface BudgetLineFields {
  /** What the money is for. */
  readonly title?: Field<ScalarValues['text']>;
  /** What it is expected to cost in all. */
  readonly planned?: Field<ScalarValues['money']>;
  /** What it has cost so far. */
  readonly spent?: Field<ScalarValues['money']>;
  /** The kind of cost, to group lines by. */
  readonly category?: Field<ScalarValues['text']>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** A piece of work, from a deliverable down to a task. */
export type Item = Entity<'item', ItemFields>;
export interface ItemFields {
  /** What is to be done, in one line. */
  readonly title?: Field<ScalarValues['text']>;
  /** What somebody has to know to do the work. */
  readonly description?: Field<ScalarValues['text']>;
  /** What kind of work it is. */
  readonly type?: Field<'deliverable' | 'epic' | 'story' | 'task' | 'bug' | 'spike'>;
  /** The product goal or goals that the work serves, where they differ from those of its feature, parent or project. */
  readonly goal?: Field<readonly Located<Reference<'goal'>>[]>;
  /** The feature or features of the roadmap that the work delivers. */
  readonly feature?: Field<readonly Located<Reference<'feature'>>[]>;
  /** The release that the work has to be ready for. */
  readonly release?: Field<Reference<'release'>>;
  /** Who answers for the result. Without assignees the owner does the work too. */
  readonly owner?: Field<Reference<'person'>>;
  /** Who does the work, as one name, a list, or each with the share of their time. */
  readonly assignees?: Field<readonly Keyed<Reference<'person'>, ScalarValues['percent']>[]>;
  /** How far the work is. An item with children takes its status from them. */
  readonly status?: Field<'todo' | 'in-progress' | 'blocked' | 'done' | 'dropped'>;
  /** How much the project depends on it, by the MoSCoW scheme. */
  readonly priority?: Field<'must' | 'should' | 'could' | 'wont'>;
  /** The effort in person-time, as one figure or as three points. */
  readonly estimate?: Field<ThreePoint | ScalarValues['estimate']>;
  /** A rough estimate as a T-shirt size, where a figure would claim too much. */
  readonly size?: Field<ScalarValues['size']>;
  /** How long it takes whoever works on it, as for a delivery or a training course. */
  readonly duration?: Field<ScalarValues['duration']>;
  /** How much of the work is done. An item with children takes it from them. */
  readonly progress?: Field<ScalarValues['percent']>;
  /** The effort that has gone into it so far. */
  readonly spent?: Field<ScalarValues['duration']>;
  /** The day on which the work is planned to begin. Leave it out to have it computed. */
  readonly start?: Field<ScalarValues['date']>;
  /** The last day on which the work is planned. Leave it out to have it computed. */
  readonly end?: Field<ScalarValues['date']>;
  /** The day on which the work in fact began. */
  readonly started?: Field<ScalarValues['date']>;
  /** The day on which the work was in fact finished. */
  readonly finished?: Field<ScalarValues['date']>;
  /** The earliest day on which the work can begin, whatever else is ready. */
  readonly not_before?: Field<ScalarValues['date']>;
  /** The day by which it has to be finished. It moves no dates, and a finish after it is reported. */
  readonly deadline?: Field<ScalarValues['date']>;
  /** The items or milestones that this work waits for, with type and lag where they matter. */
  readonly depends_on?: Field<readonly Located<DependencyLink>[]>;
  /** A milestone that waits for this item. */
  readonly milestone?: Field<Reference<'milestone'>>;
  /** Your own words to group and filter by. */
  readonly labels?: Field<readonly Located<ScalarValues['text']>[]>;
  /** The smaller pieces that this work consists of. */
  readonly items?: Field<readonly Item[]>;
  /** Whether the children follow one another in the order in which they are written. */
  readonly sequential?: Field<ScalarValues['boolean']>;
  /** How one can tell that the work is finished and right. */
  readonly acceptance?: Field<readonly Located<ScalarValues['text']>[]>;
  /** What the item costs besides the effort, such as a licence or a purchase. */
  readonly cost?: Field<ScalarValues['money']>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** Effort in person-time. Three points say how uncertain it is, and their weighted mean is planned with. */
export type ThreePoint = Entity<'three-point', ThreePointFields>;
export interface ThreePointFields {
  /** The effort if all goes well. */
  readonly optimistic?: Field<ScalarValues['duration']>;
  /** The effort that is most likely. */
  readonly likely?: Field<ScalarValues['duration']>;
  /** The effort if most things go wrong. */
  readonly pessimistic?: Field<ScalarValues['duration']>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** A problem that is here now. */
export type Issue = Entity<'issue', IssueFields>;
export interface IssueFields {
  /** What the problem is. */
  readonly title?: Field<ScalarValues['text']>;
  /** Who sees that it is solved. */
  readonly owner?: Field<Reference<'person'>>;
  /** The day on which it came up. */
  readonly opened?: Field<ScalarValues['date']>;
  /** When it has to be solved. */
  readonly due?: Field<ScalarValues['period']>;
  /** Whether it still needs attention. */
  readonly status?: Field<'open' | 'resolved'>;
  /** How it was solved. */
  readonly resolution?: Field<ScalarValues['text']>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** A change of the agreed scope. */
export type Change = Entity<'change', ChangeFields>;
export interface ChangeFields {
  /** The day of the change. */
  readonly date?: Field<ScalarValues['date']>;
  /** What changes. */
  readonly title?: Field<ScalarValues['text']>;
  /** Who asked for it. */
  readonly by?: Field<Reference<'person'>>;
  /** The items that come into scope. */
  readonly adds?: Field<readonly Located<Reference<'item'>>[]>;
  /** The items that go out of scope. */
  readonly removes?: Field<readonly Located<Reference<'item'>>[]>;
  /** Who agreed to the change. */
  readonly approved_by?: Field<Reference<'person'>>;
  /** What it does to time, cost and scope. */
  readonly effect?: Field<ScalarValues['text']>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** Somebody who can help or hinder the project, or has to live with its result. */
export type Stakeholder = Entity<'stakeholder', StakeholderFields>;
export interface StakeholderFields {
  /** Who it is, or which group. */
  readonly title?: Field<ScalarValues['text']>;
  /** The person to talk to. */
  readonly person?: Field<Reference<'person'>>;
  /** How much the outcome matters to them. */
  readonly interest?: Field<'low' | 'medium' | 'high'>;
  /** How much they can do for or against the project. */
  readonly influence?: Field<'low' | 'medium' | 'high'>;
  /** How often they hear from the project. */
  readonly cadence?: Field<'daily' | 'weekly' | 'every-two-weeks' | 'monthly' | 'at-milestones'>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** How the project was brought to its end. */
export type Closure = Entity<'closure', ClosureFields>;
export interface ClosureFields {
  /** Who accepted the result. */
  readonly accepted_by?: Field<Reference<'person'>>;
  /** The day of the acceptance. */
  readonly accepted_on?: Field<ScalarValues['date']>;
  /** Where the project's documents are kept. */
  readonly archive?: Field<ScalarValues['link']>;
  /** What the next project should do the same way, or another way. */
  readonly lessons?: Field<readonly Located<ScalarValues['text']>[]>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** Marks the folder of a plan. It sets the linter's rules and holds the people, roles, calendar and programs that all files of the plan share. */
export type Settings = Entity<'settings', SettingsFields>;
export interface SettingsFields {
  /** The version of the file format. Version 1 is the only one so far. */
  readonly format?: Field<ScalarValues['number']>;
  /** How serious the findings of a rule are in this plan. */
  readonly rules?: Field<readonly Keyed<Reference<'rule'>, 'error' | 'warning' | 'info' | 'hint' | 'off'>[]>;
  /** The thresholds and other options of rules, for each rule by its id. */
  readonly options?: Field<readonly Keyed<Reference<'rule'>, unknown>[]>;
  /** The day as of which the plan is looked at, instead of today. Planning tools call it data date or as-of date too. */
  readonly status_date?: Field<ScalarValues['date']>;
  /** Files and folders that do not belong to the plan. */
  readonly exclude?: Field<readonly Located<ScalarValues['glob']>[]>;
  /** Everybody whom the plan names, by a short id. Once anyone is listed, every name in the plan has to be one of them. */
  readonly people?: Field<readonly Person[]>;
  /** Roles that this organisation adds to the built-in catalogue, or changes in it. */
  readonly roles?: Field<readonly Role[]>;
  /** The working days and hours by which all durations are counted. */
  readonly calendar?: Field<Calendar>;
  /** Related projects that are run as one, because they depend on each other or serve one goal together. */
  readonly programs?: Field<readonly Program[]>;
  /** Anything worth writing down that has no key of its own. */
  readonly notes?: Field<ScalarValues['text']>;
  /** Tickets, documents or pages that belong to this, as web addresses or paths. */
  readonly links?: Field<readonly Located<ScalarValues['link']>[]>;
}

/** Every kind of entity by its name. */
export interface Entities {
  readonly person: Person;
  readonly role: Role;
  readonly assignment: Assignment;
  readonly calendar: Calendar;
  readonly program: Program;
  readonly milestone: Milestone;
  readonly risk: Risk;
  readonly 'status-update': StatusUpdate;
  readonly decision: Decision;
  readonly product: Product;
  readonly theme: Theme;
  readonly customer: Customer;
  readonly goal: Goal;
  readonly 'key-result': KeyResult;
  readonly feature: Feature;
  readonly rice: Rice;
  readonly wsjf: Wsjf;
  readonly release: Release;
  readonly 'readiness-check': ReadinessCheck;
  readonly idea: Idea;
  readonly 'profit-and-loss': ProfitAndLoss;
  readonly 'profit-and-loss-figures': ProfitAndLossFigures;
  readonly project: Project;
  readonly charter: Charter;
  readonly baseline: Baseline;
  readonly scope: Scope;
  readonly 'team-window': TeamWindow;
  readonly budget: Budget;
  readonly 'budget-line': BudgetLine;
  readonly item: Item;
  readonly 'three-point': ThreePoint;
  readonly issue: Issue;
  readonly change: Change;
  readonly stakeholder: Stakeholder;
  readonly closure: Closure;
  readonly settings: Settings;
}
