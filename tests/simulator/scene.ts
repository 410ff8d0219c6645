/** The core and the oracle side by side, and how a command is put to both. */
import { date } from '@roadbook/domain/time/calendar';
import { same } from './disagreement.ts';
import type { Happening } from './life.ts';
import type { Life } from './oracle/life.ts';
import type { Money } from './oracle/promise.ts';
import { ask, type Shell, write } from './shell.ts';

export type Scene = {
  readonly shell: Shell;
  readonly life: Life;
  /** Under which number the core recorded each payment of the life. */
  readonly numbers: Map<string, { readonly seq: number; readonly money: Money }>;
  readonly quotes: { readonly seq: number; readonly days: ReadonlyMap<string, bigint> }[];
  readonly story: string[];
  readonly refusals: Set<string>;
};

export type Only<What extends Happening['what']> = Extract<Happening, { what: What }>;

/** Asks the core, which must refuse for just the expected reason, and writes what it decided. */
export function decide(
  { shell, life, story, refusals }: Scene,
  what: string,
  refusal: string | null,
  command: Parameters<typeof ask>[1],
): boolean {
  const outcome = ask(shell, command);
  const said = outcome.outcome === 'refused' ? outcome.code : null;
  story.push(`${life.today}  ${what}${said === null ? '' : ` — refused: ${said}`}`);
  same(`the refusal of: ${what}`, said, refusal);
  if (outcome.outcome === 'refused') {
    refusals.add(outcome.code);
    return false;
  }
  write(shell, outcome, date(life.today));
  return true;
}

export function money(cents: bigint): string {
  const digits = cents.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
