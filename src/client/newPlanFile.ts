import * as vscode from 'vscode';
import type { NewPlanFileChoices, NewPlanFileRequest, PersonChoice, ServedGoal } from '../protocol';
import { escapeIcons } from './escapeIcons';
import { askAll, askChoice, askText, type Answer, type Choice, type Step, type StepPlace } from './guidedInput';
import { makeChange } from './plannedChange';
import type { PlanServer } from './planServer';
import { targetFolder } from './targetFolder';

type Kind = NewPlanFileRequest['kind'];

/** What has been answered so far. */
interface Draft {
  title: string;
  lead: string | undefined;
  goal: ServedGoal | undefined;
  choices: NewPlanFileChoices;
}

const words = {
  roadmap: { title: 'New Roadmap', name: 'What is the product called?', lead: 'Who is the product manager?' },
  project: { title: 'New Project', name: 'What is the project called?', lead: 'Who is the project manager?' },
} as const;

/** Makes a roadmap: asks for the product and its manager, and shows what comes next in the new file. */
export async function newRoadmap(server: PlanServer): Promise<void> {
  await newFile(server, 'roadmap', undefined);
}

/**
 * Makes a project: asks for its name, the goal that it serves and its manager, and shows what comes next in the file.
 *
 * @param goal where that is known already
 */
export async function newProject(server: PlanServer, goal?: ServedGoal): Promise<void> {
  await newFile(server, 'project', goal);
}

async function newFile(server: PlanServer, kind: Kind, goal: ServedGoal | undefined): Promise<void> {
  const folder = await targetFolder(words[kind].title);
  if (!folder) return;
  const draft: Draft = { title: '', lead: undefined, goal, choices: { leads: [], goals: [] } };
  const steps = [
    nameStep(server, kind, folder.uri, draft),
    ...(kind === 'project' && !goal ? [goalStep(draft)] : []),
    leadStep(kind, draft),
  ];
  if (!(await askAll(steps))) return;
  const { title, lead, goal: served } = draft;
  const request = { kind, folder: folder.uri.toString(), names: folder.names, title, lead, goal: served };
  const change = await server.newPlanFile(request);
  if (change && (await makeChange(change))) return;
  void vscode.window.showErrorMessage(
    `The ${kind} could not be made: its folder may not be writable, or the roadmap of its goal cannot be read.`,
  );
}

function nameStep(server: PlanServer, kind: Kind, folder: vscode.Uri, draft: Draft): Step {
  const { title, name } = words[kind];
  return async (place) => {
    const placeholder = kind === 'roadmap' ? 'Checkout' : 'Checkout rewrite';
    const given = await askText({ ...place, title, prompt: name, placeholder, value: draft.title });
    return noted(given, async (value) => {
      draft.title = value;
      const choices = await server.newPlanFileChoices({ kind, folder: folder.toString(), title: value });
      if (choices) draft.choices = choices;
    });
  };
}

function goalStep(draft: Draft): Step {
  return async (place) => {
    const { goals } = draft.choices;
    const choices: readonly Choice<ServedGoal | undefined>[] = [
      ...goals.map(({ reference, title, detail }) => ({
        label: `$(target) ${escapeIcons(title)}`,
        description: reference,
        detail,
        value: { reference },
      })),
      { label: '$(circle-slash) No goal yet', alwaysShow: true, value: undefined },
    ];
    const placeholder =
      goals.length > 0
        ? 'Which goal does it serve? Pick one, or type the title of a new one'
        : 'Which goal does it serve? There is none in the plan yet: type what customers will have gained';
    const typed = (text: string): Choice<ServedGoal> => ({
      label: `$(add) New goal “${escapeIcons(text)}”`,
      alwaysShow: true,
      value: { title: text },
    });
    const given = await askChoice({ ...place, title: words.project.title, placeholder, choices, typed });
    return noted(given, (value) => {
      draft.goal = value;
    });
  };
}

function leadStep(kind: Kind, draft: Draft): Step {
  const { title, lead } = words[kind];
  return async (place) => {
    const { leads } = draft.choices;
    const given =
      leads.length > 0 ? await pickLead(leads, { ...place, title }, lead) : await typeLead({ ...place, title }, lead);
    return noted(given, (value) => {
      draft.lead = value;
    });
  };
}

function pickLead(
  leads: readonly PersonChoice[],
  place: StepPlace,
  question: string,
): Promise<Answer<string | undefined>> {
  const people = leads.map(({ id, name, detail }) => ({
    label: `$(person) ${escapeIcons(name)}`,
    description: id,
    detail,
    value: id,
  }));
  const choices = [...people, { label: '$(circle-slash) Nobody yet', alwaysShow: true, value: undefined }];
  return askChoice<string | undefined>({ ...place, placeholder: question, choices });
}

/** Who is left out gets a placeholder, in a plan that lists nobody. */
async function typeLead(place: StepPlace, prompt: string): Promise<Answer<string | undefined>> {
  const me = vscode.workspace.getConfiguration('throughline').get('me', '');
  const given = await askText({ ...place, prompt: `${prompt} May be left empty.`, value: me, isOptional: true });
  if (given === undefined || given === 'back') return given;
  return { value: given.value === '' ? undefined : given.value };
}

async function noted<T>(given: Answer<T>, note: (value: T) => void | Promise<void>): Promise<Answer<void>> {
  if (given === undefined || given === 'back') return given;
  await note(given.value);
  return { value: undefined };
}
