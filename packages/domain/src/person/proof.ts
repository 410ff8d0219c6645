/**
 * What somebody can show to prove who they are. `facts` are contract number, birth date, taxpayer
 * number and ZIP together; `letter` is the one-time code of a letter to the address on file;
 * `call-back` is a telephone call by the lender to a number on file. `mail-code` and `text-code` go
 * to what is on file, `new-mail-code` to an email that somebody who registers wants to use.
 */
export const PROOFS = [
  'password',
  'passkey',
  'app',
  'mail-code',
  'text-code',
  'recovery-code',
  'facts',
  'letter',
  'call-back',
  'new-mail-code',
] as const;
export type Proof = (typeof PROOFS)[number];

/** Proofs that count beside a password, in the order they are offered (NIST SP 800-63B-4, 3.1). */
export const SECOND_PROOFS = ['passkey', 'app', 'text-code', 'mail-code', 'recovery-code'] as const;
export type SecondProof = (typeof SECOND_PROOFS)[number];

/** What a person has to prove with. Never told to anybody who has proven nothing. */
export type ProofsOnFile = {
  /** A password of 15 characters may stand alone; a shorter one always needs a second proof. */
  readonly password: 'none' | 'alone' | 'with-second';
  readonly passkeys: number;
  readonly app: boolean;
  readonly mail: boolean;
  readonly text: boolean;
  readonly recoveryCodes: number;
};

/** The second proofs that a person can give now. */
export function secondProofsOf(onFile: ProofsOnFile): readonly SecondProof[] {
  const has: Readonly<Record<SecondProof, boolean>> = {
    passkey: onFile.passkeys > 0,
    app: onFile.app,
    'text-code': onFile.text,
    'mail-code': onFile.mail,
    'recovery-code': onFile.recoveryCodes > 0,
  };
  return SECOND_PROOFS.filter((proof) => has[proof]);
}
