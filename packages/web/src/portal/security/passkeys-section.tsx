import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { formatDate } from '../../shared/format/date.ts';
import button from '../../shared/style/button.module.css';
import { call, type Response } from '../../shared/wire/client.ts';
import { isBareAddress, knowsPasskeys, makePasskey } from '../../shared/wire/passkey.ts';
import rows from '../contracts/contract/row-list.module.css';
import { Section, useRenew } from './section.tsx';
import style from './security.module.css';
import { useStepUp } from './use-step-up.tsx';

type Passkey = Response<'getSecurity'>['passkeys'][number];

/** The passkeys that one has, and another one for this device or the next. */
export function PasskeysSection({ passkeys }: { passkeys: readonly Passkey[] }): ReactNode {
  const renew = useRenew();
  const { panel, guard } = useStepUp({ act: 'passkey', about: '' });
  const [done, setDone] = useState<string | null>(null);
  const add = useMutation({
    mutationFn: async () => {
      const options = await guard(() => call('beginPasskey', {}));
      const credential = await makePasskey(options);
      return call('addPasskey', { body: { credential } });
    },
    onSuccess: async ({ name }) => {
      setDone(t('passkeys.added', { name }));
      await renew();
    },
  });
  const remove = useMutation({
    mutationFn: (passkeyId: string) =>
      guard(() => call('removePasskey', { params: { passkeyId } })),
    onSuccess: async () => {
      setDone(t('passkeys.removed'));
      await renew();
    },
  });
  const fault = isGivenUp(add.error) ? null : (add.error ?? remove.error);
  return (
    <Section
      id="passkeys"
      title={t('passkeys.title')}
      text={t('passkeys.text')}
      fault={fault}
      done={done}
    >
      {passkeys.length === 0 ? (
        <p>{t('passkeys.none')}</p>
      ) : (
        <ul className={rows.rows}>
          {passkeys.map((passkey) => (
            <PasskeyRow
              key={passkey.passkeyId}
              passkey={passkey}
              isBusy={remove.isPending}
              onRemove={() => remove.mutate(passkey.passkeyId)}
            />
          ))}
        </ul>
      )}
      {panel}
      {panel === null && knowsPasskeys() ? (
        <button
          type="button"
          className={button.secondary}
          disabled={add.isPending}
          onClick={() => add.mutate()}
        >
          {t('passkeys.add')}
        </button>
      ) : null}
      {isBareAddress() ? <p className={rows.note}>{t('passkeys.bare-address')}</p> : null}
    </Section>
  );
}

/** The person closed the browser's own window: nothing went wrong. */
function isGivenUp(fault: unknown): boolean {
  return (
    fault instanceof Error && (fault.name === 'NotAllowedError' || fault.name === 'AbortError')
  );
}

type RowProps = {
  readonly passkey: Passkey;
  readonly isBusy: boolean;
  readonly onRemove: () => void;
};

function PasskeyRow({ passkey, isBusy, onRemove }: RowProps): ReactNode {
  const { name, addedAt, lastUsedAt } = passkey;
  const day = (at: string): string => formatDate(at.slice(0, 10));
  return (
    <li className={rows.row}>
      <span>
        {name}
        <span className={style.aside}>
          {t('passkeys.since', { day: day(addedAt) })}{' '}
          {lastUsedAt === null
            ? t('passkeys.never-used')
            : t('passkeys.last-used', { day: day(lastUsedAt) })}
        </span>
      </span>
      <button type="button" className={button.quiet} disabled={isBusy} onClick={onRemove}>
        {t('security.remove')}
        <span className="seen-by-readers"> {name}</span>
      </button>
    </li>
  );
}
