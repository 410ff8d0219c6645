import { type TermsOfUse, termsInForce } from '@roadbook/domain/person/terms-of-use';
import { date } from '@roadbook/domain/time/calendar';
import { dayAt } from '../../lender/local-time.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';

/** What has to be agreed to today, by the lender's clock; null where there is nothing. */
export function termsOf({ lender, clock }: Pick<Shell, 'lender' | 'clock'>): TermsOfUse | null {
  const today = date(dayAt(lender, new Date(clock()).toISOString()));
  return termsInForce(lender.registration.terms, today);
}

/** What is asked of somebody who opens an account. */
export function registrationRules(shell: Pick<Shell, 'lender' | 'clock'>) {
  const terms = termsOf(shell);
  return {
    ssn: shell.lender.registration.ssn,
    terms: terms === null ? null : { version: terms.version, paragraphs: [...terms.paragraphs] },
  };
}

/** The version that was agreed to, if it is the one in force; a problem otherwise. */
export function demandTerms(
  shell: Pick<Shell, 'lender' | 'clock'>,
  agreed: string | null,
): string | null {
  const terms = termsOf(shell);
  if (terms !== null && terms.version !== agreed) throw new ProblemError('terms-not-accepted');
  return terms?.version ?? null;
}
