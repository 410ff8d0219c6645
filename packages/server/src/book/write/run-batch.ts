import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { DatabaseAway } from '../../platform/database/database-away.ts';
import { constraintOf, isRetryable, type Store, sqlState } from '../../platform/database/store.ts';
import type { StoredContract } from '../read/contract-row.ts';
import { readContracts } from '../read/read-contract.ts';
import { readHistory } from '../read/read-history.ts';
import { applyDecisions } from './apply-decisions.ts';
import { doneNow, repeat } from './command-result.ts';
import { type PreparedDecision, prepareDecision } from './prepare-entries.ts';
import { fail, settle, tryAgain, type Waiting } from './waiting.ts';

/** What a batch leaves: the commands to retry, and the fault if the database was away. */
export type BatchEnd = { readonly again: readonly Waiting[]; readonly away: DatabaseAway | null };

/** Runs a batch. Never rejects. */
export async function runBatch(
  store: Store,
  clock: () => number,
  batch: readonly Waiting[],
): Promise<BatchEnd> {
  try {
    const stored = await readContracts(
      store,
      batch.map(({ command }) => command),
    );
    const prepared = new Map<string, PreparedDecision>();
    const nowMs = clock();
    for (const each of batch) {
      const decision = await decideOne(store, each, stored.get(each.command.contractId), nowMs);
      if (decision !== null) prepared.set(each.command.contractId, decision);
    }
    if (prepared.size === 0) return { again: [], away: null };
    const openDay = stored.values().next().value?.openDay as BusinessDate;
    const won = await applyDecisions(store, openDay, nowMs, [...prepared.values()]);
    const again = batch.filter((each) => {
      const decision = prepared.get(each.command.contractId);
      if (decision === undefined) return false;
      if (!won.has(each.command.contractId)) return tryAgain(each);
      settle(each, doneNow(decision, nowMs, openDay));
      return false;
    });
    return { again, away: null };
  } catch (error) {
    const open = batch.filter(({ isSettled }) => !isSettled);
    if (error instanceof DatabaseAway) {
      for (const each of open) each.mayBeWritten ||= error.mayBeWritten;
      return { again: open, away: error };
    }
    return { again: open.filter((each) => afterError(each, batch.length, error)), away: null };
  }
}

/** Decides one command, settling it at once when there is nothing to write. */
async function decideOne(
  store: Store,
  each: Waiting,
  stored: StoredContract | undefined,
  nowMs: number,
): Promise<PreparedDecision | null> {
  const { command } = each;
  if (stored === undefined) {
    settle(each, { outcome: 'not-found' });
    return null;
  }
  if (stored.earlier !== null) {
    settle(each, repeat(command, stored.earlier));
    return null;
  }
  const { contract, openDay, head } = stored;
  try {
    let outcome = command.decide(contract, openDay, null);
    if (outcome.outcome === 'needs-history') {
      const history = await readHistory(store, contract.contractId, contract.version);
      outcome = command.decide(contract, openDay, history);
    }
    if (outcome.outcome === 'refused') {
      settle(each, outcome);
      return null;
    }
    if (outcome.outcome === 'needs-history') throw new Error('history was given');
    if (outcome.entries.length === 0) throw new Error('a command decided nothing');
    const { key, inputHash, personId = null } = command;
    const decided = { contract, head, openDay, key, inputHash, personId, decision: outcome };
    return prepareDecision({ ...decided, earliestNext: openDay }, nowMs);
  } catch (error) {
    if (error instanceof DatabaseAway) throw error;
    fail(each, error);
    return null;
  }
}

/**
 * After an error the commands of a batch are tried one by one, so that one cannot fail the others.
 */
function afterError(each: Waiting, batchSize: number, error: unknown): boolean {
  const isKeyRace = sqlState(error) === '23505';
  // Alone, nobody else's key is in the way: the person used this one for another contract.
  if (batchSize === 1 && isKeyRace && constraintOf(error) === 'person_key_pkey') {
    each.resolve({ outcome: 'key-used' });
    return false;
  }
  if (batchSize > 1 || isRetryable(error) || isKeyRace) {
    each.alone = true;
    return tryAgain(each);
  }
  fail(each, error);
  return false;
}
