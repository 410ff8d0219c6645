import type { Contract } from '@roadbook/domain/contract/contract';
import type { StoredContract } from '../../book/read/contract-row.ts';
import { readContracts } from '../../book/read/read-contract.ts';
import { changeTerms } from '../../book/write/change-terms.ts';
import { prepareDecision } from '../../book/write/prepare-entries.ts';
import type { BoardedRecord } from '../board-record.ts';
import type { BoardingSummary } from '../boarding-summary.ts';
import { type Fault, type Reject, rejectAt } from '../read/reject.ts';
import type { ContractToMend, MendJob } from './mending.ts';
import { readTermsRows } from './party-rows.sql.ts';
import { type Remapped, type Restated, restateTerms, type Standing } from './restate-terms.ts';

/** A contract whose rows may say something of its terms, and how its record reads with them. */
export type TermsToTake = ContractToMend & {
  /** Null where the parties file came without the record. */
  readonly remap: (() => BoardedRecord | Fault) | null;
};

type Reporting = { readonly onReject: (reject: Reject) => void };

const ATTEMPTS_MAX = 5;

/**
 * Takes what rows say of the terms of boarded contracts: a due day or miles in place of what was
 * assumed. Each change is an entry and a version of the terms.
 */
export async function takeTerms(
  run: MendJob,
  { onReject }: Reporting,
  summary: BoardingSummary,
  wanted: readonly TermsToTake[],
): Promise<void> {
  const found = await readAll(run, wanted);
  for (const given of wanted) {
    // A number that was not given stays assumed.
    const isRefused = run.numbersRefused.has(given.contractId);
    const parties = given.parties.map((party) =>
      isRefused ? { ...party, contractNumber: null } : party,
    );
    const each = { ...given, parties };
    const standing = found.get(each.contractId);
    if (standing === undefined) continue;
    const looked = restateTerms(standing, each.parties, remappedOf(each), run.openDay);
    const restated = looked.outcome === 'changed' ? await write(run, each) : looked;
    if (restated.outcome === 'changed') summary.termsChanged += 1;
    if (restated.outcome !== 'refused') continue;
    const [first] = each.parties;
    summary.partyValuesReported += 1;
    const record = first?.contractNumber ?? first?.assetNumber ?? null;
    const place = { ordinal: null, record, offset: null, line: first?.line ?? null };
    onReject(rejectAt(place, restated.fault));
  }
}

/** Decides again from what the book says now, and writes, until nobody came in between. */
async function write(run: MendJob, each: TermsToTake): Promise<Restated> {
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const stored = (await readAll(run, [each])).get(each.contractId);
    if (stored === undefined) break;
    const { contract, head, openDay } = stored;
    const restated = restateTerms(stored, each.parties, remappedOf(each), openDay);
    if (restated.outcome !== 'changed') return restated;
    const nowMs = run.clock();
    // No client's key has a blank, so none can stand in the way.
    const key = `parties terms ${contract.version + 1}`;
    const { decision } = restated;
    const command = { contract, head, openDay, key, inputHash: null, decision };
    const prepared = prepareDecision({ ...command, earliestNext: openDay }, nowMs);
    if (await changeTerms(run.store, openDay, nowMs, prepared)) return restated;
  }
  throw new Error('The contract was changed by others again and again. Run it once more.');
}

async function readAll(
  { store }: MendJob,
  wanted: readonly TermsToTake[],
): Promise<Map<string, StoredContract & Standing>> {
  if (wanted.length === 0) return new Map();
  const ids = wanted.map(({ contractId }) => contractId);
  const stored = await readContracts(
    store,
    ids.map((contractId) => ({ contractId, key: '' })),
  );
  const rows = await readTermsRows(store, ids);
  return new Map(
    rows.flatMap(({ contract_id: id, terms_version: termsVersion, is_touched: isTouched }) => {
      const each = stored.get(id);
      return each === undefined ? [] : [[id, { ...each, termsVersion, isUntouched: !isTouched }]];
    }),
  );
}

function remappedOf({ remap }: TermsToTake): Remapped | Fault | null {
  if (remap === null) return null;
  const boarded = remap();
  if (!('toBoard' in boarded)) return boarded;
  const { opening, asOf, terms } = boarded.toBoard;
  return { contract: { ...opening.state, terms } as Contract, asOf };
}
