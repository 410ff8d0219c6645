import { revive } from '@roadbook/api/wire';
import type { RecordedEntry } from '@roadbook/domain/contract/decision';
import type { Line } from '@roadbook/domain/money/breakdown';
import { factsOf } from './stored-facts.ts';
import { inTodaysWords } from './stored-words.ts';

/** What an entry's body holds, as text: amounts are digit strings. */
export type EntryBody = {
  readonly lines: readonly (Omit<Line, 'cents'> & { readonly cents: string })[];
  readonly payment?: Record<string, unknown>;
  readonly act?: Record<string, unknown>;
  readonly reverses?: number;
  readonly memo?: Readonly<Record<string, string>>;
  /** What the command is answered; its lines are those of the entry unless it has its own. */
  readonly receipt?: Readonly<Record<string, unknown>>;
  readonly events?: readonly { readonly kind: string; readonly data: Record<string, string> }[];
  readonly after: { readonly status: string; readonly facts: unknown; readonly holds?: unknown };
};

/** The body of a stored entry in today's words, whatever build wrote it. */
export function readBody(text: string): EntryBody {
  return JSON.parse(inTodaysWords(text)) as EntryBody;
}

/** The state that an entry left, with everything that the domain asks of it today. */
export function stateLeftBy({ after }: EntryBody): RecordedEntry['after'] {
  const { status, holds } = revive<RecordedEntry['after']>(after);
  return { status, facts: factsOf(after.facts), holds: holds ?? [] };
}
