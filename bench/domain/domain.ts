import { adjustedLeaseBalance } from '@roadbook/domain/lease/lease-balance';
import { payoff, payoffQuote } from '@roadbook/domain/loan/payoff';
import type { Benchmark, Figure } from '../benchmark.ts';
import { alternate, type Contender } from '../measure/alternate.ts';
import { type Asked, askedLeases, askedLoans } from './portfolio.ts';

const ROUNDS = { rounds: 5, ms: 1_500, warmUpMs: 1_000 } as const;

/** What we ask of one core; a quote holds eleven payoffs, one for each day of its promise. */
const AT_LEAST: Readonly<Record<string, number>> = {
  'payoff with its lines': 100_000,
  'adjusted lease balance with its lines': 100_000,
  'payoff quote of eleven days': 100_000 / 11,
};

/** The trade alone, without a database: how often a second one core answers with every line. */
export const domain: Benchmark = {
  name: 'domain',
  run: async (say) => {
    const loans = askedLoans();
    const leases = askedLeases();
    const contenders: Contender[] = [
      answering('payoff with its lines', loans, ({ of, on }) => payoff(of, on).totalCents),
      answering(
        'adjusted lease balance with its lines',
        leases,
        ({ of, on }) => adjustedLeaseBalance(of, on).totalCents,
      ),
      answering(
        'payoff quote of eleven days',
        loans,
        ({ of, on }) => payoffQuote(of, on, on).days.at(-1)?.payoff.totalCents ?? 0n,
      ),
    ];
    const rates = await alternate(contenders, ROUNDS);
    const figures = [...rates].map(([name, measured]): Figure => {
      say(`${name}: ${Math.round(measured.median)} a second`);
      return {
        name,
        measured: measured.median,
        unit: '/s',
        reference: null,
        ratio: measured.median,
        target: { atLeast: AT_LEAST[name] ?? 0, unit: '/s' },
        spread: measured.spread,
        rounds: measured.rounds,
      };
    });
    return { figures, conditions: { contracts: '500 loans, 500 leases', cores: 'one' } };
  },
};

/** Answers question after question on this core. The sum of the answers keeps the work real. */
function answering<T>(
  name: string,
  asked: readonly Asked<T>[],
  answer: (question: Asked<T>) => bigint,
): Contender {
  return {
    name,
    run: async (ms) => {
      const started = performance.now();
      let answered = 0;
      let sum = 0n;
      while (performance.now() - started < ms) {
        for (const question of asked) sum += answer(question);
        answered += asked.length;
      }
      if (sum === 0n) throw new Error(`${name}: the answers came to nothing`);
      return answered / ((performance.now() - started) / 1_000);
    },
  };
}
