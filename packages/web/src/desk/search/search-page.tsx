import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useRef } from 'react';
import { vehicleName } from '../../shared/contract/vehicle-name.ts';
import { t } from '../../shared/copy/copy.ts';
import form from '../../shared/form/form.module.css';
import { PageHeading } from '../../shared/page/heading.tsx';
import button from '../../shared/style/button.module.css';
import { DeskLink } from '../frame/link.ts';
import { useMoment } from '../frame/moment.ts';
import { DeskNotice } from '../frame/notice.tsx';
import style from '../frame/parts.module.css';
import { PlaceAppointmentsPage } from '../places/place-appointments-page.tsx';
import { deskSessionQuery } from '../queries.ts';
import { ask, type Said } from '../wire/desk-client.ts';

type Found = Said<'searchCustomers'>;

/** The first page of the desk: one field that finds by everything a caller can say. */
export function SearchPage(): ReactNode {
  const { data } = useQuery(deskSessionQuery);
  const field = useRef<HTMLInputElement>(null);
  const search = useMutation({
    mutationFn: (text: string) => ask('searchCustomers', { body: { text } }),
  });
  if (data?.permissions.includes('own-appointments')) return <PlaceAppointmentsPage />;
  if (data?.permissions.includes('search') === false) return <NothingToSearch />;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const text = field.current?.value.trim() ?? '';
    if (text !== '') search.mutate(text);
  };
  return (
    <>
      <PageHeading>{t('desk.place.search')}</PageHeading>
      <search>
        <form className={style.line} onSubmit={submit}>
          <div className={form.field}>
            <label className={form.label} htmlFor="search">
              {t('desk.search.label')}
            </label>
            <p className={form.hint} id="search-hint">
              {t('desk.search.hint')}
            </p>
            <input
              ref={field}
              id="search"
              className={form.input}
              type="search"
              autoComplete="off"
              spellCheck={false}
              maxLength={120}
              aria-describedby="search-hint"
              // biome-ignore lint/a11y/noAutofocus: the page is this field.
              autoFocus
            />
          </div>
          <button className={button.primary} type="submit">
            {t('desk.search.act')}
          </button>
        </form>
      </search>
      {search.isError ? <DeskNotice fault={search.error} /> : null}
      {search.data === undefined ? null : <Results found={search.data} />}
    </>
  );
}

function NothingToSearch(): ReactNode {
  return (
    <>
      <PageHeading>{t('desk.name')}</PageHeading>
      <p className={style.lead}>{t('desk.search.not-yours')}</p>
    </>
  );
}

function Results({ found }: { found: Found }): ReactNode {
  const { customers, isCut, problem } = found;
  return (
    <>
      {problem === null ? null : <FoundProblem problem={problem} />}
      <p className={style.lead} role="status">
        {t(isCut ? 'desk.search.cut' : 'desk.search.count', { count: customers.length })}
      </p>
      <ul className={style.rows}>
        {customers.map((customer) => (
          <li key={customer.personId}>
            <DeskLink
              data-row
              className={style.link}
              to="/customers/$personId"
              params={{ personId: customer.personId }}
            >
              <span className={style.row}>
                <span>
                  <b>{customer.name}</b> <span className={style.aside}>{customer.place ?? ''}</span>
                </span>
                <span className={style.aside}>
                  {customer.foundBy.map((by) => t(`desk.found.${by}`)).join(', ')}
                </span>
              </span>
              {customer.contracts.map((contract) => (
                <span key={contract.contractId} className={`${style.row} ${style.aside}`}>
                  <span>
                    {contract.contractNumber} · {vehicleName(contract)} · {contract.role}
                  </span>
                  <span>{t(`desk.status.${contract.status}`)}</span>
                </span>
              ))}
            </DeskLink>
          </li>
        ))}
      </ul>
    </>
  );
}

function FoundProblem({ problem }: { problem: NonNullable<Found['problem']> }): ReactNode {
  const moment = useMoment();
  return (
    <section className={form.notice}>
      <h2>
        {problem.reference}: {problem.title}
      </h2>
      <p>{t('desk.search.problem', { code: problem.code, at: moment(problem.at) })}</p>
      {problem.personId === null ? <p>{t('desk.search.problem-nobody')}</p> : null}
    </section>
  );
}
