import { leaseMaturityDate } from '@roadbook/domain/lease/lease-calendar';
import {
  contractPlanProblems,
  planFigures,
  scheduledReturn,
} from '@roadbook/domain/lease-end/planner/contract-plan';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { daysBetween } from '@roadbook/domain/time/calendar';
import { findContracts } from '../../book/read/read-account.ts';
import { readContract } from '../../book/read/read-contract.ts';
import { readVehicle } from '../../book/read/read-vehicle.ts';
import { leaseEndFacts, openLease } from '../../lease-end/lease-end-facts.ts';
import { leaseEndLines, savedLines } from '../../lease-end/lease-end-text.ts';
import { keptWith } from '../../lease-end/saves.ts';
import type { Shell } from '../../operation/shell.ts';
import { recordLook } from '../../people/access-log.sql.ts';
import type { CommandRequest, Say } from '../command-request.ts';
import { ALL_DONE, NOTHING_DONE } from '../exit-codes.ts';

type LeaseEndRequest = Extract<CommandRequest, { readonly command: 'lease-end' }>;

/**
 * Prints the ways out of a lease and what its people saved: how staff see it until they have a
 * console. Each look is recorded.
 */
export async function runLeaseEnd(
  shell: Shell,
  { number, on }: LeaseEndRequest,
  say: Say,
): Promise<number> {
  const { store, lender, clock } = shell;
  const [found] = await findContracts(store, { number });
  const stored = found === undefined ? null : await readContract(store, found.contract_id);
  if (found === undefined || stored === null) {
    say.line(`There is no contract ${number}. Check the number.`);
    return NOTHING_DONE;
  }
  const lease = openLease(stored.contract);
  if (typeof lease === 'string') {
    say.line(`Contract ${number} has no lease end to plan (${lease}).`);
    return NOTHING_DONE;
  }
  const contractId = found.contract_id;
  const facts = leaseEndFacts(lease, await readVehicle(store, contractId), lender, stored.openDay);
  const plan = { leaveOn: on ?? scheduledReturn(facts), chosen: [], answers: {} };
  const [problem] = contractPlanProblems(facts, plan);
  if (problem !== undefined) {
    const { from = '', to = '' } = problem.accepted;
    say.line(`${plan.leaveOn} is out of reach. Name a day from ${from} to ${to}.`);
    return NOTHING_DONE;
  }
  const kept = await keptWith(store, contractId);
  await recordLook(store, { who: 'command-line', contractId, what: 'lease-end' }, clock());
  say.line(headline(number, facts.vehicle, leaseMaturityDate(facts.agreement), facts.asOf));
  for (const line of leaseEndLines(facts, planFigures(facts, plan, null))) say.line(line);
  for (const line of kept.flatMap(savedLines)) say.line(line);
  if (kept.length === 0) say.line('Nobody on this lease has saved a plan or a walk.');
  return ALL_DONE;
}

type Car = {
  readonly modelYear: number | null;
  readonly make: string | null;
  readonly model: string | null;
};

function headline(number: string, car: Car, maturity: BusinessDate, asOf: BusinessDate): string {
  const name = [car.modelYear, car.make, car.model].filter((each) => each !== null).join(' ');
  const days = daysBetween(asOf, maturity);
  const when = days >= 0 ? `ends in ${days} days` : `ended ${-days} days ago`;
  return `${number}  ${name}  lease to ${maturity}, ${when}`;
}
