import { LOOK_REASONS, type LookReason } from '@roadbook/domain/person/look-reason';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { formatDate } from '../../shared/format/date.ts';
import { ActForm, Ask, Choose, typed } from '../frame/act-form.tsx';
import style from '../frame/parts.module.css';
import { deskSessionQuery } from '../queries.ts';
import { ask, type Said } from '../wire/desk-client.ts';

type Customer = Said<'getCustomer'>;
type Shown = Said<'showContactData'>;

/** Contact data masked; shown in clear for a reason of its own, and only on this page. */
export function ContactData({ customer }: { customer: Customer }): ReactNode {
  const [shown, setShown] = useState<Shown | null>(null);
  const { data } = useQuery(deskSessionQuery);
  const { masked, personId } = customer;
  const none = t('desk.contact.none');
  const facts: [string, string][] =
    shown === null
      ? [
          ['email', masked.email ?? none],
          ['phone', masked.phone ?? none],
          ['address', masked.address ?? none],
        ]
      : [
          ['email', shown.email ?? none],
          ['phone', shown.phone ?? none],
          ['address', shown.address.join(', ') || none],
          ['language', t(`desk.language.${shown.language}`)],
          ['birth', shown.dateOfBirth === null ? none : formatDate(shown.dateOfBirth)],
        ];
  const show = async (answers: FormData): Promise<string> => {
    const reason = String(answers.get('reason')) as LookReason;
    const body = { reason, note: typed(answers, 'note') };
    setShown(await ask('showContactData', { params: { personId }, body }));
    return t('desk.contact.shown');
  };
  return (
    <section className={style.section}>
      <h2>{t('desk.contact.title')}</h2>
      <dl className={style.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`desk.contact.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {(shown?.garaging ?? []).map((each) => (
        <p key={each.contractNumber}>
          {t('desk.contact.garaging', {
            number: each.contractNumber,
            address: each.address,
            day: formatDate(each.from),
          })}
        </p>
      ))}
      {(shown?.callBacks ?? []).map((each) => (
        <p key={each.reference}>
          {t('desk.contact.call', { reference: each.reference, phone: each.phone })}
          {each.note === null ? null : ` “${each.note}”`}
        </p>
      ))}
      {data?.permissions.includes('show-contact-data') === true && shown === null ? (
        <ActForm name={t('desk.contact.show')} act={t('desk.contact.show')} onSubmit={show}>
          <Choose
            name="reason"
            label={t('desk.reason.title')}
            options={LOOK_REASONS.map((value) => ({ value, label: t(`desk.reason.${value}`) }))}
          />
          <Ask name="note" label={t('desk.reason.note')} isOptional />
        </ActForm>
      ) : null}
    </section>
  );
}
