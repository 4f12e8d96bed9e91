import { Command } from 'commander';
import type { CommandIo } from '../commandIo';
import { explain } from '../explain';
import type { End } from './options';

export function explainCommand(io: CommandIo, end: End): Command {
  return new Command('explain')
    .description('explain a rule, a role or a responsibility area')
    .argument('<name>', 'such as missing-goal, product-manager or budget')
    .action((name: string) => end(explain(name, io)));
}
