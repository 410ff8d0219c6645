import type { Posting } from '../ledger/posting.ts';
import type { Line } from '../money/breakdown.ts';
import type { Cents } from '../money/cents.ts';
import type { BusinessDate } from '../time/calendar.ts';
import type { Contract } from './contract.ts';
import type { EntryKind } from './entry-kind.ts';
import type { GiveBackAct } from './give-back.ts';
import type { NoticeTemplate } from './notice-template.ts';
import type { PaymentFact } from './payment-fact.ts';
import type { Refusal } from './refusal.ts';

/** Something that happened, for people and other systems. Never personal data. */
export type Event = {
  readonly kind: string;
  readonly data: Readonly<Record<string, string>>;
};

/** Something to do outside once the entry stands. Goes to the outbox. */
export type Message = {
  readonly data: Readonly<Record<string, string>>;
} & (
  | { readonly topic: 'notice'; readonly template: NoticeTemplate }
  | { readonly topic: 'gateway'; readonly template: 'debit' }
);

/** An entry before the shell gives it its place in the chain. */
export type EntryDraft = {
  readonly kind: EntryKind;
  readonly effectiveDate: BusinessDate;
  readonly postings: readonly Posting[];
  /** What the amount of this entry consists of, in the order it was applied. */
  readonly lines: readonly Line[];
  readonly payment?: PaymentFact;
  /** The act of giving a car back that this entry records, to be decided again in its place. */
  readonly act?: GiveBackAct;
  /** The sequence number of the entry that this one mirrors. */
  readonly reverses?: number;
  readonly memo?: Readonly<Record<string, string>>;
  /** The contract as this entry leaves it. */
  readonly after: Contract;
  readonly events: readonly Event[];
  readonly messages: readonly Message[];
};

/** What is told to whoever gave the command, and told again when the command is repeated. */
export type Receipt = Readonly<Record<string, string | Cents | null | readonly Line[]>>;

/** What a command does: entries in order, and the contract they lead to. */
export type Decision = {
  readonly outcome: 'decided';
  readonly entries: readonly EntryDraft[];
  readonly receipt: Receipt;
};

/** The core must see earlier entries of the contract to decide this. */
export type NeedsHistory = { readonly outcome: 'needs-history' };

export type Outcome = Decision | Refusal | NeedsHistory;

/** An entry as the store has it, for decisions that look back. */
export type RecordedEntry = {
  readonly seq: number;
  readonly kind: EntryKind;
  readonly businessDate: BusinessDate;
  readonly effectiveDate: BusinessDate;
  readonly postings: readonly Posting[];
  readonly lines: readonly Line[];
  readonly payment?: PaymentFact;
  readonly act?: GiveBackAct;
  readonly reverses?: number;
  /** Status, facts and holds as the entry left them. */
  readonly after: Pick<Contract, 'status' | 'facts' | 'holds'>;
};

/** The contract that a decision leads to: as its last entry leaves it. */
export function stateAfter(decision: Decision, before: Contract): Contract {
  return decision.entries.at(-1)?.after ?? before;
}
