import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { vehicleName } from '../../shared/contract/vehicle-name.ts';
import { hasCopy, t } from '../../shared/copy/copy.ts';
import { formatDayShort } from '../../shared/format/date.ts';
import { PageHeading } from '../../shared/page/heading.tsx';
import { Skeleton } from '../../shared/state/loaded.tsx';
import { useProblemCopy } from '../../shared/state/problem-notice.tsx';
import { DeskLink, useIds } from '../frame/link.ts';
import { useMoment } from '../frame/moment.ts';
import { codeOf, DeskNotice } from '../frame/notice.tsx';
import style from '../frame/parts.module.css';
import { customerQuery } from '../queries.ts';
import type { Said } from '../wire/desk-client.ts';
import { ContactData } from './contact-data.tsx';
import { EndSessions } from './end-sessions.tsx';
import { ReasonForm } from './reason-form.tsx';

type Customer = Said<'getCustomer'>;

/** Everything about one customer on one page, after a reason. */
export function CustomerPage(): ReactNode {
  const { personId } = useIds();
  const customer = useQuery(customerQuery(personId));
  if (customer.data !== undefined) return <View customer={customer.data} />;
  if (!customer.isError) return <Skeleton lines={8} />;
  if (codeOf(customer.error) !== 'reason-needed') return <DeskNotice fault={customer.error} />;
  return <ReasonForm personId={personId} onGiven={() => void customer.refetch()} />;
}

function View({ customer }: { customer: Customer }): ReactNode {
  const queries = useQueryClient();
  const renew = (): void => {
    void queries.invalidateQueries({ queryKey: customerQuery(customer.personId).queryKey });
  };
  return (
    <>
      <PageHeading>{customer.name}</PageHeading>
      <p className={style.lead}>
        {t(customer.hasSignIn ? 'desk.customer.registered' : 'desk.customer.not-registered')}
        {customer.recovery === null ? null : ` ${recoveryWords(customer.recovery)}`}
      </p>
      <div className={style.columns}>
        <div>
          <Contracts customer={customer} />
          <CallBacks customer={customer} />
          <SignIns customer={customer} />
        </div>
        <div>
          <ContactData customer={customer} />
          <Sessions customer={customer} onEnded={renew} />
          <Problems customer={customer} />
        </div>
      </div>
    </>
  );
}

function recoveryWords({ isPrinted, expiresOn }: NonNullable<Customer['recovery']>): string {
  const key = isPrinted ? 'desk.customer.letter-sent' : 'desk.customer.letter-waits';
  return t(key, { day: formatDayShort(expiresOn) });
}

function Contracts({ customer }: { customer: Customer }): ReactNode {
  return (
    <section className={style.section}>
      <h2>{t('desk.customer.contracts')}</h2>
      <ul className={style.rows}>
        {customer.contracts.map((contract) => (
          <li key={contract.contractId}>
            <DeskLink
              data-row
              className={style.link}
              to="/customers/$personId/contracts/$contractId"
              params={{ personId: customer.personId, contractId: contract.contractId }}
            >
              <span className={style.row}>
                <b>{contract.contractNumber}</b>
                <span>{t(`desk.status.${contract.status}`)}</span>
              </span>
              <span className={style.aside}>
                {vehicleName(contract)} · {contract.vehicle.vin ?? t('desk.no-vin')} ·{' '}
                {contract.role}
              </span>
            </DeskLink>
            {contract.holds.map((hold) => (
              <p key={hold.kind} className={style.late}>
                {t('desk.hold.one', { hold: t(`desk.hold.${hold.kind}`) })}
              </p>
            ))}
            {contract.others.map((other) => (
              <p key={other.personId} className={style.aside}>
                {other.role}:{' '}
                <DeskLink to="/customers/$personId" params={{ personId: other.personId }}>
                  {other.name}
                </DeskLink>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function CallBacks({ customer }: { customer: Customer }): ReactNode {
  if (customer.callBacks.length === 0) return null;
  return (
    <section className={style.section}>
      <h2>{t('desk.customer.call-backs')}</h2>
      <ul className={style.rows}>
        {customer.callBacks.map((each) => (
          <li key={each.callBackId}>
            <span className={style.row}>
              <span>
                {t(`desk.about.${each.about}`)} · {each.contractNumber}
              </span>
              <span className="number">{each.reference}</span>
            </span>
            <span className={style.aside}>
              {each.answeredAt === null
                ? t('desk.customer.promised', { day: formatDayShort(each.promisedOn) })
                : t('desk.customer.answered')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SignIns({ customer }: { customer: Customer }): ReactNode {
  const moment = useMoment();
  return (
    <section className={style.section}>
      <h2>{t('desk.customer.sign-ins')}</h2>
      {customer.signInHistory.length === 0 ? <p>{t('desk.customer.no-sign-ins')}</p> : null}
      <ul className={style.rows}>
        {customer.signInHistory.map((each) => (
          <li key={`${each.what} ${each.lastAt} ${String(each.isOwn)}`} className={style.row}>
            <span>
              {t(`desk.door.${each.what}`)}
              {each.times > 1 ? ` ${t('desk.customer.times', { times: each.times })}` : ''}
            </span>
            <span className={style.aside}>{moment(each.lastAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sessions({ customer, onEnded }: { customer: Customer; onEnded: () => void }): ReactNode {
  const moment = useMoment();
  return (
    <section className={style.section}>
      <h2>{t('desk.customer.sessions')}</h2>
      {customer.sessions.length === 0 ? <p>{t('desk.customer.no-sessions')}</p> : null}
      <ul className={style.rows}>
        {customer.sessions.map((each) => (
          <li key={each.sessionId}>
            {each.device === '' ? t('desk.customer.unknown-device') : each.device}
            <br />
            <span className={style.aside}>
              {t('desk.customer.last-seen', { at: moment(each.lastSeenAt) })}
            </span>
          </li>
        ))}
      </ul>
      <EndSessions personId={customer.personId} onEnded={onEnded} />
    </section>
  );
}

function Problems({ customer }: { customer: Customer }): ReactNode {
  const moment = useMoment();
  useProblemCopy();
  if (customer.problems.length === 0) return null;
  return (
    <section className={style.section}>
      <h2>{t('desk.customer.problems')}</h2>
      <ul className={style.rows}>
        {customer.problems.map((each) => {
          const key = `problem.${each.code}.title`;
          return (
            <li key={each.reference}>
              <b className="number">{each.reference}</b> {hasCopy(key) ? t(key) : each.code}
              <br />
              <span className={style.aside}>{moment(each.at)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
