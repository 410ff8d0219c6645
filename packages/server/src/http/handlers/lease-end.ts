import { planFaults, walkFaults } from '@roadbook/api/lease-end-rule';
import type * as integratorOperations from '@roadbook/api/operations/integrator';
import type * as operations from '@roadbook/api/operations/lease-end';
import {
  contractPlanProblems,
  planFigures,
  scheduledReturn,
} from '@roadbook/domain/lease/end/contract-plan';
import { type BusinessDate, date } from '@roadbook/domain/time/calendar';
import { reportProblems } from '@roadbook/domain/wear/report-problems';
import type { CustomerSession } from '../../identity/session.ts';
import { leaseEndFacts, type NamedFacts, openLease } from '../../lease-end/lease-end-facts.ts';
import {
  keptBy,
  keptWith,
  planOf,
  reportOf,
  savePlan as storePlan,
  saveWalk as storeWalk,
} from '../../lease-end/saves.ts';
import { wearInForce } from '../../lease-end/wear-in-force.ts';
import { onWire } from '../../present/on-wire.ts';
import { recordLook } from '../../store/access-log.ts';
import { deleteSave } from '../../store/lease-end-saves.ts';
import { readVehicle } from '../../store/read-vehicle.ts';
import type { Handler } from '../bind.ts';
import type { Shell } from '../context.ts';
import { ProblemError } from '../problem-reply.ts';
import type { Integrator } from './integrator.ts';
import { contractFor } from './load-contract.ts';

export const getLeaseEnd: Handler<typeof operations.getLeaseEnd, CustomerSession> = async ({
  shell,
  caller,
  params,
}) => {
  const facts = await factsFor(shell, params.contractId, caller.personId);
  const wear = await wearInForce(shell.store, shell.lender, facts.asOf);
  return { facts: onWire(facts), wear: onWire(wear) };
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
export const getForIntegrator: Handler<
  typeof integratorOperations.getLeaseEndForIntegrator,
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
