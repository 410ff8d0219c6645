import { z } from 'zod';
import { operation } from '../operation.ts';
import { ContractId, Day, NoContent } from '../schema/basic.ts';
import { LeaseEndFacts } from '../schema/lease-agreement.ts';
import { LeaseEndPlan, PlanFigures, SavedPlan, SavedWalk } from '../schema/lease-end-plan.ts';
import { TellReading, ToldReading } from '../schema/reading.ts';
import { Walk, WearData } from '../schema/wear.ts';

const params = z.object({ contractId: ContractId });
const path = '/api/v1/contracts/:contractId/lease-end';

export const getLeaseEnd = operation({
  id: 'getLeaseEnd',
  audience: 'customer',
  method: 'GET',
  path,
  summary: 'Everything from which the ways out of a lease are computed, on the device itself.',
  description:
    'The figures are pure functions of this answer, the same in the browser and on the server.',
  params,
  status: 200,
  response: z.object({
    facts: LeaseEndFacts,
    /** Null when the lender has no guide or no charges in force. */
    wear: WearData.nullable(),
    /** Whether two walks may be compared. */
    compareReports: z.boolean(),
  }),
  problems: [
    'contract-not-found',
    'lease-end-not-for-a-loan',
    'lease-has-ended',
    'contract-charged-off',
  ],
});

export const tellOdometer = operation({
  id: 'tellOdometer',
  audience: 'customer',
  method: 'POST',
  path: '/api/v1/contracts/:contractId/odometer-readings',
  summary: 'Tell what the odometer of a leased car shows. It becomes an entry of the lease.',
  description:
    'A reading that does not fit the others is refused once with the question why; with a reason ' +
    'it is taken.',
  params,
  body: TellReading,
  idempotent: true,
  status: 201,
  response: ToldReading,
  problems: [
    'contract-not-found',
    'contract-charged-off',
    'lease-has-ended',
    'stopped-by-hold',
    'reading-not-for-this-contract',
    'reading-in-future',
    'reading-before-lease',
    'reading-impossible',
    'reading-known',
    'too-many-readings',
    'reading-below-delivery',
    'reading-contradicts',
    'reading-far-ahead',
    'key-used-for-other-input',
  ],
});

export const getSavedLeaseEnd = operation({
  id: 'getSavedLeaseEnd',
  audience: 'customer',
  method: 'GET',
  path: `${path}/saved`,
  summary: 'The plan and the walk that this person keeps with the lease.',
  params,
  status: 200,
  response: z.object({ plan: SavedPlan.nullable(), walk: SavedWalk.nullable() }),
  problems: ['contract-not-found'],
});

export const saveLeaseEndPlan = operation({
  id: 'saveLeaseEndPlan',
  audience: 'customer',
  method: 'PUT',
  path: `${path}/plan`,
  summary: 'Keep a plan with the lease, in place of the one before. The server computes it again.',
  params,
  body: LeaseEndPlan,
  status: 200,
  response: SavedPlan,
  problems: getLeaseEnd.problems,
});

export const saveLeaseEndWalk = operation({
  id: 'saveLeaseEndWalk',
  audience: 'customer',
  method: 'PUT',
  path: `${path}/walk`,
  summary: 'Keep a walk around the car with the lease. Photos and notes stay on the device.',
  params,
  body: Walk,
  status: 200,
  response: SavedWalk,
  problems: [...getLeaseEnd.problems, 'no-wear-guide'],
});

export const deleteLeaseEndPlan = operation({
  id: 'deleteLeaseEndPlan',
  audience: 'customer',
  method: 'DELETE',
  path: `${path}/plan`,
  summary: 'Forget the plan. Forgetting what is not there is no mistake.',
  params,
  status: 200,
  response: NoContent,
  problems: ['contract-not-found'],
});

export const deleteLeaseEndWalk = operation({
  id: 'deleteLeaseEndWalk',
  audience: 'customer',
  method: 'DELETE',
  path: `${path}/walk`,
  summary: 'Forget the walk. Forgetting what is not there is no mistake.',
  params,
  status: 200,
  response: NoContent,
  problems: ['contract-not-found'],
});

export const getLeaseEndForIntegrator = operation({
  id: 'getLeaseEndForIntegrator',
  audience: 'integrator',
  method: 'GET',
  path: '/api/v1/integrator/contracts/:contractId/lease-end',
  summary: 'The end of a lease: its ways out as of today, and what each person saved.',
  description: 'Every look is recorded in the access log.',
  params,
  query: z.strictObject({ on: Day.optional() }),
  status: 200,
  response: z.object({
    facts: LeaseEndFacts,
    /** For the day asked for, else for the scheduled end; no saved answer is in them. */
    figures: PlanFigures,
    saved: z.array(
      z.object({
        personId: z.string(),
        plan: SavedPlan.nullable(),
        walk: SavedWalk.nullable(),
      }),
    ),
  }),
  problems: [
    'contract-not-found',
    'lease-end-not-for-a-loan',
    'lease-has-ended',
    'contract-charged-off',
  ],
});
