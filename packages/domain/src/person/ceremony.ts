import { type Proof, type ProofsOnFile, SECOND_PROOFS, secondProofsOf } from './proof.ts';

/** What somebody without a session is doing. */
export const PURPOSES = ['sign-in', 'reset-password', 'lost-everything', 'register'] as const;
export type Purpose = (typeof PURPOSES)[number];

/**
 * How far somebody without a session has come. The same value is kept for somebody whom nobody
 * knows, with nothing on file, so that a stranger learns nothing from the next step.
 */
export type Ceremony = {
  readonly purpose: Purpose;
  readonly proven: readonly Proof[];
  readonly onFile: ProofsOnFile;
  /** The browser has been signed in by this person before. It lowers the alarm, no more. */
  readonly isKnownDevice: boolean;
  /** The waiting time that all addresses on file were told of is over. */
  readonly waitIsOver: boolean;
};

export type NextStep =
  /** Enough is proven: a session may open, or a new password or passkey may be set. */
  | { readonly next: 'open' }
  | { readonly next: 'prove'; readonly oneOf: readonly Proof[] }
  | { readonly next: 'wait' };

const OPEN: NextStep = { next: 'open' };

const prove = (...oneOf: readonly Proof[]): NextStep => ({ next: 'prove', oneOf });

/**
 * What has to be proven next, and whether a session may open. No way opens one on a password alone
 * at a new device, on a mailed code alone, or on facts that others may know.
 *
 * Source: OWASP ASVS 5.0, V6.3 and V6.4; NIST SP 800-63B-4, 3.1 and 4.2.
 */
export function nextStep(ceremony: Ceremony): NextStep {
  switch (ceremony.purpose) {
    case 'sign-in':
      return signInStep(ceremony);
    case 'reset-password':
      return resetStep(ceremony);
    case 'lost-everything':
      return lostEverythingStep(ceremony);
    case 'register':
      return registerStep(ceremony);
  }
}

function signInStep({ proven, onFile, isKnownDevice }: Ceremony): NextStep {
  // A passkey is two proofs in one: the device, and the finger or code that unlocks it.
  if (proven.includes('passkey')) return OPEN;
  if (!proven.includes('password')) return prove('password', 'passkey');
  if (isKnownDevice && onFile.password === 'alone') return OPEN;
  if (hasSecond(proven) || proven.includes('facts')) return OPEN;
  const seconds = secondProofsOf(onFile);
  // Somebody with nothing else on file shows the facts of the contract.
  return seconds.length > 0 ? prove(...seconds) : prove('facts');
}

/** A code shows that somebody reads a mailbox: a second, different proof has to follow. */
function resetStep({ proven, onFile }: Ceremony): NextStep {
  if (proven.includes('passkey')) return OPEN;
  const first = proven.find((proof) => proof === 'mail-code' || proof === 'text-code');
  if (first === undefined) return prove('mail-code', 'text-code');
  const others = secondProofsOf(onFile).filter((proof) => proof !== first);
  if (others.length === 0) {
    return proven.includes('facts') ? OPEN : prove('facts');
  }
  return others.some((proof) => proven.includes(proof)) ? OPEN : prove(...others);
}

function lostEverythingStep({ proven, waitIsOver }: Ceremony): NextStep {
  if (!proven.includes('facts')) return prove('facts');
  if (!proven.includes('letter') && !proven.includes('call-back')) {
    return prove('letter', 'call-back');
  }
  return waitIsOver ? OPEN : { next: 'wait' };
}

/**
 * Who the person is, by any of three ways; then that the email to be used is read by them. A code
 * to the email on file shows both: the person has that email on file, and uses it.
 */
function registerStep({ proven }: Ceremony): NextStep {
  if (proven.includes('mail-code')) return OPEN;
  if (!IDENTIFYING.some((proof) => proven.includes(proof))) {
    return prove(...IDENTIFYING, 'mail-code');
  }
  return proven.includes('new-mail-code') ? OPEN : prove('new-mail-code');
}

/** What says who somebody is who has no account yet. */
const IDENTIFYING = ['facts', 'letter', 'text-code'] as const;

function hasSecond(proven: readonly Proof[]): boolean {
  return SECOND_PROOFS.some((proof) => proven.includes(proof));
}
