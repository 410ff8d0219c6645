import { closeContract } from '@roadbook/domain/close/close-contract';
import type { Contract } from '@roadbook/domain/contract/contract';
import type { Decision, RecordedEntry } from '@roadbook/domain/contract/decision';
import { addDays, type BusinessDate } from '@roadbook/domain/time/calendar';
import { boardRecord, identify } from '../../src/boarding/board-record.ts';
import { loadParties } from '../../src/boarding/read/party/party-index.ts';
import type { Reject } from '../../src/boarding/read/reject.ts';
import { readEx102 } from '../../src/boarding/read/xml/read-ex102.ts';
import { GENESIS } from '../../src/book/write/hash-chain.ts';
import { type PreparedDecision, prepareDecision } from '../../src/book/write/prepare-entries.ts';
import { type Act, decideAct } from '../../src/demo/act.ts';
import { filesOf } from '../../src/demo/files/demo-files.ts';
import { demoPortfolio } from '../../src/demo/portfolio.ts';
import { LARKSPUR } from '../../src/lender/larkspur/larkspur.ts';
import { makeKeys, parseKeys } from '../../src/platform/keys/key-ring.ts';

/** A contract of the demonstration and everything that was written about it. */
export type LivedContract = {
  contract: Contract;
  next: BusinessDate | null;
  readonly entries: RecordedEntry[];
};

export type LivedBook = {
  readonly rejects: readonly Reject[];
  /** By asset number. */
  readonly contracts: ReadonlyMap<string, LivedContract>;
  readonly refused: readonly string[];
  /** Lives on without acts, to the close of the day before this one. */
  readonly liveTo: (day: BusinessDate) => void;
};

/** The demonstration without a database: the same files, mapping, acts and close, in a moment. */
export async function liveInMemory(seed: string, today: BusinessDate): Promise<LivedBook> {
  const portfolio = demoPortfolio(seed, today);
  const rejects: Reject[] = [];
  const contracts = new Map<string, LivedContract>();
  let day = addDays(portfolio.calendar.cutOff, 1);
  const files = filesOf(portfolio);
  const ring = parseKeys(makeKeys());
  for (const file of [files.loans, files.leases]) {
    const deal = file.name.replace('.xml', '');
    const parties = await loadParties([Buffer.from(files.parties.text)], (r) => rejects.push(r));
    for await (const item of readEx102([Buffer.from(file.text)])) {
      if (!item.ok) {
        rejects.push(...item.rejects);
        continue;
      }
      const { record } = item;
      const key = { deal, assetNumber: record.assetNumber, contractNumber: record.assetNumber };
      const more = { source: file.name, asOf: null, openDay: day, lender: LARKSPUR, nowMs: 0 };
      const named = identify(deal, record);
      const boarded = boardRecord(named, parties?.partiesOf(key) ?? [], { deal, ring, ...more });
      if (!('toBoard' in boarded)) throw new Error(`${boarded.rule} in ${record.assetNumber}`);
      const lived = { contract: boarded.toBoard.opening.state, next: null, entries: [] };
      keep(lived, boarded.toBoard.opening);
      contracts.set(record.assetNumber, lived);
    }
  }
  const refused: string[] = [];
  const liveTo = (until: BusinessDate): void => {
    for (; day < until; day = addDays(day, 1)) {
      for (const act of portfolio.acts.filter(({ on }) => on === day)) {
        const failed = perform(contracts, act, day);
        if (failed !== null) refused.push(`${act.assetNumber} ${act.does.kind} ${day}: ${failed}`);
      }
      for (const lived of contracts.values()) {
        if (lived.next !== null && lived.next <= day) close(lived, day);
      }
    }
  };
  liveTo(today);
  return { rejects, contracts, refused, liveTo };
}

function perform(
  contracts: ReadonlyMap<string, LivedContract>,
  act: Act,
  day: BusinessDate,
): string | null {
  const lived = contracts.get(act.assetNumber);
  if (lived === undefined) return 'no such contract';
  let outcome = decideAct(act, lived.contract, day, null);
  if (outcome.outcome === 'needs-history') {
    outcome = decideAct(act, lived.contract, day, lived.entries);
  }
  if (outcome.outcome !== 'decided') {
    return outcome.outcome === 'refused' ? outcome.code : outcome.outcome;
  }
  keep(lived, prepared(lived.contract, outcome, day, day));
  return null;
}

function close(lived: LivedContract, day: BusinessDate): void {
  const decision = closeContract(lived.contract, { on: day });
  keep(lived, prepared(lived.contract, decision, day, addDays(day, 1)));
}

function prepared(
  contract: Contract,
  decision: Decision,
  openDay: BusinessDate,
  earliestNext: BusinessDate,
): PreparedDecision {
  const command = { contract, head: GENESIS, openDay, key: 'k', inputHash: null };
  return prepareDecision({ ...command, decision, earliestNext }, 0);
}

function keep(lived: LivedContract, { state, nextDate, entries }: PreparedDecision): void {
  lived.contract = state;
  lived.next = nextDate;
  for (const { seq, businessDate, draft } of entries) {
    const { kind, effectiveDate, postings, lines, payment, reverses, after } = draft;
    lived.entries.push({
      seq,
      kind,
      businessDate,
      effectiveDate,
      postings,
      lines,
      ...(payment === undefined ? {} : { payment }),
      ...(reverses === undefined ? {} : { reverses }),
      after,
    });
  }
}
