import { adjustedLeaseBalance } from '@roadbook/domain/lease/lease-balance';
import { payoff } from '@roadbook/domain/loan/payoff';
import { payoffQuote } from '@roadbook/domain/loan/payoff-ahead';
import type { Benchmark, Figure } from '../benchmark.ts';
import { alternate } from '../measure/alternate.ts';
import { seededRandom } from '../measure/random.ts';
import { daysAfterCutOff, someLease, someLoan } from './contracts.ts';

const CONTRACTS = 1_000;
const ROUNDS = { rounds: 5, ms: 600, warmUpMs: 600 } as const;
const TARGET = { atLeast: 100_000, unit: '/s' } as const;

/** Rules of the core, each with its breakdown, on one core: different contracts, different days. */
export const domain: Benchmark = {
  name: 'domain',
  run: async () => {
    const random = seededRandom(29);
    const loans = Array.from({ length: CONTRACTS }, (_, at) => someLoan(random, at));
    const leases = Array.from({ length: CONTRACTS }, () => someLease(random));
    const days = daysAfterCutOff(28);
    const loan = () => random.pick(loans);
    const day = () => random.pick(days);
    const quotedOn = days[0];
    if (quotedOn === undefined) throw new Error('there are no days');
    const rules: Readonly<Record<string, () => unknown>> = {
      payoff: () => payoff(loan(), day()),
      'payoff quote, eleven days': () => payoffQuote(loan(), quotedOn, day()),
      'adjusted lease balance': () => adjustedLeaseBalance(random.pick(leases), day()),
      // Terms that were just read have no periods yet: those up to the day are worked out.
      'adjusted lease balance, new terms': () =>
        adjustedLeaseBalance({ ...random.pick(leases) }, day()),
    };
    const rates = await alternate(
      Object.entries(rules).map(([name, rule]) => ({
        name,
        run: async (ms: number) => perSecondOnOneCore(ms, rule),
      })),
      ROUNDS,
    );
    const figures = [...rates].map(
      ([name, { median, spread, rounds }]): Figure => ({
        name,
        measured: median,
        unit: '/s',
        reference: null,
        ratio: median,
        target: TARGET,
        spread,
        rounds,
      }),
    );
    return { figures, conditions: { contracts: CONTRACTS.toString() } };
  },
};

/**
 * Counts calls by the CPU time that this process used, so that a busy machine does not slow them.
 */
function perSecondOnOneCore(ms: number, rule: () => unknown): number {
  const started = process.cpuUsage();
  let calls = 0;
  for (;;) {
    for (let n = 0; n < 1_000; n += 1) rule();
    calls += 1_000;
    const { user, system } = process.cpuUsage(started);
    if (user + system >= ms * 1_000) return calls / ((user + system) / 1e6);
  }
}
