import type { Problem } from '@roadbook/api/problem';
import type { ServedFault, ServedRule } from '@roadbook/api/served-page';
import type { ReactNode } from 'react';
import { BRAND_MARKERS } from '../../shared/brand/brand.ts';
import { t } from '../../shared/copy/copy.ts';
import form from '../../shared/form/form.module.css';
import { Frame, linkToPublicHome } from '../../shared/page/frame.tsx';
import { WayIn } from '../../shared/page/way-in.tsx';
import { problemFacts } from '../../shared/state/problem-facts.ts';
import style from './guest.module.css';

const SENTENCES: Readonly<Record<ServedRule, string>> = {
  'contract-number-missing': 'guest.contract-number-missing',
  'zip-missing': 'guest.zip-missing',
  'reference-missing': 'guest.reference-missing',
  'amount-missing': 'pay.problem.amount-missing',
  'amount-not-a-number': 'pay.problem.amount-not-a-number',
  'amount-too-precise': 'pay.problem.amount-too-precise',
  'amount-not-positive': 'pay.problem.amount-not-positive',
  'amount-too-large': 'pay.problem.amount-too-large',
  'holder-missing': 'account.holder-missing',
  'routing-length': 'account.routing-length',
  'routing-check-digit': 'account.routing-check-digit',
  'account-length': 'account.account-length',
  'account-type-missing': 'guest.account-type-missing',
};

/** The frame of every page of somebody who pays without signing in. */
export function GuestFrame({
  isSimulated = false,
  children,
}: {
  readonly isSimulated?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Frame brand={BRAND_MARKERS} linkHome={linkToPublicHome} corner={<WayIn />}>
      <div className={style.column}>
        {isSimulated ? <p className={style.simulated}>{t('page.simulated')}</p> : null}
        {children}
      </div>
    </Frame>
  );
}

/** All that is wrong with what was sent, in one place above the form; it takes focus. */
export function GuestFaults({
  faults,
  problem,
}: {
  readonly faults: readonly ServedFault[];
  readonly problem: Problem | null;
}): ReactNode {
  if (problem !== null) return <GuestProblem problem={problem} />;
  if (faults.length === 0) return null;
  return (
    <div className={form.summary} role="alert" tabIndex={-1} data-takes-focus>
      <h2>{t('form.problem')}</h2>
      <ul>
        {faults.map(({ field, rule }) => (
          <li key={field}>
            <a href={`#${field}`}>{t(SENTENCES[rule])}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function GuestProblem({ problem }: { readonly problem: Problem }): ReactNode {
  const { code, facts, reference } = problem;
  const shown = problemFacts(facts);
  return (
    <div className={form.summary} role="alert" tabIndex={-1} data-takes-focus>
      <h2>{t(`problem.${code}.title`, shown)}</h2>
      <p>{t(`problem.${code}.cause`, shown)}</p>
      <p>{t(`problem.${code}.next`, shown)}</p>
      <p className={form.hint}>
        {t('problem.reference')} <b className="number">{reference}</b>. {t('problem.call')}{' '}
        <a href={BRAND_MARKERS.phoneHref}>{BRAND_MARKERS.phone}</a>, {BRAND_MARKERS.hours}
      </p>
    </div>
  );
}

/** The sentence of a field, if something is wrong with it. */
export function sentenceOf(faults: readonly ServedFault[], field: string): string | undefined {
  const fault = faults.find((each) => each.field === field);
  return fault === undefined ? undefined : t(SENTENCES[fault.rule]);
}
