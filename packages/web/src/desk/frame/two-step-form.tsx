import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { t } from '../../shared/copy/copy.ts';
import form from '../../shared/form/form.module.css';
import button from '../../shared/style/button.module.css';
import { atField, FieldFaultContext, type FieldOfCode } from './field-fault.tsx';
import { DeskNotice } from './notice.tsx';
import style from './parts.module.css';

type TwoStepProps = {
  /** What the act is called; it opens the form. */
  readonly name: string;
  /** The verb on the last button. */
  readonly act: string;
  readonly children: ReactNode;
  /** What the act will do, in a sentence; throws a FieldFault where an answer is wrong. */
  readonly preview: (answers: FormData) => string;
  /** Does it, once for a key; what it returns is said afterwards. */
  readonly onSubmit: (answers: FormData, key: string) => Promise<string>;
  /** The fields that refusals are about. */
  readonly fieldOf?: FieldOfCode;
};

type Asked = { readonly answers: FormData; readonly sentence: string; readonly key: string };

/** An act that moves money or binds the lender: it says what it will do before it does it. */
export function TwoStepForm(props: TwoStepProps): ReactNode {
  const { name, act, children, preview, onSubmit, fieldOf = {} } = props;
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const [said, setSaid] = useState('');
  const [fields, setFields] = useState<readonly string[]>([]);
  const own = atField(fault, fieldOf, fields);
  const show = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const answers = new FormData(event.currentTarget);
    setFields([...answers.keys()]);
    setSaid('');
    try {
      setAsked({ answers, sentence: preview(answers), key: crypto.randomUUID() });
      setFault(null);
    } catch (found) {
      setFault(found);
    }
  };
  const confirm = async ({ answers, key }: Asked): Promise<void> => {
    setBusy(true);
    await onSubmit(answers, key).then(
      (words) => {
        setSaid(words);
        setFault(null);
        setAsked(null);
      },
      (found: unknown) => {
        setFault(found);
        // The words beside a field are of no use while the question hides it.
        if (atField(found, fieldOf, [...answers.keys()]) !== null) setAsked(null);
      },
    );
    setBusy(false);
  };
  return (
    <details className={style.act}>
      <summary>{name}</summary>
      {fault === null || own !== null ? null : <DeskNotice fault={fault} />}
      <FieldFaultContext value={own}>
        <form className={style.actForm} onSubmit={show} hidden={asked !== null}>
          {children}
          <button className={button.secondary} type="submit">
            {t('desk.look-first')}
          </button>
        </form>
      </FieldFaultContext>
      {asked === null ? null : (
        <Question
          sentence={asked.sentence}
          act={act}
          isBusy={isBusy}
          onConfirm={() => void confirm(asked)}
          onChange={() => setAsked(null)}
        />
      )}
      <p role="status" className={said === '' ? undefined : form.notice}>
        {said}
      </p>
    </details>
  );
}

type QuestionProps = {
  readonly sentence: string;
  readonly act: string;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onChange: () => void;
};

function Question({ sentence, act, isBusy, onConfirm, onChange }: QuestionProps): ReactNode {
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => words.current?.focus(), []);
  return (
    <div className={style.actForm}>
      <p ref={words} tabIndex={-1}>
        <b>{sentence}</b>
      </p>
      <span className={style.acts}>
        <button type="button" className={button.primary} disabled={isBusy} onClick={onConfirm}>
          {act}
        </button>
        <button type="button" className={button.quiet} disabled={isBusy} onClick={onChange}>
          {t('desk.change')}
        </button>
      </span>
    </div>
  );
}
