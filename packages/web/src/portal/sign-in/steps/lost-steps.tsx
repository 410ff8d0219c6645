import type { ReactNode } from 'react';
import type { Brand } from '../../../shared/brand/brand.ts';
import { t } from '../../../shared/copy/copy.ts';
import form from '../../../shared/form/form.module.css';
import button from '../../../shared/style/button.module.css';
import { FactsFields } from './facts-fields.tsx';
import { FLOW, Step, When } from './flow.tsx';
import { PlainField } from './plain-field.tsx';
import style from './steps.module.css';

type StepPage = { readonly brand: Brand };

const BEGIN_FAULTS = ['no-sign-in-yet', 'recovery-stopped'] as const;
const PROOF_FAULTS = [
  'recovery-code-wrong',
  'call-not-made',
  'no-address-on-file',
  'no-phone-on-file',
  'recovery-stopped',
] as const;

/** What went wrong with a step of this way back, and only with one of it. */
function Faults({ list }: { readonly list: readonly string[] }): ReactNode {
  return list.map((fault) => (
    <When key={fault} is={fault}>
      <div className={form.summary} role="alert" tabIndex={-1} data-takes-focus>
        <h2>{t(`proof.${fault}.title`)}</h2>
        <p>{t(`proof.${fault}.text`)}</p>
      </div>
    </When>
  ));
}

/** No password, no telephone, no email: how it goes on, and the four facts. */
export function LostEverythingPage({ brand }: StepPage): ReactNode {
  return (
    <Step brand={brand} title={t('lost.title')} faults={<Faults list={BEGIN_FAULTS} />}>
      <p className={style.lead}>{t('lost.text')}</p>
      <ol className={style.steps}>
        {(['facts', 'letter', 'wait', 'password'] as const).map((step) => (
          <li key={step}>{t(`lost.step.${step}`)}</li>
        ))}
      </ol>
      <form className={form.form} method="post" action="/sign-in/lost-everything" noValidate>
        <FactsFields />
        <button className={`${button.primary} ${button.wide}`} type="submit">
          {t('proof.continue')}
        </button>
      </form>
      <p className={style.out}>
        <a href="/pay">{t('lost.pay')}</a>
        <a href="/sign-in">{t('proof.back-to-sign-in')}</a>
      </p>
    </Step>
  );
}

/** The letter: ask for it, and type its code when it has come. */
export function LetterPage({ brand }: StepPage): ReactNode {
  return (
    <Step brand={brand} title={t('lost.letter.title')} faults={<Faults list={PROOF_FAULTS} />}>
      <When is="letter-not-asked">
        <p className={style.lead}>
          {t('lost.letter.ask-text', { days: FLOW.typed('letterDays') })}
        </p>
        <form method="post" action="/sign-in/proof/letter">
          <button className={`${button.primary} ${button.wide}`} type="submit">
            {t('lost.letter.ask')}
          </button>
        </form>
        <p className={style.lead}>{t('lost.letter.have')}</p>
      </When>
      <When is="letter-asked">
        <div
          className={`${form.notice} ${style.news}`}
          role="status"
          tabIndex={-1}
          data-takes-focus
        >
          <h2>{t('lost.letter.sent-title')}</h2>
          <p>
            {t('lost.letter.sent-text', {
              day: FLOW.typed('letterOn'),
              days: FLOW.typed('letterDays'),
            })}
          </p>
          <NoFees />
        </div>
      </When>
      <RecoveryCodeForm way="letter" />
      <Out />
    </Step>
  );
}

/** The call: ask for it, read out the code in it, and type the same code after it. */
export function CallBackPage({ brand }: StepPage): ReactNode {
  return (
    <Step brand={brand} title={t('lost.call.title')} faults={<Faults list={PROOF_FAULTS} />}>
      <When is="call-not-asked">
        <p className={style.lead}>{t('lost.call.ask-text', { phone: FLOW.typed('phone') })}</p>
        <form className={form.form} method="post" action="/sign-in/proof/call-back">
          <div className={form.field}>
            <label className={form.label} htmlFor="partOfDay">
              {t('lost.call.part')}
            </label>
            <select className={form.input} id="partOfDay" name="partOfDay">
              {(['any', 'morning', 'afternoon', 'evening'] as const).map((part) => (
                <option key={part} value={part}>
                  {t(`lost.call.part.${part}`)}
                </option>
              ))}
            </select>
          </div>
          <button className={`${button.primary} ${button.wide}`} type="submit">
            {t('lost.call.ask')}
          </button>
        </form>
        <p className={style.lead}>{t('lost.call.have')}</p>
      </When>
      <When is="call-asked">
        <div
          className={`${form.notice} ${style.news}`}
          role="status"
          tabIndex={-1}
          data-takes-focus
        >
          <h2>{t('lost.call.booked-title', { day: FLOW.typed('promisedOn') })}</h2>
          <p>{t('lost.call.booked-text', { phone: FLOW.typed('phone') })}</p>
          <p className={style.readOut}>{FLOW.typed('callCode')}</p>
          <p>{t('lost.call.keep')}</p>
          <NoFees />
        </div>
      </When>
      <RecoveryCodeForm way="call-back" />
      <Out />
    </Step>
  );
}

/** The waiting time, or its end. Stands on the page of the next proof. */
export function Waiting(): ReactNode {
  return (
    <>
      <When is="wait">
        <div
          className={`${form.notice} ${style.news}`}
          role="status"
          tabIndex={-1}
          data-takes-focus
        >
          <h2>{t('lost.wait.title', { time: FLOW.typed('waitUntil') })}</h2>
          <p>{t('lost.wait.text', { hours: FLOW.typed('waitHours') })}</p>
          <p>{t('lost.wait.again')}</p>
          <NoFees />
        </div>
        <p className={style.out}>
          <a href="/sign-in/proof">{t('lost.wait.look')}</a>
          <a href="/pay">{t('lost.pay')}</a>
        </p>
      </When>
      <When is="open">
        <p className={style.lead}>{t('lost.open.text', { hours: FLOW.typed('quietHours') })}</p>
        <a className={`${button.primary} ${button.wide}`} href="/sign-in/new-password">
          {t('lost.open.go')}
        </a>
      </When>
    </>
  );
}

/** While we keep somebody out no late fee falls: said wherever they wait. */
function NoFees(): ReactNode {
  return (
    <When is="no-fees">
      <p>{t('lost.no-fees', { day: FLOW.typed('noFeesUntil') })}</p>
    </When>
  );
}

function RecoveryCodeForm({ way }: { readonly way: 'letter' | 'call-back' }): ReactNode {
  return (
    <form className={form.form} method="post" action="/sign-in/proof/recovery" noValidate>
      <input type="hidden" name="way" value={way} />
      <PlainField
        id="code"
        label={t(`lost.code.${way}`)}
        hint={t(`lost.code.${way}-hint`)}
        input={{ type: 'text', autoComplete: 'off', autoCapitalize: 'none', spellCheck: false }}
      />
      <button className={`${button.secondary} ${button.wide}`} type="submit">
        {t('lost.code.submit')}
      </button>
    </form>
  );
}

function Out(): ReactNode {
  return (
    <p className={style.out}>
      <a href="/sign-in/proof">{t('proof.other-way')}</a>
      <a href="/pay">{t('lost.pay')}</a>
      <a href="/sign-in">{t('proof.begin-again')}</a>
    </p>
  );
}
