import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { ErrorSummary } from '../../shared/form/error-summary.tsx';
import { Field } from '../../shared/form/field.tsx';
import button from '../../shared/style/button.module.css';
import { call } from '../../shared/wire/client.ts';
import { ProblemError } from '../../shared/wire/problem-error.ts';
import { Section, useRenew } from './section.tsx';
import style from './security.module.css';
import { useStepUp } from './use-step-up.tsx';

/** Another password; every other device is signed out by it. */
export function PasswordSection({ rule }: { rule: 'none' | 'alone' | 'with-second' }): ReactNode {
  const renew = useRenew();
  const { panel, guard } = useStepUp({ act: 'password', about: '' });
  const [isOpen, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  const [done, setDone] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const change = useMutation({
    mutationFn: () => guard(() => call('changePassword', { body: { password } })),
    onSuccess: async () => {
      setOpen(false);
      setPassword('');
      setDone(t('password.changed'));
      await renew();
    },
    onError: () => setAttempt(attempt + 2),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setDone(null);
    setAttempt(attempt + 1);
    if (password !== '') change.mutate();
  };
  const error = wordsOf(change.error);
  return (
    <Section
      id="password-title"
      title={t('password.title')}
      text={t(`password.${rule}`)}
      fault={error === null ? change.error : null}
      done={done}
    >
      {isOpen ? (
        <form className={style.question} onSubmit={submit} noValidate>
          {error === null ? null : (
            <ErrorSummary errors={{ 'new-password': error }} attempt={attempt} />
          )}
          <Field
            id="new-password"
            label={t('new-password.label')}
            hint={t('new-password.hint')}
            error={error ?? undefined}
            input={{
              type: 'password',
              autoComplete: 'new-password',
              value: password,
              onChange: (event) => setPassword(event.currentTarget.value),
            }}
          />
          {panel === null ? (
            <button type="submit" className={button.primary} disabled={change.isPending}>
              {t('password.save')}
            </button>
          ) : null}
        </form>
      ) : (
        <button type="button" className={button.secondary} onClick={() => setOpen(true)}>
          {t('password.change')}
        </button>
      )}
      {panel}
    </Section>
  );
}

/** Why a password was not taken, in one sentence for each reason. */
function wordsOf(fault: unknown): string | null {
  if (!(fault instanceof ProblemError) || fault.problem.code !== 'password-not-taken') return null;
  const { faults = '', least = '' } = fault.problem.facts;
  return faults
    .split(' ')
    .map((each) => t(`new-password.${each}`, { least }))
    .join('. ');
}
