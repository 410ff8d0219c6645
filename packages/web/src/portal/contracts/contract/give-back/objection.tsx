import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { t } from '../../../../shared/copy/copy.ts';
import form from '../../../../shared/form/form.module.css';
import { formatCents } from '../../../../shared/format/cents.ts';
import { ProblemNotice } from '../../../../shared/state/problem-notice.tsx';
import button from '../../../../shared/style/button.module.css';
import { call } from '../../../../shared/wire/client.ts';
import { contractKey, contractsQuery, giveBackQuery } from '../../../queries.ts';
import tell from '../odometer/tell-odometer.module.css';
import { type ChargedLine, leftOf } from './bill-words.ts';
import style from './give-back.module.css';

const MOST_CHARACTERS = 1_000;

type ObjectionProps = {
  readonly contractId: string;
  readonly line: ChargedLine;
  readonly name: string;
};

/** Objects to a line, folded until somebody wants to: first the words, then read again and sent. */
export function Objection({ contractId, line, name }: ObjectionProps): ReactNode {
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<'missing' | 'too-long' | null>(null);
  const [isChecking, setChecking] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const said = words.trim().replace(/\s+/g, ' ');
  const check = (event: FormEvent) => {
    event.preventDefault();
    const wrong = said === '' ? 'missing' : said.length > MOST_CHARACTERS ? 'too-long' : null;
    setProblem(wrong);
    setChecking(wrong === null);
    if (wrong !== null) area.current?.focus();
  };
  const id = `object-${line.lineId}`;
  const described = problem === null ? `${id}-hint` : `${id}-hint ${id}-error`;
  return (
    <details className={tell.details}>
      <summary>
        {t('give-back.object')}
        <span className="seen-by-readers">: {name}</span>
      </summary>
      {isChecking ? (
        <Confirm
          contractId={contractId}
          line={line}
          name={name}
          words={said}
          onChange={() => setChecking(false)}
        />
      ) : (
        <form className={form.form} onSubmit={check} noValidate>
          <div className={form.field}>
            <label className={form.label} htmlFor={id}>
              {t('give-back.object.words')}
            </label>
            <p className={form.hint} id={`${id}-hint`}>
              {t('give-back.object.hint')}
            </p>
            {problem === null ? null : (
              <p className={form.error} id={`${id}-error`}>
                {t(`give-back.object.${problem}`)}
              </p>
            )}
            <textarea
              ref={area}
              id={id}
              className={`${form.input} ${style.words}`}
              aria-describedby={described}
              aria-invalid={problem === null ? undefined : true}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
          </div>
          <div>
            <button className={button.secondary} type="submit">
              {t('give-back.object.check')}
            </button>
          </div>
        </form>
      )}
    </details>
  );
}

type ConfirmProps = ObjectionProps & {
  readonly words: string;
  readonly onChange: () => void;
};

function Confirm({ contractId, line, name, words, onChange }: ConfirmProps): ReactNode {
  const queries = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const { lineId } = line;
  const send = useMutation({
    mutationFn: () =>
      call('disputeBillLine', { params: { contractId, lineId }, body: { words }, key }),
    onSuccess: (told) => {
      queries.setQueryData(giveBackQuery(contractId).queryKey, told);
      void queries.invalidateQueries({ queryKey: contractKey(contractId) });
      void queries.invalidateQueries({ queryKey: contractsQuery.queryKey });
    },
  });
  return (
    <div ref={place} tabIndex={-1} className={style.confirm}>
      <p>{t('give-back.object.confirm', { name, amount: formatCents(leftOf(line).toString()) })}</p>
      <blockquote className={style.quoted}>{words}</blockquote>
      <div className={style.buttons}>
        <button
          type="button"
          className={button.primary}
          disabled={send.isPending}
          onClick={() => send.mutate()}
        >
          {t('give-back.object.send')}
        </button>
        <button type="button" className={button.secondary} onClick={onChange}>
          {t('give-back.object.change')}
        </button>
      </div>
      {send.isError ? <ProblemNotice fault={send.error} takesFocus /> : null}
    </div>
  );
}
