import type { ReactNode } from 'react';
import type { Brand } from '../../shared/brand/brand.ts';
import { t } from '../../shared/copy/copy.ts';
import form from '../../shared/form/form.module.css';
import button from '../../shared/style/button.module.css';
import { ContractNumberField, FactsFields, SsnField } from '../sign-in/steps/facts-fields.tsx';
import { FLOW, Step, When } from '../sign-in/steps/flow.tsx';
import { PlainField } from '../sign-in/steps/plain-field.tsx';
import style from '../sign-in/steps/steps.module.css';

type RegisterProps = { readonly brand: Brand };

const LATIN = { autoCapitalize: 'none', autoCorrect: 'off', spellCheck: false } as const;

/** Who somebody is, by what the contract says of them; whoever is signed in adds a contract. */
export function RegisterPage({ brand }: RegisterProps): ReactNode {
  const title = (
    <>
      <When is="opening">
        <span>{t('register.title')}</span>
      </When>
      <When is="adding">
        <span>{t('register.adding')}</span>
      </When>
    </>
  );
  const ssn = (
    <>
      <When is="ssn-last-four">
        <SsnField />
      </When>
      <When is="ssn-full">
        <SsnField isWhole />
      </When>
    </>
  );
  return (
    <Step brand={brand} title={title}>
      <When is="opening">
        <p className={style.lead}>{t('register.text')}</p>
      </When>
      <When is="adding">
        <p className={style.lead}>{t('register.adding-text')}</p>
      </When>
      <RegisterForm action="/register">
        <FactsFields ssn={ssn} />
      </RegisterForm>
      <When is="opening">
        <p className={style.out}>
          <a href="/register/letter">{t('register.by-letter')}</a>
          <a href="/register/on-file">{t('register.by-code')}</a>
          <a href="/sign-in">{t('register.sign-in')}</a>
        </p>
      </When>
      <When is="adding">
        <p className={style.out}>
          <a href="/contracts">{t('register.back')}</a>
        </p>
      </When>
    </Step>
  );
}

/** Who somebody is, by a code to what is on file. The answer is the same for everybody. */
export function OnFilePage({ brand }: RegisterProps): ReactNode {
  return (
    <Step brand={brand} title={t('register.on-file.title')}>
      <p className={style.lead}>{t('register.on-file.text')}</p>
      <RegisterForm action="/register/on-file">
        <PlainField
          id="name"
          label={t('register.name')}
          hint={t('register.name-hint')}
          input={{
            type: 'text',
            autoComplete: 'name',
            spellCheck: false,
            defaultValue: FLOW.typed('name'),
          }}
        />
        <ContractNumberField />
        <EmailField />
        <fieldset className={form.field}>
          <legend className={form.label}>{t('register.send-to')}</legend>
          <div className={form.choices}>
            {(['mail-code', 'text-code'] as const).map((way) => (
              <label key={way} className={form.choice}>
                <input type="radio" name="by" value={way} defaultChecked={way === 'mail-code'} />
                <span>{t(`register.${way}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      </RegisterForm>
      <OtherWays />
    </Step>
  );
}

/** Who somebody is, by the code of a letter. */
export function InvitationPage({ brand }: RegisterProps): ReactNode {
  return (
    <Step brand={brand} title={t('register.letter.title')}>
      <p className={style.lead}>{t('register.letter.text')}</p>
      <RegisterForm action="/register/letter">
        <PlainField
          id="code"
          label={t('register.letter.code')}
          hint={t('register.letter.hint')}
          input={{
            type: 'text',
            autoComplete: 'one-time-code',
            autoCapitalize: 'characters',
            autoCorrect: 'off',
            spellCheck: false,
            defaultValue: FLOW.typed('code'),
          }}
        />
      </RegisterForm>
      <OtherWays />
    </Step>
  );
}

/** Which email is to be used; a code goes there. */
export function EmailPage({ brand }: RegisterProps): ReactNode {
  return (
    <Step brand={brand} title={t('register.email.title')}>
      <p className={style.lead}>{t('register.email.text')}</p>
      <RegisterForm action="/register/email">
        <EmailField />
      </RegisterForm>
    </Step>
  );
}

function EmailField(): ReactNode {
  return (
    <PlainField
      id="email"
      label={t('register.email.label')}
      hint={t('register.email.hint')}
      input={{
        ...LATIN,
        type: 'email',
        autoComplete: 'email',
        defaultValue: FLOW.typed('email'),
      }}
    />
  );
}

type FormProps = { readonly action: string; readonly children: ReactNode };

function RegisterForm({ action, children }: FormProps): ReactNode {
  return (
    <form className={form.form} method="post" action={action} noValidate>
      {children}
      <button className={`${button.primary} ${button.wide}`} type="submit">
        {t('proof.continue')}
      </button>
    </form>
  );
}

/** The ways that are left, and back. */
function OtherWays(): ReactNode {
  return (
    <p className={style.out}>
      <a href="/register">{t('register.other-way')}</a>
      <a href="/sign-in">{t('register.sign-in')}</a>
    </p>
  );
}
