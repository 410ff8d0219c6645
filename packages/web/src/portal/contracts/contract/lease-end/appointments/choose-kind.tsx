import { type FormEvent, type ReactNode, useState } from 'react';
import { t } from '../../../../../shared/copy/copy.ts';
import { Choice } from '../../../../../shared/form/choice.tsx';
import form from '../../../../../shared/form/form.module.css';
import { formatDate } from '../../../../../shared/format/date.ts';
import { PageHeading } from '../../../../../shared/page/heading.tsx';
import button from '../../../../../shared/style/button.module.css';
import { isAhead, isOpen, type Kind, purposeOf, type Told } from './appointment-words.ts';

type KindProps = { readonly told: Told; readonly onChoose: (kind: Kind) => void };

/** What somebody wants to come for: only what can be booked today is offered. */
export function ChooseKind({ told, onChoose }: KindProps): ReactNode {
  const taken = told.appointments.filter(isAhead).map(({ kind }) => purposeOf(kind));
  const open = told.days.filter((days) => isOpen(days) && !taken.includes(purposeOf(days.kind)));
  const [kind, setKind] = useState<Kind | null>(open[0]?.kind ?? null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (kind !== null) onChoose(kind);
  };
  return (
    <form className={form.form} onSubmit={submit}>
      <PageHeading>{t('appointment.what')}</PageHeading>
      <fieldset className={form.choices}>
        <legend className="seen-by-readers">{t('appointment.what')}</legend>
        {open.map(({ kind: each, from, to }) => (
          <Choice
            key={each}
            id={`kind-${each}`}
            name="kind"
            checked={kind === each}
            onChoose={() => setKind(each)}
            label={t(`appointment.choose.${each}`)}
            hint={t('appointment.days', { from: formatDate(from), to: formatDate(to) })}
          />
        ))}
      </fieldset>
      <div>
        <button className={button.primary} type="submit">
          {t('appointment.next')}
        </button>
      </div>
    </form>
  );
}
