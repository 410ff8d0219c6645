import type { ReactNode } from 'react';
import type { Brand } from '../../../shared/brand/brand.ts';
import { t } from '../../../shared/copy/copy.ts';
import form from '../../../shared/form/form.module.css';
import { Frame, linkToPublicHome } from '../../../shared/page/frame.tsx';
import style from '../sign-in-page.module.css';

/** What the server writes into a step when it sends it. */
export const FLOW = {
  to: '{{flow.to}}',
  way: '{{flow.way}}',
  least: '{{flow.least}}',
  day: '{{flow.day}}',
  typed: (field: string): string => `{{flow.${field}}}`,
} as const;

/** A part that the server leaves in the page only when one of the names is to be shown. */
export function When({ is, children }: { is: string; children: ReactNode }): ReactNode {
  return <section data-when={is}>{children}</section>;
}

/** What may be wrong, or right, with the step before: one of these is left by the server. */
const FAULTS = [
  'code-wrong',
  'code-used-up',
  'too-many-codes',
  'too-many-attempts',
  'facts-wrong',
  'invalid-input',
  'proof-not-asked',
  'passkey-refused',
  'registration-refused',
  'registration-away',
  'email-not-valid',
  'user-name-not-valid',
  'user-name-taken',
  'user-name-needed',
  'terms-not-accepted',
] as const;
const NEWS = ['sent'] as const;

type StepProps = {
  readonly brand: Brand;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Why a new password was not taken, beside what every step may have to say. */
  readonly faults?: ReactNode;
};

/** Around every step of the way in: what happened, the one question, and a way that still works. */
export function Step({ brand, title, children, faults }: StepProps): ReactNode {
  return (
    <Frame brand={brand} linkHome={linkToPublicHome} corner={null}>
      <div className={style.column}>
        {FAULTS.map((fault) => (
          <When key={fault} is={fault}>
            <div className={form.summary} role="alert" tabIndex={-1} data-takes-focus>
              <h2>{t(`proof.${fault}.title`)}</h2>
              <p>{t(`proof.${fault}.text`)}</p>
            </div>
          </When>
        ))}
        {faults}
        {NEWS.map((news) => (
          <When key={news} is={news}>
            <div className={form.notice} role="status" tabIndex={-1} data-takes-focus>
              <h2>{t(`proof.${news}.title`)}</h2>
              <p>{t(`proof.${news}.text`)}</p>
            </div>
          </When>
        ))}
        <h1>{title}</h1>
        {children}
        <p className={style.help}>
          {t('sign-in.help')} <a href={brand.phoneHref}>{brand.phone}</a>. {brand.hours}
        </p>
      </div>
    </Frame>
  );
}
