import { describe, expect, test } from 'vitest';
import { effort } from '../../../../../tests/house/effort.ts';
import { type Dice, diceOf } from '../../../testing/lease-end/dice.ts';
import {
  generateAccount,
  generatePolicy,
  generateTerms,
} from '../../../testing/lease-end/lease-parts.ts';
import {
  beginLife,
  closeThrough,
  decide,
  type Life,
  paymentOf,
  post,
  standingOf,
} from '../../../testing/life.ts';
import { DEMO_POLICY } from '../../../testing/sample-contracts.ts';
import type { LeaseContract } from '../../contract/contract.ts';
import { type Outcome, stateAfter } from '../../contract/decision.ts';
import type { HandOver } from '../../contract/give-back.ts';
import type { LeaseTerms } from '../../contract/lease-terms.ts';
import { boardLease } from '../../lease/board-lease.ts';
import { owedInAll } from '../../lease/give-back/settled.ts';
import { leaseMaturityDate, leasePaymentsDueBy } from '../../lease/lease-calendar.ts';
import { RECEIVABLES } from '../../ledger/account.ts';
import { balanceOf, creditOf } from '../../ledger/balances.ts';
import { sumCents } from '../../money/cents.ts';
import { addDays, type BusinessDate, earlierOf, laterOf } from '../../time/calendar.ts';
import type { LeaseEndPolicy } from '../lease-end-policy.ts';
import { isRefused } from '../lease-end-refusal.ts';
import { accountOf, type LeaseEndTelling } from '../ways-out/lease-end-telling.ts';
import { wayOutCost } from '../ways-out/ways-out.ts';
import { payRefund, sellCar, takeBackReceipt } from './after-bill.ts';
import { decideDispute, disputeLine } from './dispute-line.ts';
import type { WearLine } from './give-back-charges.ts';
import { issueFinalBill } from './issue-final-bill.ts';
import { issueReturnQuote, quoteGoodThrough } from './issue-return-quote.ts';
import { type ReceiveCar, receiveCar } from './receive-car.ts';

type Scene = {
  readonly seed: number;
  readonly dice: Dice;
  readonly policy: LeaseEndPolicy;
  readonly life: Life<LeaseContract>;
  /** The day on which the car goes back: from the first allowed one to weeks of holdover. */
  readonly on: BusinessDate;
  readonly miles: number;
  readonly wear: readonly WearLine[];
};

/** A lease some weeks before its end, with money on the way and a car in some condition. */
function sceneOf(seed: number): Scene | null {
  const dice = diceOf(seed);
  const agreement = generateTerms(dice);
  const terms: LeaseTerms = {
    ...agreement,
    product: 'lease',
    accounting: dice.one(['operating', 'finance'] as const),
    moneyFactorPpb: null,
    policy: { ...DEMO_POLICY, chargeOffDays: null },
  };
  const maturity = leaseMaturityDate(terms);
  const policy = { ...generatePolicy(dice, maturity), offers: [] };
  const asOf = addDays(maturity, -dice.from(50, 120));
  if (asOf <= terms.startsOn) return null;
  const account = generateAccount(dice, terms, asOf);
  const opening = {
    asOf,
    billed: leasePaymentsDueBy(terms, asOf),
    open: account.open,
    prepaidCents: account.prepaidCents,
    otherFeesCents: account.feesCents,
    odometer: { miles: terms.mileage.deliveryOdometer + 9_000, on: asOf },
    ended: null,
  };
  const boarded = boardLease('00000000-0000-7000-8000-000000000001', terms, opening);
  const lease = boarded.entries.at(-1)?.after as LeaseContract;
  const first = addDays(maturity, -policy.windows.turnIn.fromDays);
  const on = addDays(first, dice.from(0, 60));
  const life = payAlong(closeThrough(beginLife(lease), addDays(asOf, 1)), dice, addDays(on, -2));
  const miles = terms.mileage.deliveryOdometer + 9_000 + dice.from(0, 9_000);
  const wear = Array.from(
    { length: dice.from(0, 3) },
    (_, index): WearLine => ({
      lineId: `wear-${index + 1}`,
      rule: 'length-over',
      inputs: {},
      chargeCents: BigInt(dice.from(1, 40_000)),
      evidence: 'report',
      decidedBy: 'somebody',
    }),
  );
  return { seed, dice, policy, life, on, miles, wear };
}

function payAlong(life: Life<LeaseContract>, dice: Dice, last: BusinessDate): Life<LeaseContract> {
  let next = life;
  for (let times = dice.from(0, 4); times > 0; times -= 1) {
    const day = addDays(next.businessDate, dice.from(0, 20));
    if (day > last) break;
    next = closeThrough(next, addDays(day, -1));
    const owed = next.contract.terms.basePaymentCents;
    next = post(next, paymentOf((owed * BigInt(dice.from(10, 160))) / 100n + 1n, day));
  }
  return next;
}

const scenes = Array.from({ length: effort(1_000) }, (_, seed) => sceneOf(seed + 1)).filter(
  (scene) => scene !== null,
);

function handOverOf({ on, miles }: Scene, changes: Partial<HandOver> = {}): ReceiveCar {
  const handOver = {
    handOverId: 'hand-over-1',
    on,
    miles,
    milesReason: 'checked' as const,
    hasNewDamage: false,
    ...changes,
  };
  return { handOver, receivedBy: 'dealer', form: 'a'.repeat(64), billId: 'bill-1' };
}

type Command = (
  life: Life<LeaseContract>,
  history: Life<LeaseContract>['history'] | null,
) => Outcome;

/** Runs a command as the writer does: with the history only when it is asked for. */
function run(life: Life<LeaseContract>, command: Command): Life<LeaseContract> {
  const quick = command(life, null);
  return decide(life, quick.outcome === 'needs-history' ? command(life, life.history) : quick);
}

function quoted(scene: Scene, life: Life<LeaseContract>): Life<LeaseContract> {
  const { policy, miles, wear } = scene;
  return run(life, ({ contract, businessDate }) =>
    issueReturnQuote(
      contract,
      {
        quoteId: 'quote-1',
        goodThrough: quoteGoodThrough(contract, policy, businessDate),
        basis: { miles, milesEvidence: 'report', wear },
      },
      policy,
      businessDate,
    ),
  );
}

function received(
  scene: Scene,
  life: Life<LeaseContract>,
  changes: Partial<HandOver> = {},
): Life<LeaseContract> {
  return run(life, ({ contract, businessDate }, history) =>
    receiveCar(contract, handOverOf(scene, changes), scene.policy, businessDate, history),
  );
}

function billed(scene: Scene, life: Life<LeaseContract>): Life<LeaseContract> {
  return run(life, ({ contract, businessDate }) =>
    issueFinalBill(
      contract,
      { billId: 'bill-2', isLast: true, wear: scene.wear, thirdParty: [] },
      scene.policy,
      businessDate,
    ),
  );
}

/** What the planner says that giving the car back costs, with the facts of the day. */
function planned({ policy, on, miles, wear }: Scene, lease: LeaseContract): bigint {
  const telling: LeaseEndTelling = {
    asOf: on,
    terms: lease.terms,
    policy,
    account: accountOf(lease, on),
    readings: [{ miles, on }],
    futureMilesPerMille: 0,
    wearCents: sumCents(wear.map(({ chargeCents }) => chargeCents)),
    valueOn: () => null,
    offer: null,
    servicemember: false,
  };
  const way = wayOutCost(telling, 'return', on);
  if (isRefused(way)) throw new RangeError(way.code);
  return way.cash.totalCents;
}

/** What waits to go back to the customer. */
function owedBack({ balances }: LeaseContract): bigint {
  return creditOf(balances, 'unapplied') + creditOf(balances, 'refunds-payable');
}

/** What is owed, less what waits to go back. */
function net(lease: LeaseContract): bigint {
  return owedInAll(lease) - owedBack(lease);
}

describe('a car that is given back', () => {
  test('with a quote costs at the counter what quote and planner said, to the cent', () => {
    let met = 0;
    for (const scene of scenes) {
      const morning = closeThrough(scene.life, addDays(scene.on, -1));
      const withQuote = quoted(scene, morning);
      const quote = withQuote.contract.facts.giveBack.quote;
      if (quote === null || quote.goodThrough < scene.on) continue;
      met += 1;
      const { contract } = received(scene, withQuote);
      expect(net(contract), `seed ${scene.seed}`).toBe(
        planned(scene, morning.contract) - owedBack(morning.contract),
      );
      expect(contract.status).toBe('turned-in');
      expect(contract.facts.giveBack.bills).toHaveLength(1);
    }
    expect(met).toBeGreaterThan(scenes.length / 2);
  });

  test('without one costs the same by its bill, whenever that comes', () => {
    for (const scene of scenes) {
      const morning = closeThrough(scene.life, addDays(scene.on, -1));
      const back = closeThrough(
        received(scene, morning),
        addDays(scene.on, scene.dice.from(0, 25)),
      );
      const { contract } = billed(scene, back);
      expect(net(contract), `seed ${scene.seed}`).toBe(
        planned(scene, morning.contract) - owedBack(morning.contract),
      );
    }
  });

  test('inside the tolerance costs nothing for its miles, beyond it only those beyond', () => {
    for (const scene of scenes) {
      const morning = closeThrough(scene.life, addDays(scene.on, -1));
      const withQuote = quoted(scene, morning);
      if ((withQuote.contract.facts.giveBack.quote?.goodThrough ?? '') < scene.on) continue;
      const { toleranceMiles } = scene.policy.giveBack;
      const asQuoted = net(received(scene, withQuote).contract);
      const within = received(scene, withQuote, { miles: scene.miles + toleranceMiles });
      expect(net(within.contract), `seed ${scene.seed}`).toBe(asQuoted);
      const beyond = received(scene, withQuote, { miles: scene.miles + toleranceMiles + 7 });
      const { excessMileCents } = scene.life.contract.terms.mileage;
      const extra = net(beyond.contract) - asQuoted;
      expect(extra >= 0n && extra <= excessMileCents * 8n).toBe(true);
    }
  });

  test('recorded days later ends as recorded on the day', () => {
    for (const scene of scenes) {
      const onTime = received(scene, closeThrough(scene.life, addDays(scene.on, -1)));
      const later = addDays(scene.on, scene.dice.from(1, 20));
      const late = received(scene, closeThrough(scene.life, addDays(later, -1)));
      expect(standingOf(late.contract), `seed ${scene.seed}`).toEqual(
        standingOf(closeThrough(onTime, addDays(later, -1)).contract),
      );
    }
  });

  test('by mistake and taken back leaves the ledger of never having happened', () => {
    for (const scene of scenes) {
      const { dice } = scene;
      const morning = closeThrough(scene.life, addDays(scene.on, -1));
      let life = dice.chance(50) ? quoted(scene, morning) : morning;
      for (let times = dice.from(1, 3); times > 0; times -= 1) {
        life = received(scene, life);
        life = closeThrough(life, addDays(life.businessDate, dice.from(0, 4)));
        if (life.contract.facts.giveBack.bills.length === 0 && dice.chance(60)) {
          life = billed(scene, life);
        }
        life = run(life, ({ contract, businessDate }, history) =>
          takeBackReceipt(
            contract,
            { handOverId: 'hand-over-1', reason: 'wrong-car', decidedBy: 'two' },
            businessDate,
            history,
          ),
        );
      }
      // The night tells the lease again that its term has ended.
      const never = closeThrough(morning, life.businessDate);
      expect(bare(closeThrough(life, life.businessDate).contract), `seed ${scene.seed}`).toEqual(
        bare(never.contract),
      );
    }
  });

  test('takes older money in its place, as if it had come in time', () => {
    for (const scene of scenes) {
      const morning = closeThrough(scene.life, addDays(scene.on, -1));
      const amount = scene.life.contract.terms.basePaymentCents / 2n + 1n;
      const on = laterOf(addDays(scene.on, -scene.dice.from(1, 30)), scene.life.businessDate);
      const day = earlierOf(on, addDays(scene.on, -1));
      if (day < scene.life.businessDate) continue;
      const inTime = post(closeThrough(scene.life, addDays(day, -1)), paymentOf(amount, day));
      const expected = billed(scene, received(scene, closeThrough(inTime, addDays(scene.on, -1))));
      const late = post(billed(scene, received(scene, morning)), paymentOf(amount, day));
      expect(bare(late.contract), `seed ${scene.seed}`).toEqual(bare(expected.contract));
    }
  });

  test('is paid, disputed, refunded and sold to nothing in every account of its own', () => {
    for (const scene of scenes) {
      const { dice } = scene;
      let life = closeThrough(scene.life, addDays(scene.on, -1));
      if (dice.chance(50)) life = quoted(scene, life);
      life = received(scene, life);
      if (life.contract.facts.giveBack.bills.length === 0) life = billed(scene, life);
      const line = life.contract.facts.giveBack.bills[0]?.lines[0];
      const pays = () => {
        const owed = owedInAll(life.contract);
        if (owed > 0n) life = post(life, paymentOf(owed, life.businessDate));
      };
      if (dice.chance(50)) pays();
      if (line !== undefined) {
        const { policy } = scene;
        life = run(life, ({ contract, businessDate }) =>
          disputeLine(contract, { disputeId: 'd', lineId: line.lineId }, policy, businessDate),
        );
        life = closeThrough(life, addDays(life.businessDate, dice.from(0, 9)));
        const outcome = dice.one(['stands', 'lowered', 'dropped'] as const);
        life = run(life, ({ contract, businessDate }) =>
          decideDispute(
            contract,
            {
              disputeId: 'd',
              outcome,
              toCents: line.chargeCents / 2n,
              reason: 'not-proven',
              decidedBy: 'somebody',
              creditId: 'c',
            },
            businessDate,
          ),
        );
      }
      pays();
      life = closeThrough(life, addDays(life.businessDate, 1));
      const refund = creditOf(life.contract.balances, 'refunds-payable');
      if (refund > 0n) {
        life = run(life, ({ contract, businessDate }) =>
          payRefund(contract, { refundId: 'r', refundCents: refund }, businessDate),
        );
      }
      life = run(life, ({ contract, businessDate }) =>
        sellCar(
          contract,
          { priceCents: BigInt(dice.from(0, 4_000_000)), buyer: 'auction', evidence: 'b' },
          businessDate,
        ),
      );
      life = closeThrough(life, addDays(life.businessDate, 1));
      const { status, balances } = life.contract;
      expect(status, `seed ${scene.seed}`).toBe('closed');
      const accounts = [
        ...RECEIVABLES,
        'vehicle-under-lease',
        'net-investment-in-lease',
        'vehicle-held-for-sale',
        'security-deposit',
        'prepaid-lease-payments',
        'unapplied',
        'refunds-payable',
      ] as const;
      const left = accounts.filter((account) => balanceOf(balances, account) !== 0n);
      expect(left, `seed ${scene.seed}`).toEqual([]);
    }
  });
});

/** The standing without the quote, which stays as it was told. */
function bare(contract: LeaseContract) {
  const { giveBack, ...rest } = standingOf(contract) as ReturnType<typeof standingOf> & {
    giveBack: LeaseContract['facts']['giveBack'];
  };
  // Whether the close was there to call it a refund yet makes no difference to what it is.
  const { unapplied = 0n, 'refunds-payable': refunds = 0n, ...amounts } = rest.amounts;
  return {
    ...rest,
    amounts: { ...amounts, owedBack: unapplied + refunds },
    giveBack: { ...giveBack, quote: null },
  };
}

// The state after a decision is what the life keeps; asked here so that both stay one.
test('a decision leads to the state of its last entry', () => {
  const [scene] = scenes;
  if (scene === undefined) throw new RangeError('there is a scene');
  const morning = closeThrough(scene.life, addDays(scene.on, -1));
  const { businessDate, contract, history } = morning;
  const outcome = receiveCar(contract, handOverOf(scene), scene.policy, businessDate, history);
  if (outcome.outcome !== 'decided') throw new RangeError(outcome.outcome);
  expect(stateAfter(outcome, contract).status).toBe('turned-in');
});
