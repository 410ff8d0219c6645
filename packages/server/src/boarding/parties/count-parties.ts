import type { BoardingSummary } from '../boarding-summary.ts';
import type { PartyIndex } from '../read/party-index.ts';
import { type Fault, type Reject, rejectAt } from '../read/reject.ts';
import type { Amendment } from './amendment.ts';

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

/** Counts what rows changed of contracts that were boarded already, and says what they could not. */
export function takeAmendments(
  { onReject }: OnReject,
  summary: BoardingSummary,
  amendments: readonly Amendment[],
): void {
  for (const amendment of amendments) {
    for (const { outcomes } of amendment.people) {
      const [outcome] = outcomes;
      if (outcome === undefined) continue;
      if (outcome.kind === 'rejected') summary.partiesRejected += 1;
      else summary.parties += 1;
      if (outcome.kind === 'added') summary.partiesAdded += 1;
      if (outcome.kind === 'changed') summary.partiesChanged += 1;
      if (outcome.kind === 'unchanged') summary.partiesUnchanged += 1;
    }
    if (amendment.number !== null) summary.contractNumbersChanged += 1;
    if (amendment.vin !== null) summary.vinsChanged += 1;
    reportAmendment({ onReject }, summary, amendment);
  }
}

/** Says what rows state of a contract and its people that could not be taken. */
export function reportAmendment(
  { onReject }: OnReject,
  summary: BoardingSummary,
  { parties, people, faults }: Amendment,
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
