import type { BoardingSummary } from '../boarding-summary.ts';
import type { Party } from '../read/party/party.ts';
import type { PartyIndex, UnclaimedParties } from '../read/party/party-index.ts';
import { type Reject, rejectAt } from '../read/reject.ts';
import { takeMendings } from './count-parties.ts';
import { mendParties } from './mend-parties.ts';
import type { ContractToMend, MendJob } from './mending.ts';
import { type FoundContract, findContracts } from './party-rows.sql.ts';
import { takeTerms } from './take-terms.ts';

/** Where rows that name only an asset are looked for, and who is told. */
export type UnclaimedJob = {
  /** Null: in the whole book. */
  readonly deal: string | null;
  readonly onReject: (reject: Reject) => void;
};

const CONTRACTS_PER_BATCH = 500;

/**
 * Takes the rows whose contract is not in the file beside them, or that come without one: the
 * contract may be in the book. Who names another deal than the one being boarded is not missed.
 */
export async function boardUnclaimed(
  run: MendJob,
  job: UnclaimedJob,
  summary: BoardingSummary,
  parties: PartyIndex,
): Promise<void> {
  let batch: UnclaimedParties[] = [];
  for (const group of parties.unclaimed()) {
    const deal = group.parties[0]?.deal ?? null;
    if (deal !== null && job.deal !== null && deal !== job.deal) continue;
    batch.push(group);
    if (batch.length < CONTRACTS_PER_BATCH) continue;
    await takeBatch(run, job, summary, batch);
    batch = [];
  }
  if (batch.length > 0) await takeBatch(run, job, summary, batch);
}

async function takeBatch(
  run: MendJob,
  job: UnclaimedJob,
  summary: BoardingSummary,
  batch: readonly UnclaimedParties[],
): Promise<void> {
  const all = batch.flatMap(({ parties }) => parties);
  const found = await findContracts(
    run.store,
    all.flatMap(({ contractNumber }) => contractNumber ?? []),
    all.flatMap(({ assetNumber }) => assetNumber ?? []),
  );
  const toMend: ContractToMend[] = [];
  for (const group of batch) {
    const contracts = contractsOf(group.parties, found, job.deal);
    const [contract] = contracts;
    if (contract !== undefined && contracts.length === 1) {
      toMend.push({ contractId: contract.contract_id, parties: group.parties });
    } else sayUnclaimed(job, summary, group, contracts);
  }
  takeMendings(job, summary, await mendParties(run, toMend));
  await takeTerms(
    run,
    job,
    summary,
    toMend.map((each) => ({ ...each, remap: null })),
  );
}

/** The contracts that rows may mean: by asset and deal; by number where no asset is named. */
function contractsOf(
  parties: readonly Party[],
  found: readonly FoundContract[],
  dealOfJob: string | null,
): readonly FoundContract[] {
  const [first] = parties;
  if (first === undefined) return [];
  const { assetNumber, contractNumber } = first;
  const deal = first.deal ?? dealOfJob;
  if (assetNumber === null) {
    return found.filter((each) => each.contract_number === contractNumber);
  }
  return found.filter(
    (each) => each.asset_number === assetNumber && (deal === null || each.deal === deal),
  );
}

function sayUnclaimed(
  { onReject }: UnclaimedJob,
  summary: BoardingSummary,
  { parties, meant }: UnclaimedParties,
  contracts: readonly FoundContract[],
): void {
  for (const { line, contractNumber, assetNumber } of parties) {
    summary.partiesUnclaimed += 1;
    const element = assetNumber === null ? 'contract_number' : 'asset_number';
    const place = {
      ordinal: null,
      record: contractNumber ?? assetNumber,
      offset: null,
      line,
    };
    const zeros =
      meant === null
        ? ''
        : ` The file has ${meant}: a spreadsheet drops zeros at the beginning of a number.`;
    onReject(
      rejectAt(place, {
        element,
        value: assetNumber ?? contractNumber,
        rule: contracts.length > 1 ? 'asset-in-several-deals' : 'party-without-contract',
        sentence:
          contracts.length > 1
            ? 'Several deals have an asset of this number, so it is not certain which is meant.'
            : `No record of the file and no contract of the book belongs to this row.${zeros}`,
        accepted:
          contracts.length > 1
            ? 'the deal in the column deal, or --deal'
            : 'the contract or asset number of a record in the file or of a contract in the book',
      }),
    );
  }
}
