import type { ChangeAsked } from '@roadbook/domain/loan/change-terms';
import type { StaffRole } from '@roadbook/domain/person/staff-role';
import type { BusinessDate } from '@roadbook/domain/time/calendar';

/** A command that needs the database, as it travels to the process that has it. */
export type CommandRequest =
  | {
      readonly command: 'board';
      /** The file of contracts; null where a parties file comes alone. */
      readonly file: string | null;
      readonly parties: string | null;
      readonly asOf: BusinessDate | null;
      readonly rejects: string | null;
      readonly deal: string | null;
      /** How the rates of the file are written; null when nobody has said. */
      readonly rates?: 'percent' | 'fraction' | null;
      /** Whether a file is boarded whose cut-off is long ago. */
      readonly isOldFile?: boolean;
    }
  | { readonly command: 'check-ledger' }
  | { readonly command: 'close-day'; readonly through: BusinessDate | null }
  | { readonly command: 'token'; readonly audience: 'integrator'; readonly name: string }
  | { readonly command: 'token-list' }
  | { readonly command: 'token-revoke'; readonly which: string }
  | { readonly command: 'demo' }
  | {
      readonly command: 'wear-data';
      readonly data: 'guide' | 'charges';
      readonly action: WearDataAction;
    }
  | {
      readonly command: 'staff-invite';
      readonly email: string;
      readonly name: string;
      readonly role: StaffRole;
      /** The desk's address as the settings of the command have it. */
      readonly deskUrl: string | null;
    }
  | { readonly command: 'staff-list' }
  | { readonly command: 'staff-disable'; readonly email: string }
  | { readonly command: 'staff-role'; readonly email: string; readonly role: StaffRole }
  | {
      readonly command: 'invite';
      /** Whose, by contract number; everybody's where there are none. */
      readonly numbers: readonly string[];
      readonly out: string;
      readonly again: boolean;
      /** The portal's address as the settings of the command have it. */
      readonly publicUrl: string;
    }
  | { readonly command: 'staff-place'; readonly email: string; readonly placeId: string | null }
  | { readonly command: 'places'; readonly file: string | null; readonly zips: string | null }
  | { readonly command: 'call-backs' }
  | { readonly command: 'call-back-done'; readonly reference: string }
  | {
      readonly command: 'access-close';
      readonly login: string;
      readonly because: string;
    }
  | { readonly command: 'access-open'; readonly login: string }
  | { readonly command: 'rotate-keys' }
  | { readonly command: 'post' }
  | { readonly command: 'post-retry'; readonly which: string }
  | {
      readonly command: 'change-terms';
      readonly number: string;
      readonly asked: ChangeAsked;
      readonly reason: string;
      readonly by: string;
      /** Whether it is done; else it is only shown. */
      readonly isSure: boolean;
    }
  | {
      readonly command: 'post-notices';
      readonly number: string;
      /** Whose, by the part in the contract. */
      readonly role: string;
      readonly channel: 'mail' | 'text';
      readonly wanted: boolean;
      /** Null for all topics. */
      readonly topic: string | null;
    }
  | { readonly command: 'lease-end'; readonly number: string; readonly on: BusinessDate | null };

/** What is done with guides or tables of charges. */
export type WearDataAction =
  | {
      readonly what: 'import';
      readonly file: string;
      readonly as: string | null;
      readonly effective: BusinessDate | null;
    }
  | { readonly what: 'list' }
  | { readonly what: 'export'; readonly id: string; readonly version: number | null };

/**
 * What a running command says: lasting lines, and progress that the next progress may overwrite.
 */
export type Say = {
  readonly line: (text: string) => void;
  readonly progress: (text: string) => void;
};
