/**
 * Goal: no sentence about the end of a lease names anything by an id of ours, and the miles are
 * projected alike wherever they are shown.
 * Method: every lease of the demonstration, signed in and as its lessee would tell it to the public
 * planner, with and without a walk around the car. The words are the catalogues themselves; the
 * report of the plan, the steps that lower its cost and every line of every amount are searched.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { LeaseContract } from '@roadbook/domain/contract/contract';
import { leaseMaturityDate } from '@roadbook/domain/lease/lease-calendar';
import { leasePaymentOf, totalOf } from '@roadbook/domain/lease/lease-charge';
import { lastReading } from '@roadbook/domain/lease/odometer';
import { contractOutlook } from '@roadbook/domain/lease-end/planner/contract-outlook';
import { scheduledReturn } from '@roadbook/domain/lease-end/planner/contract-plan';
import { type LeaseEndOutlook, waysOutOn } from '@roadbook/domain/lease-end/planner/outlook';
import { type PlanAssumption, planOutlook } from '@roadbook/domain/lease-end/planner/plan-outlook';
import { repairsOf } from '@roadbook/domain/lease-end/planner/walk-repairs';
import { typicalPolicyOn } from '@roadbook/domain/lease-end/typical-policy';
import { odometerOn } from '@roadbook/domain/lease-end/ways-out/end-miles';
import { leavePlan, type Repair } from '@roadbook/domain/lease-end/ways-out/leave-plan';
import type { Breakdown } from '@roadbook/domain/money/breakdown';
import { addDays, type BusinessDate, date, laterOf } from '@roadbook/domain/time/calendar';
import { wearEstimate } from '@roadbook/domain/wear/charge/estimate';
import type { ConditionReport } from '@roadbook/domain/wear/walk/condition-report';
import { presentContract } from '@roadbook/server/contracts/contract-overview';
import { leaseEndFacts } from '@roadbook/server/lease-end/lease-end-facts';
import { LARKSPUR } from '@roadbook/server/lender/larkspur/larkspur';
import { LARKSPUR_CHARGES } from '@roadbook/server/lender/larkspur/wear-charges';
import { LARKSPUR_GUIDE } from '@roadbook/server/lender/larkspur/wear-guides';
import { liveInMemory } from '@roadbook/server/testing/demo/live-in-memory';
import { beforeAll, expect, test, vi } from 'vitest';

const voice = vi.hoisted(() => ({ own: false }));

// The words as customers read them: the catalogues, compiled here as the build compiles them.
vi.mock('../../packages/web/src/shared/copy/copy.ts', async () => {
  const { setupI18n } = await import('@lingui/core');
  const { compileMessage } = await import('@lingui/message-utils/compileMessage');
  const folder = new URL('../../packages/web/src/shared/copy/en/', import.meta.url);
  const catalogue = (names: readonly string[]) => {
    const messages = Object.fromEntries(
      names.flatMap((name) =>
        [
          ...readFileSync(new URL(name, folder), 'utf8').matchAll(
            /^msgid "(.+)"\nmsgstr "(.*)"$/gm,
          ),
        ].map(([, key, words]) => [key, words]),
      ),
    );
    const i18n = setupI18n({ locale: 'en', messages: { en: messages } });
    i18n.setMessagesCompiler(compileMessage);
    return { i18n, messages };
  };
  const all = readdirSync(folder).filter((name) => !name.startsWith('own-'));
  const [anybody, own] = [
    catalogue(all),
    catalogue([...all, 'own-next-step.po', 'own-plan.po', 'own-plan-rest.po']),
  ];
  const spoken = () => (voice.own ? own : anybody);
  return {
    t: (key: string, values: Record<string, string | number> = {}) => spoken().i18n._(key, values),
    hasCopy: (key: string) => key in spoken().messages,
  };
});

// All words are here already: what loads those of the walk has nothing to do.
vi.mock('../../packages/web/src/shared/copy/lease-end/walk-copy.ts', () => ({}));

type Block = { text?: string; items?: string[]; rows?: { cells: string[]; note?: string }[] };
type Wire = { lines: { label: string }[] };
type Words = {
  planReport: (
    outlook: LeaseEndOutlook,
    assumed: readonly PlanAssumption[],
    on: BusinessDate,
    state: { repairs: readonly Repair[]; chosen: readonly string[] },
  ) => { title: string; subtitle: string; foot: string; blocks: Block[] };
  asWire: (given: Breakdown) => Wire;
  labelOf: (line: object) => string;
  ruleOf: (line: object) => string | null;
  inputsOf: (line: object) => { name: string; value: string }[];
};

const TODAY = date('2026-11-29');
const ACCOUNT = {
  contract_id: '',
  contract_number: '814200001',
  deal: 'd',
  asset_number: 'a',
  boarded_as_of: TODAY,
  model_year: null,
  make: null,
  model: null,
  vin: null,
};

/** Marks whose ids say nothing to anybody, as the walk gives them. */
const WALK: ConditionReport = {
  bodyStyle: 'sedan',
  findings: [
    ['f-0193-aa', 'left-rear-door', 'dent', 5_000, null],
    ['f-0193-bb', 'rear-bumper', 'scratch', 5_500, null],
    ['f-0193-cc', 'right-front-tire', 'tread-low', null, 2],
    ['f-0193-dd', 'keys', 'missing', null, null],
  ].map(([id, partId, damage, sizeMils, treadThirtySeconds]) => ({
    id,
    partId,
    damage,
    sizeMils,
    treadThirtySeconds,
    depthMils: null,
    count: 1,
    paintBroken: damage === 'scratch',
    inDriversView: false,
    photoIds: [],
  })),
  inspected: ['hood'],
  skipped: [],
  takenOn: TODAY,
} as unknown as ConditionReport;

let leases: readonly LeaseContract[];
let words: Words;

beforeAll(async () => {
  const web = '../../packages/web/src/';
  // Not known to the types of this folder: they belong to the browser's.
  words = {
    ...(await import(`${web}lease-end/plan/plan-report.ts`)),
    ...(await import(`${web}shared/amount/as-wire.ts`)),
    ...(await import(`${web}shared/amount/line-words.ts`)),
  } as unknown as Words;
  const { loadCarWords } = (await import(`${web}lease-end/plan/car-words.ts`)) as {
    loadCarWords: () => Promise<void>;
  };
  await loadCarWords();
  const { contracts } = await liveInMemory('larkspur', TODAY);
  leases = [...contracts.values()].flatMap(({ contract }) =>
    contract.product === 'lease' && ['active', 'holdover'].includes(contract.status)
      ? [contract]
      : [],
  );
});

/** Every sentence of a plan: its report, and why each of its amounts is what it is. */
function sentencesOf(
  outlook: LeaseEndOutlook,
  assumed: readonly PlanAssumption[],
  on: BusinessDate,
  repairs: readonly Repair[],
): string[] {
  const every = leavePlan(outlook, on, repairs, []).actions.map(({ id }) => id);
  const { title, subtitle, foot, blocks } = words.planReport(outlook, assumed, on, {
    repairs,
    chosen: every,
  });
  const amounts = [
    leavePlan(outlook, on, repairs, every).cost,
    ...waysOutOn(outlook, on).flatMap((each) => (each.isOpen ? [each.cash] : [])),
  ];
  return [
    title,
    subtitle,
    foot,
    ...blocks.flatMap(({ text, items = [], rows = [] }) => [
      text ?? '',
      ...items,
      ...rows.flatMap(({ cells, note }) => [...cells, note ?? '']),
    ]),
    ...amounts.flatMap((amount) =>
      words
        .asWire(amount)
        .lines.flatMap((line) => [
          words.labelOf(line),
          words.ruleOf(line) ?? '',
          ...words.inputsOf(line).flatMap(({ name, value }) => [name, value]),
        ]),
    ),
  ];
}

/** What stands in words only where a code, an id or a key slipped through. */
const CODES = [
  /\bf-0193/,
  /\brepair:/,
  /\blarkspur-\d/,
  /\b[0-9a-f]{8}-[0-9a-f]{4}/,
  // A key of a catalogue, such as `line.offer` or `refusal.value-unknown`.
  /\b[a-z-]+\.[a-z-]{3,}\b/,
  // A code of several words, such as `left-rear-door` or `excess-wear`.
  /\b[a-z]+-[a-z]+-[a-z]+\b/,
  /\b[a-z]+[A-Z][a-z]+\b/,
  /[{}]/,
];

function expectNoCodes(sentences: readonly string[]): void {
  const odd = sentences.filter((each) => CODES.some((code) => code.test(each)));
  expect([...new Set(odd)]).toEqual([]);
}

const daysOf = (lease: LeaseContract): BusinessDate[] => {
  const last = laterOf(TODAY, leaseMaturityDate(lease.terms));
  return [TODAY, last, addDays(last, 45)];
};

test('signed in, in the lender’s own voice', () => {
  voice.own = true;
  expect(leases.length).toBeGreaterThan(50);
  let named = 0;
  for (const lease of leases) {
    const facts = leaseEndFacts(lease, null, LARKSPUR, TODAY);
    const walk = wearEstimate(WALK, LARKSPUR_GUIDE, LARKSPUR_CHARGES, [], scheduledReturn(facts));
    for (const estimate of [null, walk]) {
      const { outlook, assumed } = contractOutlook(facts, {}, estimate?.range ?? null);
      const repairs = estimate === null ? [] : repairsOf(estimate);
      for (const on of daysOf(lease)) {
        const sentences = sentencesOf(outlook, assumed, on, repairs);
        expectNoCodes(sentences);
        const text = sentences.join('\n');
        expect(text).not.toMatch(/your lender|most lenders|ask yours/i);
        if (text.includes('Left rear door: dent, 5')) named += 1;
      }
    }
  }
  expect(named).toBeGreaterThan(leases.length);
});

test('as the public planner says it', () => {
  voice.own = false;
  for (const lease of leases) {
    const facts = leaseEndFacts(lease, null, LARKSPUR, TODAY);
    const walk = wearEstimate(WALK, LARKSPUR_GUIDE, LARKSPUR_CHARGES, [], scheduledReturn(facts));
    const last = lastReading(lease.terms, lease.facts.readings);
    const told = {
      maturityDate: laterOf(TODAY, leaseMaturityDate(lease.terms)),
      termMonths: lease.terms.termMonths,
      paymentCents: totalOf(leasePaymentOf(lease.terms, 1)),
      odometer: { miles: last?.miles ?? 10, on: last?.on ?? TODAY },
    };
    for (const estimate of [null, walk]) {
      const wear = estimate === null ? {} : { wear: estimate.range };
      const plan = planOutlook({ ...told, ...wear }, typicalPolicyOn(TODAY), TODAY);
      if (plan.outcome === 'refused') throw new Error(JSON.stringify(plan.problems));
      const repairs = estimate === null ? [] : repairsOf(estimate);
      for (const on of daysOf(lease)) {
        expectNoCodes(sentencesOf(plan.outlook, plan.assumed, on, repairs));
      }
    }
  }
});

test('card and lease end project the same miles, from the same reading', () => {
  let projected = 0;
  for (const lease of leases) {
    const page = presentContract(lease, {
      today: TODAY,
      account: ACCOUNT,
      points: [],
      methods: new Map(),
    });
    if (page.product !== 'lease') throw new Error('a lease is presented as one');
    const { outlook } = contractOutlook(leaseEndFacts(lease, null, LARKSPUR, TODAY), {}, null);
    const endsOn = laterOf(TODAY, leaseMaturityDate(lease.terms));
    const { projectedMiles, readMiles, readOn } = page.mileage;
    const last = lastReading(lease.terms, lease.facts.readings);
    expect([readMiles, readOn]).toEqual([last?.miles ?? null, last?.on ?? null]);
    if (projectedMiles === null) continue;
    projected += 1;
    const { deliveryOdometer } = lease.terms.mileage;
    expect(projectedMiles).toBe(odometerOn(outlook.likely, endsOn) - deliveryOdometer);
  }
  expect(projected).toBeGreaterThan(50);
});
