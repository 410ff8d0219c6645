import { LOOK_REASONS, type LookReason } from '@roadbook/domain/person/look-reason';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { Choice } from '../../shared/form/choice.tsx';
import form from '../../shared/form/form.module.css';
import { PageHeading } from '../../shared/page/heading.tsx';
import button from '../../shared/style/button.module.css';
import { Ask, typed } from '../frame/act-form.tsx';
import { DeskNotice } from '../frame/notice.tsx';
import style from '../frame/parts.module.css';
import { ask } from '../wire/desk-client.ts';

/** Asked before anything of a customer is shown. The answer is in the access log for good. */
export function ReasonForm({
  personId,
  onGiven,
}: {
  personId: string;
  onGiven: () => void;
}): ReactNode {
  const [reason, setReason] = useState<LookReason>('customer-called');
  const give = useMutation({
    mutationFn: (note: string | null) =>
      ask('giveReason', { params: { personId }, body: { reason, note } }),
    onSuccess: onGiven,
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    give.mutate(typed(new FormData(event.currentTarget), 'note'));
  };
  return (
    <>
      <PageHeading>{t('desk.reason.title')}</PageHeading>
      <p className={style.lead}>{t('desk.reason.why')}</p>
      {give.isError ? <DeskNotice fault={give.error} /> : null}
      <form className={style.actForm} onSubmit={submit}>
        <fieldset className={form.choices}>
          <legend className="seen-by-readers">{t('desk.reason.title')}</legend>
          {LOOK_REASONS.map((each) => (
            <Choice
              key={each}
              id={`reason-${each}`}
              name="reason"
              checked={reason === each}
              onChoose={() => setReason(each)}
              label={t(`desk.reason.${each}`)}
            />
          ))}
        </fieldset>
        <Ask name="note" label={t('desk.reason.note')} isOptional={reason !== 'other'} />
        <button className={button.primary} type="submit" disabled={give.isPending}>
          {t('desk.reason.act')}
        </button>
      </form>
    </>
  );
}
