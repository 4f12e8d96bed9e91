import * as vscode from 'vscode';

/** What a step of a guided input gives: a value, the wish to go back, or nothing where the user gives up. */
export type Answer<T> = { readonly value: T } | 'back' | undefined;

/** Where a step stands among the others. */
export interface StepPlace {
  readonly title: string;
  /** From 1. */
  readonly step: number;
  readonly of: number;
}

interface TextStep extends StepPlace {
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value?: string;
  /** Whether it may stay empty. */
  readonly isOptional?: boolean;
}

/** Asks for a text. */
export function askText(options: TextStep): Promise<Answer<string>> {
  const input = vscode.window.createInputBox();
  input.prompt = options.prompt;
  input.placeholder = options.placeholder ?? '';
  input.value = options.value ?? '';
  input.onDidChangeValue(() => (input.validationMessage = undefined));
  return answer(input, options, () => {
    const value = input.value.trim();
    if (value !== '' || options.isOptional === true) return { value };
    input.validationMessage = 'This is needed.';
    return 'not yet';
  });
}

/** Something to pick. */
export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

interface PickStep<T> extends StepPlace {
  readonly placeholder: string;
  readonly choices: readonly Choice<T>[];
  /** A choice that is made of what was typed, beside the others. */
  readonly typed?: (text: string) => Choice<T> | undefined;
}

/** Asks to pick one of several. */
export function askChoice<T>(options: PickStep<T>): Promise<Answer<T>> {
  const pick = vscode.window.createQuickPick<Choice<T>>();
  pick.placeholder = options.placeholder;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  const show = (text: string): void => {
    const typed = text.trim() === '' ? undefined : options.typed?.(text.trim());
    pick.items = typed ? [...options.choices, typed] : options.choices;
  };
  show('');
  pick.onDidChangeValue(show);
  return answer(pick, options, () => {
    const [chosen] = pick.selectedItems;
    return chosen ? { value: chosen.value } : 'not yet';
  });
}

type Input = vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>;

function answer<T>(input: Input, place: StepPlace, accepted: () => Answer<T> | 'not yet'): Promise<Answer<T>> {
  input.title = place.title;
  input.step = place.step;
  input.totalSteps = place.of;
  input.ignoreFocusOut = true;
  if (place.step > 1) input.buttons = [vscode.QuickInputButtons.Back];
  return new Promise<Answer<T>>((resolve) => {
    input.onDidTriggerButton((button) => {
      if (button === vscode.QuickInputButtons.Back) resolve('back');
    });
    input.onDidAccept(() => {
      const value = accepted();
      if (value !== 'not yet') resolve(value);
    });
    input.onDidHide(() => resolve(undefined));
    input.show();
  }).finally(() => input.dispose());
}

/** One question: it is asked with the answers so far, and notes its own. */
export type Step = (place: Pick<StepPlace, 'step' | 'of'>) => Promise<Answer<void>>;

/**
 * Asks some questions one after the other; whoever goes back is asked the one before again.
 *
 * @returns whether all were answered
 */
export async function askAll(steps: readonly Step[]): Promise<boolean> {
  let at = 0;
  while (at < steps.length) {
    const given = await steps[at]?.({ step: at + 1, of: steps.length });
    if (given === undefined) return false;
    at += given === 'back' ? -1 : 1;
  }
  return true;
}
