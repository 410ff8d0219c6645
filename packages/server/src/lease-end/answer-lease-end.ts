import { planFaults, walkFaults } from '@roadbook/api/lease-end-rule';
import type * as operations from '@roadbook/api/operations/lease-end';
import {
  contractPlanProblems,
  planFigures,
  scheduledReturn,
} from '@roadbook/domain/lease-end/planner/contract-plan';
import { type BusinessDate, date } from '@roadbook/domain/time/calendar';
import { reportProblems } from '@roadbook/domain/wear/walk/report-problems';
import { readVehicle } from '../book/read/read-vehicle.ts';
import type { Handler } from '../operation/handler.ts';
import type { Integrator } from '../operation/integrator.ts';
import { contractFor } from '../operation/load-contract.ts';
import { onWire } from '../operation/on-wire.ts';
import { ProblemError } from '../operation/problem-error.ts';
import type { Shell } from '../operation/shell.ts';
import { recordLook } from '../people/access-log.sql.ts';
import type { CustomerSession } from '../people/session.ts';
import { leaseEndFacts, type NamedFacts, openLease } from './lease-end-facts.ts';
import { deleteSave } from './saves.sql.ts';
import {
  keptBy,
  keptWith,
  planOf,
  reportOf,
  savePlan as storePlan,
  saveWalk as storeWalk,
} from './saves.ts';
import { wearInForce } from './wear-data/wear-in-force.ts';

export const getLeaseEnd: Handler<typeof operations.getLeaseEnd, CustomerSession> = async ({
  shell,
  caller,
  params,
}) => {
  const facts = await factsFor(shell, params.contractId, caller.personId);
  const wear = await wearInForce(shell.store, shell.lender, facts.asOf);
  const { compareReports } = shell.lender.wear;
  return { facts: onWire(facts), wear: onWire(wear), compareReports };
};

export const getSaved: Handler<typeof operations.getSavedLeaseEnd, CustomerSession> = async ({
  shell,
  caller,
  params,
}) => {
  await contractFor(shell.store, params.contractId, caller.personId);
  return keptBy(shell.store, params.contractId, caller.personId);
};

export const savePlan: Handler<typeof operations.saveLeaseEndPlan, CustomerSession> = async ({
  shell,
  caller,
  params,
  body,
}) => {
  const facts = await factsFor(shell, params.contractId, caller.personId);
  const faults = planFaults(contractPlanProblems(facts, planOf(body)));
  if (faults.length > 0) throw new ProblemError('invalid-input', {}, faults);
  const wear = await wearInForce(shell.store, shell.lender, facts.asOf);
  return storePlan(savingOf(shell, params.contractId, caller), body, facts, wear);
};

export const saveWalk: Handler<typeof operations.saveLeaseEndWalk, CustomerSession> = async ({
  shell,
  caller,
  params,
  body,
}) => {
  const facts = await factsFor(shell, params.contractId, caller.personId);
  const faults = walkFaults(reportProblems(reportOf(body), facts.asOf));
  if (faults.length > 0) throw new ProblemError('invalid-input', {}, faults);
  const wear = await wearInForce(shell.store, shell.lender, facts.asOf);
  if (wear === null) throw new ProblemError('no-wear-guide');
  return storeWalk(savingOf(shell, params.contractId, caller), body, facts, wear);
};

export const deletePlan: Handler<typeof operations.deleteLeaseEndPlan, CustomerSession> = async ({
  shell,
  caller,
  params,
}) => {
  await contractFor(shell.store, params.contractId, caller.personId);
  await deleteSave(shell.store, params.contractId, caller.personId, 'plan');
  return {};
};

export const deleteWalk: Handler<typeof operations.deleteLeaseEndWalk, CustomerSession> = async ({
  shell,
  caller,
  params,
}) => {
  await contractFor(shell.store, params.contractId, caller.personId);
  await deleteSave(shell.store, params.contractId, caller.personId, 'walk');
  return {};
};

/** The lease's end as the lender's own systems see it. The look is recorded before the answer. */
export const getLeaseEndForIntegrator: Handler<
  typeof operations.getLeaseEndForIntegrator,
  Integrator
> = async ({ shell, caller, params, query }) => {
  const facts = await factsFor(shell, params.contractId, null);
  const leaveOn = query.on === undefined ? scheduledReturn(facts) : date(query.on);
  const plan = plainPlan(facts, leaveOn);
  const saved = await keptWith(shell.store, params.contractId);
  const look = {
    who: `integrator:${caller.name}`,
    contractId: params.contractId,
    what: 'lease-end',
  };
  await recordLook(shell.store, look, shell.clock());
  return { facts: onWire(facts), figures: onWire(planFigures(facts, plan, null)), saved };
};

/** A plan of nothing but a day; one that the figures do not reach is refused. */
function plainPlan(facts: NamedFacts, leaveOn: BusinessDate) {
  const plan = { leaveOn, chosen: [], answers: {} };
  const faults = planFaults(contractPlanProblems(facts, plan));
  if (faults.length > 0) {
    const own = faults.map((fault) => ({ ...fault, field: 'query.on' }));
    throw new ProblemError('invalid-input', {}, own);
  }
  return plan;
}

/** The facts of a lease that somebody may see and whose end is still open. */
async function factsFor(
  { store, lender }: Shell,
  contractId: string,
  personId: string | null,
): Promise<NamedFacts> {
  const { contract, openDay } = await contractFor(store, contractId, personId);
  const lease = openLease(contract);
  if (typeof lease === 'string') throw new ProblemError(lease);
  return leaseEndFacts(lease, await readVehicle(store, contractId), lender, openDay);
}

function savingOf({ store, clock }: Shell, contractId: string, { personId }: CustomerSession) {
  return { store, contractId, personId, nowMs: clock() };
}
