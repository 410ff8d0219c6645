import type { InputHTMLAttributes, ReactNode } from 'react';
import type { Brand } from '../../../shared/brand/brand.ts';
import { t } from '../../../shared/copy/copy.ts';
import form from '../../../shared/form/form.module.css';
import button from '../../../shared/style/button.module.css';
import { PasskeyButton } from '../passkey-button.tsx';
import { FLOW, Step, When } from './flow.tsx';
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
    <Step brand={brand} title={t('step.choose.title')}>
      <When is="sign-in">
        <p className={style.lead}>{t('step.choose.sign-in')}</p>
      </When>
      <When is="reset-password">
        <p className={style.lead}>{t('step.choose.reset')}</p>
      </When>
      <div className={style.ways}>
        <When is="passkey">
          <PasskeyButton />
        </When>
        <When is="app">
          <a className={`${button.secondary} ${button.wide}`} href="/sign-in/proof/app">
            {t('step.way.app')}
          </a>
        </When>
        {(['text-code', 'mail-code'] as const).map((way) => (
          <When key={way} is={way}>
            <form method="post" action="/sign-in/proof/send">
              <input type="hidden" name="way" value={way} />
              <button className={`${button.secondary} ${button.wide}`} type="submit">
                <span>
                  {t(`step.way.${way}`)} <span className={style.to}>{FLOW.typed(toOf(way))}</span>
                </span>
              </button>
            </form>
          </When>
        ))}
        <When is="recovery-code">
          <a className={`${button.secondary} ${button.wide}`} href="/sign-in/proof/recovery-code">
            {t('step.way.recovery-code')}
          </a>
        </When>
        <When is="facts">
          <a className={`${button.secondary} ${button.wide}`} href="/sign-in/proof/facts">
            {t('step.way.facts')}
          </a>
        </When>
      </div>
      <p className={style.out}>
        <a href="/sign-in">{t('step.begin-again')}</a>
      </p>
    </Step>
  );
}

const toOf = (way: 'text-code' | 'mail-code'): string => (way === 'text-code' ? 'phone' : 'mail');

/** Types a code that was mailed or texted. */
export function CodePage({ brand }: StepPage): ReactNode {
  return (
    <Step brand={brand} title={t('step.code.title')}>
      <p className={style.lead}>
        <When is="told-to">
          <span>
            {t('step.code.sent-to')} <strong className={style.to}>{FLOW.to}</strong>.{' '}
          </span>
        </When>
        <When is="not-told">
          <span>{t('step.code.sent-if')} </span>
        </When>
        <span>{t('step.code.counts')}</span>
      </p>
      <CodeForm way={FLOW.way} label={t('step.code.label')} hint={t('step.code.hint')} />
      <form className={style.again} method="post" action="/sign-in/proof/send">
        <input type="hidden" name="way" value={FLOW.way} />
        <button className={button.quiet} type="submit">
          {t('step.code.again')}
        </button>
      </form>
      <WayOut />
    </Step>
  );
}

/** Types the code of an authenticator app. */
export function AppCodePage({ brand }: StepPage): ReactNode {
  return (
    <Step brand={brand} title={t('step.app.title')}>
      <p className={style.lead}>{t('step.app.text')}</p>
      <CodeForm way="app" label={t('step.app.label')} hint={t('step.code.hint')} />
      <WayOut />
    </Step>
  );
}

/** Types one of the recovery codes. */
export function RecoveryCodePage({ brand }: StepPage): ReactNode {
  return (
    <Step brand={brand} title={t('step.recovery-code.title')}>
      <p className={style.lead}>{t('step.recovery-code.text')}</p>
      <CodeForm
        way="recovery-code"
        label={t('step.recovery-code.label')}
        hint={t('step.recovery-code.hint')}
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
        {t('step.continue')}
      </button>
    </form>
  );
}

/** Another way, or from the beginning. */
function WayOut(): ReactNode {
  return (
    <p className={style.out}>
      <When is="other-way">
        <a href="/sign-in/proof">{t('step.other-way')}</a>
      </When>
      <When is="getting-in">
        <a href="/sign-in">{t('step.begin-again')}</a>
      </When>
      <When is="new-mail-code">
        <a href="/register/email">{t('register.other-email')}</a>
      </When>
      <When is="register">
        <a href="/register">{t('step.begin-again')}</a>
      </When>
    </p>
  );
}
