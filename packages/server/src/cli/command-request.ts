import type { BusinessDate } from '@roadbook/domain/time/calendar';

/** A command that needs the database, as it travels to the process that has it. */
export type CommandRequest =
  | {
      readonly command: 'board';
      readonly file: string;
      readonly parties: string | null;
      readonly asOf: BusinessDate | null;
      readonly rejects: string | null;
      readonly deal: string | null;
    }
  | { readonly command: 'check-ledger' }
  | { readonly command: 'close-day'; readonly through: BusinessDate | null }
  | { readonly command: 'token'; readonly audience: 'integrator'; readonly name: string }
  | { readonly command: 'demo' };

/**
 * What a running command says: lasting lines, and progress that the next progress may overwrite.
 */
export type Say = {
  readonly line: (text: string) => void;
  readonly progress: (text: string) => void;
};
