/**
 * Goal: a customer's lease end is served whole, kept as it was told, and computed once more by us.
 * Method: the operations are called as a customer, a stranger and an integrator would; what the
 * server computed is held to the same functions called here.
 */
import { revive } from '@roadbook/api/wire';
import type { LeaseEndFacts } from '@roadbook/domain/lease-end/planner/contract-outlook';
import { planFigures } from '@roadbook/domain/lease-end/planner/contract-plan';
import { date } from '@roadbook/domain/time/calendar';
import { runLeaseEnd } from '@roadbook/server/cli/commands/run-lease-end';
import { estimateOf, planOf, type WirePlan, type WireWalk } from '@roadbook/server/lease-end/saves';
import { wearFigures } from '@roadbook/server/lease-end/wear-figures';
import { CARD_GUIDE, LARKSPUR_GUIDE } from '@roadbook/server/lender/larkspur/wear-guides';
import { onWire } from '@roadbook/server/operation/on-wire';
import type { Engine } from '@roadbook/server/testing/test-store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, type Input, refused, refusedWithoutTrace } from './call.ts';
import { example } from './examples.ts';
import { contractIds } from './people.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

type Facts = Parameters<typeof estimateOf>[1];
type Wear = Parameters<typeof estimateOf>[2];
type LeaseEnd = { facts: unknown; wear: { guide: { id: string; version: number } } };
type Saved = { plan: { figures: unknown } | null; walk: { figures: unknown } | null };

const params = { contractId: contractIds.lease };
const plan = example('saveLeaseEndPlan').body as WirePlan;
const walk = example('saveLeaseEndWalk').body as WireWalk;
const finding = walk.findings[0] as WireWalk['findings'][number];

export function checkLeaseEndOn(engine: Engine): void {
  describe(`the end of a lease on ${engine}`, () => {
    let portal: TestPortal;
    let own: Input;
    beforeAll(async () => {
      portal = await openTestPortal({ engine });
      own = { cookie: await portal.signIn('dana'), params };
    });
    afterAll(() => portal.end());

    const read = async (): Promise<{ facts: Facts; wear: Wear }> => {
      const { facts, wear } = await call<LeaseEnd>(portal, 'getLeaseEnd', own);
      return { facts: revive<Facts>(facts), wear: revive<Wear>(wear) };
    };
    const terminal = () => {
      const said: string[] = [];
      return { said, say: { line: (text: string) => said.push(text), progress: () => undefined } };
    };

    test('is served with all that figures are made of, and nothing about the person', async () => {
      const { facts, wear } = await read();
      expect(facts).toMatchObject({
        asOf: '2026-11-02',
        agreement: { termMonths: 36, residualValueCents: 1_989_000n },
        policy: { version: 'larkspur-2026-07' },
        readings: [],
        servicemember: false,
      });
      expect(wear.guide).toEqual(LARKSPUR_GUIDE);
      expect(wear.otherGuides).toEqual([CARD_GUIDE]);
      expect(JSON.stringify(onWire(facts))).not.toMatch(/dana|whitfield|policyId|quoteDays/i);
    });

    test('a plan is computed here as on the device, kept, replaced and forgotten', async () => {
      const { facts } = await read();
      const saved = await call<Saved['plan']>(portal, 'saveLeaseEndPlan', { ...own, body: plan });
      expect(saved?.figures).toEqual(onWire(planFigures(facts, planOf(plan), null)));
      const later = { ...plan, leaveOn: '2027-06-30' };
      const second = await call(portal, 'saveLeaseEndPlan', { ...own, body: later });
      expect(await call(portal, 'getSavedLeaseEnd', own)).toEqual({ plan: second, walk: null });
      expect(await call(portal, 'saveLeaseEndPlan', { ...own, body: later })).toEqual(second);
      await call(portal, 'deleteLeaseEndPlan', own);
      await call(portal, 'deleteLeaseEndPlan', own);
      expect(await call(portal, 'getSavedLeaseEnd', own)).toEqual({ plan: null, walk: null });
    });

    test('a walk is priced by the guide in force, and counts in the plan after it', async () => {
      const { facts, wear } = await read();
      const estimate = estimateOf(walk, facts, wear);
      expect(estimate.range.likelyCents).toBeGreaterThan(0n);
      const saved = await call<Saved['walk']>(portal, 'saveLeaseEndWalk', { ...own, body: walk });
      expect(saved?.figures).toEqual(wearFigures(estimate));
      const body = { ...plan, chosen: ['repair:finding-1'] };
      const planned = await call<Saved['plan']>(portal, 'saveLeaseEndPlan', { ...own, body });
      expect(planned).toMatchObject({ guide: { id: 'larkspur-demo', version: 1 } });
      expect(planned?.figures).toEqual(onWire(planFigures(facts, planOf(body), estimate)));
      expect(JSON.stringify(planned)).toContain('repair-estimate');
    });

    const maturity = '2027-05-15';
    const reading = (miles: number, on: string) => ({ odometer: { miles, on } });
    test.each<[string, object, string, string, string]>([
      ['yesterday', { leaveOn: '2026-11-01' }, 'leaveOn', '2026-11-01', '2026-11-02'],
      ['in ten years', { leaveOn: '2036-11-01' }, 'leaveOn', '2036-11-01', '2028-05-15'],
      [
        'an end long gone',
        { answers: { maturityDate: '2019-01-01' } },
        'answers.maturityDate',
        '2019-01-01',
        'a day from',
      ],
      [
        '10^9 miles',
        { answers: reading(1_000_000_000, '2026-11-01') },
        'answers.odometer',
        '1000000000',
        'to 999999',
      ],
      [
        'a reading of tomorrow',
        { answers: reading(9, '2026-11-03') },
        'answers.odometer',
        '2026-11-03',
        'not after',
      ],
      [
        'a reading before the start',
        { answers: reading(9_999, '2020-01-01') },
        'answers.odometer',
        '2020-01-01',
        '2024-05-15',
      ],
      [
        'a residual above the price',
        { answers: { residualCents: '5000000', priceWhenNewCents: '4000000' } },
        'answers.residualCents',
        '50000.00',
        '40000.00',
      ],
      [
        'a billion for the car',
        {
          answers: {
            valueOffers: [
              { source: 'dealer', cents: '100000000000', on: '2026-11-01', goodThrough: null },
            ],
          },
        },
        'answers.valueOffers',
        '1000000000.00',
        '1000000.00',
      ],
    ])(
      'a plan with %s is refused by field, value and rule',
      async (_w, change, field, value, rule) => {
        const body = { ...plan, answers: {}, leaveOn: maturity, ...change };
        const input = { ...own, body };
        const { errors } = await refusedWithoutTrace(
          portal,
          'saveLeaseEndPlan',
          'invalid-input',
          input,
        );
        expect(errors).toContainEqual({
          field: `body.${field}`,
          value,
          rule: expect.stringContaining(rule),
        });
      },
    );

    test.each<[string, object, string, string, string]>([
      ['a part nobody has', { partId: 'left-wing' }, 'partId', 'left-wing', 'front-bumper'],
      ['a truck bed on an SUV', { partId: 'truck-bed' }, 'partId', 'truck-bed', 'body style'],
      ['a torn bumper', { damage: 'tear' }, 'damage', 'tear', 'dent, scratch'],
      ['a mark of a mile', { sizeMils: 63_360_000 }, 'sizeMils', '63360000', 'to 250000'],
      ['a negative size', { sizeMils: -1 }, 'sizeMils', '-1', 'from 0'],
      ['no mark at all', { count: 0 }, 'count', '0', 'from 1'],
      ['tread on a scratch', { treadThirtySeconds: 4 }, 'treadThirtySeconds', '4', 'null'],
      ['a view through a bumper', { inDriversView: true }, 'inDriversView', 'true', 'windshield'],
    ])(
      'a walk with %s is refused by field, value and rule',
      async (_w, change, field, value, rule) => {
        const input = { ...own, body: { ...walk, findings: [{ ...finding, ...change }] } };
        const { errors } = await refusedWithoutTrace(
          portal,
          'saveLeaseEndWalk',
          'invalid-input',
          input,
        );
        expect(errors).toEqual([
          { field: `body.findings.0.${field}`, value, rule: expect.stringContaining(rule) },
        ]);
      },
    );

    test('a walk of next week, twice the same finding, or with a note is refused', async () => {
      const wrong = { ...walk, takenOn: '2026-11-09', findings: [finding, finding] };
      const input = { ...own, body: wrong };
      const { errors } = await refusedWithoutTrace(
        portal,
        'saveLeaseEndWalk',
        'invalid-input',
        input,
      );
      expect(errors.map(({ field }) => field)).toEqual(['body.takenOn', 'body.findings.1.id']);
      const noted = { ...own, body: { ...walk, findings: [{ ...finding, note: 'my garage' }] } };
      const problem = await refused(portal, 'saveLeaseEndWalk', 'invalid-input', noted);
      expect(JSON.stringify(problem)).not.toContain('my garage');
    });

    test.each(['getLeaseEnd', 'saveLeaseEndPlan', 'saveLeaseEndWalk'])(
      '%s: a loan has no lease end',
      async (id) => {
        const input = { ...example(id), ...own, params: { contractId: contractIds.loan } };
        const { next } = await refusedWithoutTrace(portal, id, 'lease-end-not-for-a-loan', input);
        expect(next).toContain('paying off');
      },
    );

    test('an integrator sees the doors and what was saved, and the look is on record', async () => {
      const { token } = portal;
      const looks = async () => {
        const sql = 'select who, contract_id, what from access_log order by access_id';
        return portal.shell.store.query(sql);
      };
      const input = { token, params, query: { on: '2027-03-01' } };
      const seen = await call<{ figures: unknown; saved: Saved[] }>(
        portal,
        'getLeaseEndForIntegrator',
        input,
      );
      const { facts } = await read();
      const bare = { leaveOn: date('2027-03-01'), chosen: [], answers: {} };
      expect(seen.figures).toEqual(onWire(planFigures(facts as LeaseEndFacts, bare, null)));
      const kept = await call<Saved>(portal, 'getSavedLeaseEnd', own);
      expect(seen.saved).toEqual([{ personId: expect.any(String), ...kept }]);
      const look = { who: 'integrator:tests', contract_id: params.contractId, what: 'lease-end' };
      expect(await looks()).toEqual([look]);
      const gone = { ...input, query: { on: '2026-01-01' } };
      const { errors } = await refused(portal, 'getLeaseEndForIntegrator', 'invalid-input', gone);
      expect(errors).toMatchObject([{ field: 'query.on', value: '2026-01-01' }]);
      expect(await looks()).toEqual([look]);
    });

    test('staff read it at the command line', async () => {
      const { said, say } = terminal();
      const request = { command: 'lease-end', number: 'LMF-2001', on: null } as const;
      expect(await runLeaseEnd(portal.shell, request, say)).toBe(0);
      const text = said.join('\n');
      expect(text).toContain('lease to 2027-05-15, ends in 194 days');
      for (const word of [
        'return, on 2027-05-15',
        'buy, on',
        'extend, on',
        'residual',
        'plan of',
        'walk of',
        '[x] repair:finding-1',
      ]) {
        expect(text).toContain(word);
      }
      expect(text).not.toMatch(/dana/i);
      const other = { ...request, number: 'LMF-1001' };
      expect(await runLeaseEnd(portal.shell, other, terminal().say)).toBe(2);
    });

    test('a matured lease has all doors but the early end; an ended one has none', async () => {
      const { store } = portal.shell;
      await store.query("update business_day set open_day = '2027-05-20'");
      const { facts } = await read();
      const body = { leaveOn: '2027-05-25', chosen: [], answers: {} };
      const saved = await call<{ figures: { doors: { door: string; isOpen: boolean }[] } }>(
        portal,
        'saveLeaseEndPlan',
        { ...own, body },
      );
      expect(facts.asOf).toBe('2027-05-20');
      const open = saved.figures.doors.filter(({ isOpen }) => isOpen).map(({ door }) => door);
      expect(open).toEqual(['return', 'buy', 'extend', 'next-vehicle']);
      expect(JSON.stringify(saved.figures)).toContain('holdover-rent');
      await store.query("update contract_state set status = 'turned-in' where contract_id = $1", [
        params.contractId,
      ]);
      await refusedWithoutTrace(portal, 'getLeaseEnd', 'lease-has-ended', own);
      expect(await call<Saved>(portal, 'getSavedLeaseEnd', own)).toMatchObject({ plan: saved });
    });
  });
}
