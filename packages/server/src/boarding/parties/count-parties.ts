import type { BoardingSummary } from '../boarding-summary.ts';
import type { PartyIndex } from '../read/party/party-index.ts';
import { type Fault, type Reject, rejectAt } from '../read/reject.ts';
import type { Mending } from './mending.ts';

type OnReject = { readonly onReject: (reject: Reject) => void };

/** What reading the parties file came to, before any of it is taken. */
export function countFile(summary: BoardingSummary, parties: PartyIndex): void {
  summary.partiesRejected += parties.rejected;
  summary.partyValuesReported += parties.valuesReported;
  for (const [column, rows] of parties.unused) summary.partyColumnsNotUsed[column] = rows;
  if (parties.countriesAssumed > 0) {
    summary.assumed.country = (summary.assumed.country ?? 0) + parties.countriesAssumed;
  }
}

/** Counts what rows changed of boarded contracts, and says what they could not change. */
export function takeMendings(
  { onReject }: OnReject,
  summary: BoardingSummary,
  mendings: readonly Mending[],
): void {
  for (const mending of mendings) {
    for (const { outcomes } of mending.people) {
      const [outcome] = outcomes;
      if (outcome === undefined) continue;
      if (outcome.kind === 'rejected') summary.partiesRejected += 1;
      else summary.parties += 1;
      if (outcome.kind === 'added') summary.partiesAdded += 1;
      if (outcome.kind === 'changed') summary.partiesChanged += 1;
      if (outcome.kind === 'unchanged') summary.partiesUnchanged += 1;
    }
    if (mending.number !== null) summary.contractNumbersChanged += 1;
    if (mending.vin !== null) summary.vinsChanged += 1;
    reportMending({ onReject }, summary, mending);
  }
}

/** Says what rows state of a contract and its people that could not be taken. */
export function reportMending(
  { onReject }: OnReject,
  summary: BoardingSummary,
  { parties, people, faults }: Mending,
): void {
  const [first] = parties;
  const record = first?.contractNumber ?? first?.assetNumber ?? null;
  const say = (line: number, fault: Fault): void =>
    onReject(rejectAt({ ordinal: null, record, offset: null, line }, fault));
  for (const { party, outcomes, faults: ofParty } of people) {
    for (const outcome of outcomes) if (outcome.kind === 'rejected') say(party.line, outcome.fault);
    for (const fault of ofParty) say(party.line, fault);
    summary.partyValuesReported += ofParty.length;
  }
  for (const { line, fault } of faults) say(line, fault);
  summary.partyValuesReported += faults.length;
}
