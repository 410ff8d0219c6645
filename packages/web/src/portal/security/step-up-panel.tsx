import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { Field } from '../../shared/form/field.tsx';
import form from '../../shared/form/form.module.css';
import { Loaded } from '../../shared/state/loaded.tsx';
import { ProblemNotice } from '../../shared/state/problem-notice.tsx';
import button from '../../shared/style/button.module.css';
import { call, type Response } from '../../shared/wire/client.ts';
import { answerPasskey, knowsPasskeys } from '../../shared/wire/passkey.ts';
import { stepUpQuery } from '../queries.ts';
import style from './security.module.css';

export type SignedAct = {
  readonly act:
    | 'bank-account'
    | 'password'
    | 'passkey'
    | 'authenticator'
    | 'contact-data'
    | 'export';
  /** What it is about, as it is signed: an amount, an account, a name. */
  readonly about: string;
};
type State = Response<'getStepUp'>;
type Way = State['ways'][number];

type PanelProps = {
  readonly act: SignedAct;
  readonly onDone: () => void;
  readonly onLeave: () => void;
};

/** Asks for a fresh proof, one question at a time, in the place of the change that waits for it. */
export function StepUpPanel({ act, onDone, onLeave }: PanelProps): ReactNode {
  const state = useQuery({ ...stepUpQuery, staleTime: 0 });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={style.panel} aria-labelledby="step-up-title">
      <h2 id="step-up-title" ref={heading} tabIndex={-1}>
        {t('step-up.title')}
      </h2>
      <p>{t('step-up.why')}</p>
      <Loaded query={state} lines={3}>
        {(known) => <Questions state={known} act={act} onDone={onDone} />}
      </Loaded>
      <button type="button" className={button.quiet} onClick={onLeave}>
        {t('step-up.leave')}
      </button>
    </section>
  );
}

type QuestionsProps = {
  readonly state: State;
  readonly act: SignedAct;
  readonly onDone: () => void;
};

function Questions({ state, act, onDone }: QuestionsProps): ReactNode {
  const queries = useQueryClient();
  const [way, setWay] = useState<Way | null>(null);
  const took = (next: State): void => {
    queries.setQueryData(stepUpQuery.queryKey, next);
    if (next.isEnough) onDone();
  };
  const hasPasskey = state.ways.includes('passkey') && knowsPasskeys();
  const passkey = useMutation({
    mutationFn: async () => {
      const credential = await answerPasskey(await call('askStepUpPasskey', { body: act }));
      return call('stepUpByPasskey', { body: { credential, act } });
    },
    onSuccess: took,
  });
  const codes = state.ways.filter((each) => each !== 'passkey');
  return (
    <>
      {passkey.isError ? <ProblemNotice fault={passkey.error} takesFocus /> : null}
      {hasPasskey ? (
        <button
          type="button"
          className={button.primary}
          disabled={passkey.isPending}
          onClick={() => passkey.mutate()}
        >
          {t('step-up.passkey')}
        </button>
      ) : null}
      {state.needsPassword ? <PasswordQuestion onTook={took} /> : null}
      {!state.needsPassword && way === null ? (
        <Ways state={state} ways={codes} onChoose={setWay} />
      ) : null}
      {!state.needsPassword && way !== null ? (
        <CodeQuestion state={state} way={way} onTook={took} onOther={() => setWay(null)} />
      ) : null}
      {state.ways.length === 0 && !state.needsPassword ? <p>{t('step-up.no-way')}</p> : null}
    </>
  );
}

function PasswordQuestion({ onTook }: { onTook: (state: State) => void }): ReactNode {
  const [password, setPassword] = useState('');
  const send = useMutation({
    mutationFn: () => call('stepUpByPassword', { body: { password } }),
    onSuccess: onTook,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password !== '') send.mutate();
  };
  return (
    <form className={style.question} onSubmit={submit} noValidate>
      {send.isError ? <ProblemNotice fault={send.error} takesFocus /> : null}
      <Field
        id="step-up-password"
        label={t('sign-in.password')}
        input={{
          type: 'password',
          autoComplete: 'current-password',
          value: password,
          onChange: (event) => setPassword(event.currentTarget.value),
        }}
      />
      <button type="submit" className={button.primary} disabled={send.isPending}>
        {t('proof.continue')}
      </button>
    </form>
  );
}

type WaysProps = {
  readonly state: State;
  readonly ways: readonly Way[];
  readonly onChoose: (way: Way) => void;
};

function Ways({ state, ways, onChoose }: WaysProps): ReactNode {
  const ask = useMutation({
    mutationFn: async (way: Way) => {
      if (way === 'mail-code' || way === 'text-code')
        await call('sendStepUpCode', { body: { way } });
      return way;
    },
    onSuccess: onChoose,
  });
  return (
    <>
      {ask.isError ? <ProblemNotice fault={ask.error} takesFocus /> : null}
      <ul className={style.ways}>
        {ways.map((way) => (
          <li key={way}>
            <button
              type="button"
              className={`${button.secondary} ${button.wide}`}
              disabled={ask.isPending}
              onClick={() => ask.mutate(way)}
            >
              {t(`proof.way.${way}`)} {addressOf(state, way)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function addressOf(state: State, way: Way): string {
  if (way === 'mail-code') return state.mail ?? '';
  return way === 'text-code' ? (state.phone ?? '') : '';
}

type CodeProps = {
  readonly state: State;
  readonly way: Way;
  readonly onTook: (state: State) => void;
  readonly onOther: () => void;
};

function CodeQuestion({ state, way, onTook, onOther }: CodeProps): ReactNode {
  const [code, setCode] = useState('');
  const send = useMutation({
    mutationFn: () =>
      call('stepUpByCode', { body: { way: way === 'passkey' ? 'app' : way, code: code.trim() } }),
    onSuccess: onTook,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== '') send.mutate();
  };
  const sentTo = addressOf(state, way);
  return (
    <form className={style.question} onSubmit={submit} noValidate>
      {send.isError ? <ProblemNotice fault={send.error} takesFocus /> : null}
      {sentTo === '' ? null : (
        <p role="status">
          {t('proof.code.sent-to')} <b>{sentTo}</b>. {t('proof.code.counts')}
        </p>
      )}
      <Field
        id="step-up-code"
        label={t(way === 'recovery-code' ? 'proof.recovery-code.label' : 'proof.code.label')}
        hint={t(way === 'recovery-code' ? 'proof.recovery-code.hint' : 'proof.code.hint')}
        short
        input={{
          inputMode: way === 'recovery-code' ? 'text' : 'numeric',
          autoComplete: 'one-time-code',
          value: code,
          onChange: (event) => setCode(event.currentTarget.value),
        }}
      />
      <div className={form.choices}>
        <button type="submit" className={button.primary} disabled={send.isPending}>
          {t('proof.continue')}
        </button>
        <button type="button" className={button.quiet} onClick={onOther}>
          {t('proof.other-way')}
        </button>
      </div>
    </form>
  );
}
