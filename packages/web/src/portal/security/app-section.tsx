import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { Field } from '../../shared/form/field.tsx';
import { formatDate } from '../../shared/format/date.ts';
import button from '../../shared/style/button.module.css';
import { call, type Response } from '../../shared/wire/client.ts';
import { Section, useRenew } from './section.tsx';
import style from './security.module.css';
import { useStepUp } from './use-step-up.tsx';

type Begun = Response<'beginAuthenticator'>;

/** The authenticator app: none, being set up, or there since a day. */
export function AppSection({ since }: { since: string | null }): ReactNode {
  const renew = useRenew();
  const { panel, guard } = useStepUp({ act: 'authenticator', about: '' });
  const [done, setDone] = useState<string | null>(null);
  const begin = useMutation({
    mutationFn: () => guard(() => call('beginAuthenticator', {})),
    onMutate: () => setDone(null),
  });
  const remove = useMutation({
    mutationFn: () => guard(() => call('removeAuthenticator', {})),
    onSuccess: async () => {
      setDone(t('app.removed'));
      await renew();
    },
  });
  const confirmed = async (): Promise<void> => {
    begin.reset();
    setDone(t('app.added'));
    await renew();
  };
  const text =
    since === null ? t('app.none') : t('app.since', { day: formatDate(since.slice(0, 10)) });
  return (
    <Section
      id="app-title"
      title={t('app.title')}
      text={text}
      fault={begin.error ?? remove.error}
      done={done}
    >
      {begin.data !== undefined && since === null ? (
        <SetUp begun={begin.data} onConfirmed={() => void confirmed()} />
      ) : null}
      {panel}
      {panel !== null || begin.data !== undefined ? null : (
        <button
          type="button"
          className={button.secondary}
          disabled={begin.isPending || remove.isPending}
          onClick={() => (since === null ? begin.mutate() : remove.mutate())}
        >
          {since === null ? t('app.add') : t('app.remove')}
        </button>
      )}
    </Section>
  );
}

/** The picture to scan, the secret to type instead, and the first code. */
function SetUp({ begun, onConfirmed }: { begun: Begun; onConfirmed: () => void }): ReactNode {
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: () => call('confirmAuthenticator', { body: { code: code.trim() } }),
    onSuccess: onConfirmed,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim().length >= 6) confirm.mutate();
  };
  const { size, path } = begun.picture;
  const isWrong = confirm.isError;
  return (
    <form className={style.question} onSubmit={submit} noValidate>
      <p>{t('app.scan')}</p>
      <svg className={style.picture} viewBox={`0 0 ${size} ${size}`} role="img">
        <title>{t('app.picture')}</title>
        <path d={path} />
      </svg>
      <p>
        {t('app.or-type')} <b className={style.secret}>{spaced(begun.secret)}</b>
      </p>
      <Field
        id="app-code"
        label={t('proof.app.label')}
        hint={t('proof.code.hint')}
        error={isWrong ? t('app.wrong') : undefined}
        short
        input={{
          inputMode: 'numeric',
          autoComplete: 'one-time-code',
          value: code,
          onChange: (event) => setCode(event.currentTarget.value),
        }}
      />
      <button type="submit" className={button.primary} disabled={confirm.isPending}>
        {t('app.confirm')}
      </button>
    </form>
  );
}

/** In groups of four, as people read a long word out. */
function spaced(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}
