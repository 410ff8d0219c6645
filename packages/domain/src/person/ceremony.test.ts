import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Ceremony, nextStep, PURPOSES } from './ceremony.ts';
import { PROOFS, type Proof, type ProofsOnFile } from './proof.ts';

const NOTHING: ProofsOnFile = {
  password: 'none',
  passkeys: 0,
  app: false,
  mail: false,
  text: false,
  recoveryCodes: 0,
};

const PERSON: ProofsOnFile = { ...NOTHING, password: 'alone', mail: true };

function at(purpose: Ceremony['purpose'], proven: readonly Proof[], change = {}): Ceremony {
  return {
    purpose,
    proven,
    onFile: PERSON,
    isKnownDevice: false,
    waitIsOver: false,
    ...change,
  };
}

const WHO = ['facts', 'letter', 'text-code', 'mail-code'];

describe('the next step', () => {
  const app = { onFile: { ...PERSON, app: true } };
  const home = { isKnownDevice: true };
  const short = { ...home, onFile: { ...PERSON, password: 'with-second' as const } };
  const bare = { onFile: { ...NOTHING, password: 'alone' as const } };
  const waited = { waitIsOver: true };
  test.each([
    ['nothing proven yet', at('sign-in', []), ['password', 'passkey']],
    ['a passkey is enough', at('sign-in', ['passkey']), 'open'],
    ['a long password on a known device', at('sign-in', ['password'], home), 'open'],
    ['a long password on a new device', at('sign-in', ['password']), ['mail-code']],
    ['a short password on a known device', at('sign-in', ['password'], short), ['mail-code']],
    ['a password and a code', at('sign-in', ['password', 'mail-code']), 'open'],
    ['a password and nothing else on file', at('sign-in', ['password'], bare), ['facts']],
    [
      'a code of mail alone does not sign in',
      at('sign-in', ['mail-code']),
      ['password', 'passkey'],
    ],
    ['a reset begins with a code', at('reset-password', []), ['mail-code', 'text-code']],
    ['and goes on with the app', at('reset-password', ['mail-code'], app), ['app']],
    ['or with the facts where there is no other', at('reset-password', ['mail-code']), ['facts']],
    ['then a password may be set', at('reset-password', ['mail-code', 'facts']), 'open'],
    [
      'facts do not stand for an app that is there',
      at('reset-password', ['mail-code', 'facts'], app),
      ['app'],
    ],
    ['who lost everything shows the facts', at('lost-everything', []), ['facts']],
    ['then a letter or a call', at('lost-everything', ['facts']), ['letter', 'call-back']],
    ['then waits', at('lost-everything', ['facts', 'letter']), 'wait'],
    ['and comes in', at('lost-everything', ['facts', 'letter'], waited), 'open'],
    ['registration asks who it is', at('register', []), WHO],
    ['the facts do, then a mailbox', at('register', ['facts']), ['new-mail-code']],
    ['or a letter', at('register', ['letter']), ['new-mail-code']],
    ['or a code to the telephone on file', at('register', ['text-code']), ['new-mail-code']],
    ['and is done', at('register', ['letter', 'new-mail-code']), 'open'],
    ['a code to the email on file is both', at('register', ['mail-code']), 'open'],
    ['a mailbox of anybody registers nobody', at('register', ['new-mail-code']), WHO],
    ['nor does a password', at('register', ['password', 'new-mail-code']), WHO],
  ] as const)('%s', (_what, ceremony, expected) => {
    const step = nextStep(ceremony);
    expect(step.next === 'prove' ? step.oneOf : step.next).toEqual(expected);
  });
});

const onFile: fc.Arbitrary<ProofsOnFile> = fc.record({
  password: fc.constantFrom('none' as const, 'alone' as const, 'with-second' as const),
  passkeys: fc.nat(2),
  app: fc.boolean(),
  mail: fc.boolean(),
  text: fc.boolean(),
  recoveryCodes: fc.nat(2),
});

const subsets: readonly (readonly Proof[])[] = Array.from(
  { length: 2 ** PROOFS.length },
  (_, bits) => PROOFS.filter((_proof, place) => (bits >> place) % 2 === 1),
);

describe('whatever somebody has on file', () => {
  test('nothing opens on one proof, but a passkey and a long password at a known device', () => {
    fc.assert(
      fc.property(onFile, fc.boolean(), fc.boolean(), (has, isKnownDevice, waitIsOver) => {
        for (const purpose of PURPOSES) {
          for (const proven of subsets) {
            const ceremony = { purpose, proven, onFile: has, isKnownDevice, waitIsOver };
            if (nextStep(ceremony).next !== 'open') continue;
            const isPasskey = proven.includes('passkey');
            const isHome =
              purpose === 'sign-in' &&
              proven.includes('password') &&
              isKnownDevice &&
              has.password === 'alone';
            // The code of an address on file says who reads it, and that they do.
            const isOnFile = purpose === 'register' && proven.includes('mail-code');
            expect(isPasskey || isHome || isOnFile || proven.length >= 2).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test('one of the asked proofs after the other always comes to an end', () => {
    fc.assert(
      fc.property(
        onFile,
        fc.boolean(),
        fc.infiniteStream(fc.nat(9)),
        (has, isKnownDevice, picks) => {
          for (const purpose of PURPOSES) {
            let proven: readonly Proof[] = [];
            for (;;) {
              const step = nextStep({
                purpose,
                proven,
                onFile: has,
                isKnownDevice,
                waitIsOver: true,
              });
              if (step.next !== 'prove') break;
              const choice = step.oneOf[(picks.next().value ?? 0) % step.oneOf.length];
              expect(choice).toBeDefined();
              expect(proven).not.toContain(choice);
              if (choice !== undefined) proven = [...proven, choice];
            }
            expect(proven.length).toBeLessThanOrEqual(4);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test('more proof never takes a step back', () => {
    fc.assert(
      fc.property(onFile, fc.boolean(), fc.constantFrom(...PROOFS), (has, isKnownDevice, more) => {
        for (const purpose of PURPOSES) {
          for (const proven of subsets) {
            const ceremony = { purpose, proven, onFile: has, isKnownDevice, waitIsOver: true };
            if (nextStep(ceremony).next !== 'open') continue;
            const next = nextStep({ ...ceremony, proven: [...proven, more] });
            expect(next.next).toBe('open');
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
