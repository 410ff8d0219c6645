import { makeKeys, parseKeys } from '@roadbook/server/platform/keys/key-ring';
import { readMailServer } from '@roadbook/server/platform/post/carriers/mail-server';
import { smtpCarrier } from '@roadbook/server/platform/post/carriers/smtp-carrier';
import { type Benchmark, CannotMeasure } from '../benchmark.ts';
import { databaseConditions, openBenchSchema } from '../database/bench-schema.ts';
import { roundsOf } from '../measure/median.ts';
import { startMailSink } from './mail-sink.ts';
import { askForLetters, barePerSecond, postPerSecond } from './send-letters.ts';

const LETTERS = 10_000;
const ROUNDS = 4;
const WARM_UP = 500;

/**
 * Letters from the outbox of persons to a mail server, each opened, rendered, sent and marked,
 * against the same letters given to nodemailer alone over a connection of the same kind.
 */
export const post: Benchmark = {
  name: 'post',
  run: async (say) => {
    const schema = await openBenchSchema();
    const sink = await startMailSink();
    const ring = parseKeys(makeKeys());
    const server = readMailServer(`smtp://127.0.0.1:${sink.port}`);
    if (server === null)
      throw new CannotMeasure('The mail server of the benchmark has no address.');
    const sender = { name: 'Bench', address: 'post@larkspur.example', host: 'portal.example' };
    const mail = smtpCarrier(server, sender);
    const ours: number[] = [];
    const bare: number[] = [];
    const round = async (count: number, isOursFirst: boolean): Promise<[number, number]> => {
      await askForLetters(schema.store, ring, count);
      if (!isOursFirst) {
        const reference = await barePerSecond(mail, count);
        return [await postPerSecond(schema.store, ring, mail, count), reference];
      }
      const measured = await postPerSecond(schema.store, ring, mail, count);
      return [measured, await barePerSecond(mail, count)];
    };
    try {
      await round(WARM_UP, true);
      for (let n = 0; n < ROUNDS; n += 1) {
        const [measured, reference] = await round(LETTERS / ROUNDS, n % 2 === 0);
        ours.push(measured);
        bare.push(reference);
        say(`round ${n + 1}: ${Math.round(measured)} letters/s, bare ${Math.round(reference)}`);
      }
      const [measured, reference] = [roundsOf(ours), roundsOf(bare)];
      const figure = {
        name: 'letters by SMTP',
        measured: measured.median,
        unit: '/s',
        reference: { name: 'nodemailer alone/s', value: reference.median },
        ratio: measured.median / reference.median,
        target: { atLeast: 0.5, unit: '× nodemailer alone' },
        spread: measured.spread,
        rounds: measured.rounds,
      };
      const conditions = {
        letters: LETTERS.toString(),
        connections: '1, one letter at a time',
        ...(await databaseConditions(schema.store)),
      };
      return { figures: [figure], conditions };
    } finally {
      mail.close();
      await sink.stop();
      await schema.drop();
    }
  },
};
