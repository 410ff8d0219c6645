import type { InputHTMLAttributes, ReactNode } from 'react';
import type { Brand } from '../../../shared/brand/brand.ts';
import { t } from '../../../shared/copy/copy.ts';
import form from '../../../shared/form/form.module.css';
import button from '../../../shared/style/button.module.css';
import { PasskeyButton } from '../passkey-button.tsx';
import { FLOW, Step, When } from './flow.tsx';
import { Waiting } from './lost-steps.tsx';
import { PlainField } from './plain-field.tsx';
import style from './steps.module.css';

type StepPage = { readonly brand: Brand };

const CODE_INPUT = {
  type: 'text',
  inputMode: 'numeric',
  autoComplete: 'one-time-code',
  autoCapitalize: 'none',
  autoCorrect: 'off',
  spellCheck: false,
  autoFocus: true,
} as const;

/** Which proof comes next: one button or link for each way that the person has. */
export function ChooseProofPage({ brand }: StepPage): ReactNode {
  return (
    <Step brand={brand} title={t('proof.choose.title')}>
      <When is="sign-in">
        <p className={style.lead}>{t('proof.choose.sign-in')}</p>
      </When>
      <When is="reset-password">
        <p className={style.lead}>{t('proof.choose.reset')}</p>
      </When>
      <When is="lost-everything">
        <When is="prove">
          <p className={style.lead}>{t('lost.choose')}</p>
        </When>
        <Waiting />
      </When>
      <div className={style.ways}>
        <When is="passkey">
          <PasskeyButton />
        </When>
        <When is="app">
          <a className={`${button.secondary} ${button.wide}`} href="/sign-in/proof/app">
            {t('proof.way.app')}
          </a>
        </When>
        {(['text-code', 'mail-code'] as const).map((way) => (
          <When key={way} is={way}>
            <form method="post" action="/sign-in/proof/send">
              <input type="hidden" name="way" value={way} />
              <button className={`${button.secondary} ${button.wide}`} type="submit">
                <span>
                  {t(`proof.way.${way}`)} <span className={style.to}>{FLOW.typed(toOf(way))}</span>
                </span>
              </button>
            </form>
          </When>
        ))}
        <When is="recovery-code">
          <a className={`${button.secondary} ${button.wide}`} href="/sign-in/proof/recovery-code">
            {t('proof.way.recovery-code')}
          </a>
        </When>
        <When is="facts">
          <a className={`${button.secondary} ${button.wide}`} href="/sign-in/proof/facts">
            {t('proof.way.facts')}
          </a>
        </When>
        <When is="lost-everything">
          <When is="letter">
            <a className={`${button.secondary} ${button.wide}`} href="/sign-in/proof/letter">
              {t('proof.way.letter')}
            </a>
          </When>
          <When is="has-phone">
            <When is="call-back">
              <a className={`${button.secondary} ${button.wide}`} href="/sign-in/proof/call-back">
                {t('proof.way.call-back')}
              </a>
            </When>
          </When>
        </When>
      </div>
      <p className={style.out}>
        <a href="/sign-in">{t('proof.begin-again')}</a>
      </p>
    </Step>
  );
}

const toOf = (way: 'text-code' | 'mail-code'): string => (way === 'text-code' ? 'phone' : 'mail');

/** Types a code that was mailed or texted. */
export function CodePage({ brand }: StepPage): ReactNode {
  return (
    <Step brand={brand} title={t('proof.code.title')}>
      <p className={style.lead}>
        <When is="told-to">
          <span>
            {t('proof.code.sent-to')} <strong className={style.to}>{FLOW.to}</strong>.{' '}
          </span>
        </When>
        <When is="not-told">
          <span>{t('proof.code.sent-if')} </span>
        </When>
        <span>{t('proof.code.counts')}</span>
      </p>
      <CodeForm way={FLOW.way} label={t('proof.code.label')} hint={t('proof.code.hint')} />
      <form className={style.again} method="post" action="/sign-in/proof/send">
        <input type="hidden" name="way" value={FLOW.way} />
        <button className={button.quiet} type="submit">
          {t('proof.code.again')}
        </button>
      </form>
      <WayOut />
    </Step>
  );
}

/** Types the code of an authenticator app. */
export function AppCodePage({ brand }: StepPage): ReactNode {
  return (
    <Step brand={brand} title={t('proof.app.title')}>
      <p className={style.lead}>{t('proof.app.text')}</p>
      <CodeForm way="app" label={t('proof.app.label')} hint={t('proof.code.hint')} />
      <WayOut />
    </Step>
  );
}

/** Types one of the recovery codes. */
export function RecoveryCodePage({ brand }: StepPage): ReactNode {
  return (
    <Step brand={brand} title={t('proof.recovery-code.title')}>
      <p className={style.lead}>{t('proof.recovery-code.text')}</p>
      <CodeForm
        way="recovery-code"
        label={t('proof.recovery-code.label')}
        hint={t('proof.recovery-code.hint')}
        input={{ inputMode: 'text', autoComplete: 'off' }}
      />
      <WayOut />
    </Step>
  );
}

type CodeFormProps = {
  readonly way: string;
  readonly label: string;
  readonly hint: string;
  readonly input?: InputHTMLAttributes<HTMLInputElement>;
};

/** One field for a code, whichever way it came. */
function CodeForm({ way, label, hint, input }: CodeFormProps): ReactNode {
  return (
    <form className={form.form} method="post" action="/sign-in/proof/code" noValidate>
      <input type="hidden" name="way" value={way} />
      <PlainField id="code" label={label} hint={hint} short input={{ ...CODE_INPUT, ...input }} />
      <button className={`${button.primary} ${button.wide}`} type="submit">
        {t('proof.continue')}
      </button>
    </form>
  );
}

/** Another way, or from the beginning. */
function WayOut(): ReactNode {
  return (
    <p className={style.out}>
      <When is="other-way">
        <a href="/sign-in/proof">{t('proof.other-way')}</a>
      </When>
      <When is="getting-in">
        <a href="/sign-in">{t('proof.begin-again')}</a>
      </When>
      <When is="new-mail-code">
        <a href="/register/email">{t('register.other-email')}</a>
      </When>
      <When is="register">
        <a href="/register">{t('proof.begin-again')}</a>
      </When>
    </p>
  );
}
