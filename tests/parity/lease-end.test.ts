/**
 * Goal: what the server computes of a lease's end are the same cents as the rules give anywhere.
 * Method: generated leases are put into a store, generated walks and plans are sent over HTTP;
 * every figure that comes back is held to the same functions called here, once from the generated
 * data and once from what the browser is told.
 */
import { encode, revive } from '@roadbook/api/wire';
import type { LeaseEndFacts } from '@roadbook/domain/lease-end/planner/contract-outlook';
import {
  type ContractPlan,
  contractPlanProblems,
  planFigures,
  scheduledReturn,
} from '@roadbook/domain/lease-end/planner/contract-plan';
import { ACCOUNTS, type Account } from '@roadbook/domain/ledger/account';
import { generateLeases, type OwnLease } from '@roadbook/domain/testing/lease-end/plans';
import { generateWalks } from '@roadbook/domain/testing/wear/walks';
import { type WearEstimate, wearEstimate } from '@roadbook/domain/wear/charge/estimate';
import { createPortalApp } from '@roadbook/server/http/portal-app';
import type { WireWalk } from '@roadbook/server/lease-end/saves';
import { wearFigures } from '@roadbook/server/lease-end/wear-figures';
import { LARKSPUR_CHARGES } from '@roadbook/server/lender/larkspur/wear-charges';
import { LARKSPUR_GUIDE } from '@roadbook/server/lender/larkspur/wear-guides';
import { onWire } from '@roadbook/server/operation/on-wire';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contractIds } from '../api/people.ts';
import { openTestPortal, type TestPortal } from '../api/test-portal.ts';
import { effort } from '../house/effort.ts';

const contractId = contractIds.lease;
const path = `/api/v1/contracts/${contractId}/lease-end`;

const walks = generateWalks(effort(500));
/**
 * Two of three generated leases are ours; the server never sees the stranger's. A day before the
 * first guide has nothing to price a walk with.
 */
const leases = generateLeases(effort(1_000) * 2)
  .filter((each) => each.kind === 'own')
  .filter(({ asOf }) => asOf >= LARKSPUR_GUIDE.effectiveFrom);

let portal: TestPortal;
let app: FastifyInstance;
let cookie: string;
/** The lease that the store holds just now. */
let held: OwnLease;
/** What the server may be asked in a time is limited, so its clock goes on with each request. */
let passedMs = 0;
beforeAll(async () => {
  portal = await openTestPortal();
  cookie = await portal.signIn('dana');
  const lender = () => ({
    ...portal.shell.lender,
    leaseEnd: { ...portal.shell.lender.leaseEnd, policies: [held.policy] },
  });
  app = await createPortalApp({
    shell: () => ({
      ...portal.shell,
      lender: lender(),
      clock: () => portal.shell.clock() + passedMs,
    }),
    logger: pino({ level: 'silent' }),
    isHttps: false,
    trustProxy: false,
    pagesFolder: null,
  });
});
afterAll(async () => {
  await app.close();
  await portal.end();
});

/** Puts a generated lease in the place of the sample's; what it owes stands in its balances. */
async function hold(own: OwnLease): Promise<void> {
  held = own;
  const { store } = portal.shell;
  const { terms, account } = own;
  const { feesCents, prepaidCents, depositCents, open, dueSoFar } = account;
  const cents: Partial<Record<Account, bigint>> = {
    'other-fees-receivable': feesCents,
    'prepaid-lease-payments': -prepaidCents,
    'security-deposit': -depositCents,
  };
  const balances = `{${ACCOUNTS.map((name) => cents[name] ?? 0n).join(',')}}`;
  const hold = { kind: 'scra', placedOn: own.asOf, until: null, reason: 'service' };
  const [state] = await store.query<{ facts: string }>(
    'select facts from contract_state where contract_id = $1',
    [contractId],
  );
  const facts = { ...JSON.parse(state?.facts ?? '{}'), billed: dueSoFar, open, odometer: null };
  await store.query(
    `update contract_state set facts = $2, balances = $3::bigint[], holds = $4
     where contract_id = $1`,
    [contractId, encode(facts), balances, JSON.stringify(own.servicemember ? [hold] : [])],
  );
  const stored = { product: 'lease', moneyFactorPpb: null, accounting: 'operating', ...terms };
  const setTerms = 'update contract_terms set terms = $2 where contract_id = $1';
  await store.query(setTerms, [contractId, encode(stored)]);
  await store.query('update vehicle set model_year = $2, value_cents = $3 where contract_id = $1', [
    contractId,
    own.car.modelYear,
    own.car.priceWhenNewCents,
  ]);
  await store.query('update business_day set open_day = $1', [own.asOf]);
}

async function ask(method: 'GET' | 'PUT', place: string, payload?: unknown) {
  const body = payload === undefined ? {} : { payload: encode(payload) };
  passedMs += 1_000;
  const headers = { cookie, 'content-type': 'application/json' };
  const answer = await app.inject({ method, url: `${path}${place}`, headers, ...body });
  return { status: answer.statusCode, body: answer.json() as Record<string, unknown> };
}

const onServer = ({ report }: (typeof walks)[number], own: OwnLease): WireWalk => ({
  ...report,
  takenOn: own.asOf,
  inspected: [...report.inspected],
  skipped: [...report.skipped],
  findings: report.findings.map(({ photoIds, ...rest }) => ({
    ...rest,
    photoCount: photoIds.length,
  })),
});

/** The facts as they were generated, past everything the server does. */
const factsOf = (own: OwnLease): LeaseEndFacts => ({
  asOf: own.asOf,
  agreement: own.terms,
  policy: own.policy,
  // Nothing of ours extends a lease yet.
  account: { ...own.account, extendedMonths: 0 },
  readings: [],
  vehicle: { ...own.car, segment: null },
  servicemember: own.servicemember,
});

test('every door of every lease on every day costs what the rules say', async () => {
  let compared = 0;
  let refusals = 0;
  for (const [index, own] of leases.entries()) {
    await hold(own);
    const facts = factsOf(own);
    const walk = walks[index % walks.length];
    if (walk === undefined) throw new Error('there are walks');
    const report = { ...walk.report, takenOn: own.asOf };
    const estimate: WearEstimate = wearEstimate(
      report,
      LARKSPUR_GUIDE,
      LARKSPUR_CHARGES,
      [],
      scheduledReturn(facts),
    );
    const kept = await ask('PUT', '/walk', onServer(walk, own));
    expect(kept.status, JSON.stringify(kept.body)).toBe(200);
    expect(kept.body.figures, `walk ${walk.seed}`).toEqual(wearFigures(estimate));
    const told = revive<{ facts: LeaseEndFacts }>((await ask('GET', '')).body).facts;
    const chosen = estimate.findings.slice(0, 3).map(({ finding }) => `repair:${finding.id}`);
    for (const leaveOn of own.dates) {
      const plan: ContractPlan = {
        leaveOn,
        chosen: [...chosen, 'buy-miles', 'sign-new-contract'],
        answers: {
          segment: own.car.segment,
          earlierReadings: own.readings,
          valueOffers: own.valueOffers,
        },
      };
      const answer = await ask('PUT', '/plan', plan);
      const problems = contractPlanProblems(facts, plan);
      expect(answer.status, JSON.stringify(answer.body)).toBe(problems.length > 0 ? 400 : 200);
      if (problems.length > 0) {
        refusals += 1;
        continue;
      }
      compared += 1;
      const wanted = planFigures(facts, plan, estimate);
      expect(answer.body.figures, `lease ${own.seed} on ${leaveOn}`).toEqual(onWire(wanted));
      expect(onWire(planFigures(told, plan, estimate))).toEqual(onWire(wanted));
    }
  }
  expect(compared).toBeGreaterThan(effort(1_000) * 9);
  expect(refusals).toBeGreaterThan(0);
}, 300_000);

test('every walk costs the same on the server', async () => {
  const own = leases[0];
  if (own === undefined) throw new Error('there are leases');
  await hold(own);
  let charged = 0;
  for (const walk of walks) {
    const report = { ...walk.report, takenOn: own.asOf };
    const on = scheduledReturn(factsOf(own));
    const estimate = wearEstimate(report, LARKSPUR_GUIDE, LARKSPUR_CHARGES, [], on);
    const { status, body } = await ask('PUT', '/walk', onServer(walk, own));
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.figures, `walk ${walk.seed}`).toEqual(wearFigures(estimate));
    if (estimate.total.totalCents > 0n) charged += 1;
  }
  expect(charged).toBeGreaterThan(walks.length / 4);
});
