import type { ChangeAsked } from '@roadbook/domain/loan/change-terms';
import { type Command, InvalidArgumentError } from 'commander';
import type { DatabaseCommand, RequestOf } from '../command.ts';

type Options = { readonly reason: string; readonly by: string; readonly yes?: true };

/** Two commands alike: `change-due-day` and `extend`. */
export const changeTerms: DatabaseCommand<RequestOf<'change-terms'>> = {
  requests: ['change-terms'],
  declare: (program, send) => {
    const ask = (number: string, asked: ChangeAsked, { reason, by, yes }: Options) =>
      send({ command: 'change-terms', number, asked, reason, by, isSure: yes === true });
    withReasons(program.command('change-due-day'))
      .description('let the payments to come of a loan fall due on another day of the month')
      .argument('<contract-number>', 'the number on the contract')
      .argument('<day>', 'the due day, 1 to 31', numberUpTo(31))
      .action((number: string, dueDay: number, options: Options) =>
        ask(number, { kind: 'due-day', dueDay }, options),
      );
    withReasons(program.command('extend'))
      .description('let the payments to come of a loan fall due some months later')
      .argument('<contract-number>', 'the number on the contract')
      .argument('<months>', 'how many months later', numberUpTo(12))
      .action((number: string, months: number, options: Options) =>
        ask(number, { kind: 'extension', months }, options),
      );
  },
  run: async (shell, request, say) =>
    (await import('./run-change-terms.ts')).runChangeTerms(shell, request, say),
};

function withReasons(command: Command): Command {
  return command
    .requiredOption('--reason <text>', 'why, without names: it is kept for ever', shortText)
    .option('--by <who>', 'who decided it, as you call your staff', shortText, 'command-line')
    .option('--yes', 'do it; without this it is only shown');
}

function numberUpTo(most: number): (text: string) => number {
  return (text) => {
    const number = /^[1-9]\d?$/.test(text) ? Number.parseInt(text, 10) : 0;
    if (number >= 1 && number <= most) return number;
    throw new InvalidArgumentError(`a whole number from 1 to ${most}`);
  };
}

function shortText(text: string): string {
  const plain = text.trim();
  if (/^[\p{L}\p{N} .,:;/()'-]{1,100}$/u.test(plain)) return plain;
  throw new InvalidArgumentError('1 to 100 letters, digits, blanks and plain signs');
}
