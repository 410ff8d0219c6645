import { type FormEvent, type ReactNode, useState } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { Field } from '../../shared/form/field.tsx';
import { formatPhone } from '../../shared/format/phone.ts';
import button from '../../shared/style/button.module.css';
import { call } from '../../shared/wire/client.ts';
import security from '../security/security.module.css';
import { ChangeSection } from './change-section.tsx';
import style from './details-page.module.css';
import { type Change, type Profile, useChange } from './use-change.ts';

type Channel = 'mail' | 'text';
type SectionProps = { readonly profile: Profile; readonly channel: Channel };

/** The emails or the telephones: each can be removed or made the first, and one can be added. */
export function ContactsSection({ profile, channel }: SectionProps): ReactNode {
  const list = channel === 'mail' ? profile.emails : profile.phones;
  const change = useChange(t(`contacts.${channel}.saved`));
  const act = (id: 'removeContact' | 'makeContactMain', address: string) =>
    change.run(() => call(id, { body: { channel, address } }));
  return (
    <ChangeSection
      id={`contacts-${channel}`}
      title={t(`contacts.${channel}.title`)}
      text={t(`contacts.${channel}.text`)}
      change={change}
      isHeld={profile.isHeld}
      act={t(`contacts.${channel}.add`)}
      form={(close) => (
        <AddContact profile={profile} channel={channel} change={change} onDone={close} />
      )}
    >
      <ul className={style.rows}>
        {list.map(({ to, isMain }) => (
          <li key={to} className={style.row}>
            <span>
              <b className={style.address}>{shown(channel, to)}</b>
              {isMain && list.length > 1 ? (
                <span className={security.aside}>{t('contacts.main')}</span>
              ) : null}
            </span>
            {profile.isHeld ? null : (
              <span className={security.acts}>
                {isMain ? null : (
                  <button
                    type="button"
                    className={button.quiet}
                    onClick={() => act('makeContactMain', to)}
                  >
                    {t('contacts.make-main', { address: shown(channel, to) })}
                  </button>
                )}
                {channel === 'mail' && list.length === 1 ? null : (
                  <button
                    type="button"
                    className={button.quiet}
                    onClick={() => act('removeContact', to)}
                  >
                    {t('contacts.remove', { address: shown(channel, to) })}
                  </button>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
    </ChangeSection>
  );
}

function shown(channel: Channel, to: string): string {
  return channel === 'mail' ? to : formatPhone(to);
}

type AddProps = SectionProps & {
  readonly change: Change;
  readonly onDone: () => void;
};

/** The address first, and then the code that went to it: only then does it count. */
function AddContact({ profile, channel, change, onDone }: AddProps): ReactNode {
  const [address, setAddress] = useState('');
  const [code, setCode] = useState('');
  const [isSent, setSent] = useState(false);
  const needsCode = channel === 'mail' || profile.canText;
  const add = (): void =>
    change.run(
      () =>
        call('addContact', {
          body: { channel, address, code: needsCode ? code : null, isMain: false },
        }),
      onDone,
    );
  const send = (): void =>
    change.run(
      async () => {
        await call('sendContactCode', { body: { channel, address } });
        return profile;
      },
      () => setSent(true),
      true,
    );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (address.trim() === '') return;
    if (!needsCode || isSent) add();
    else send();
  };
  const rule = change.rules.address;
  return (
    <form className={security.question} onSubmit={submit} noValidate>
      <Field
        id={`new-${channel}`}
        label={t(`contacts.${channel}.label`)}
        hint={t(`contacts.${channel}.hint`)}
        error={rule === undefined ? undefined : t('address.rule', { rule })}
        input={{
          type: channel === 'mail' ? 'email' : 'tel',
          autoComplete: channel === 'mail' ? 'email' : 'tel',
          value: address,
          readOnly: isSent,
          onChange: (event) => setAddress(event.currentTarget.value),
        }}
      />
      {isSent ? (
        <Field
          id={`code-${channel}`}
          label={t('contacts.code')}
          hint={t('proof.code.hint')}
          short
          input={{
            inputMode: 'numeric',
            autoComplete: 'one-time-code',
            value: code,
            onChange: (event) => setCode(event.currentTarget.value),
          }}
        />
      ) : null}
      {change.panel !== null ? null : (
        <p className={security.acts}>
          <button type="submit" className={button.primary} disabled={change.isPending}>
            {t(needsCode && !isSent ? 'contacts.send-code' : 'contacts.confirm')}
          </button>
          <button type="button" className={button.quiet} onClick={onDone}>
            {t('profile.leave')}
          </button>
        </p>
      )}
    </form>
  );
}
