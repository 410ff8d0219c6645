import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { hasCopy, t } from '../../shared/copy/copy.ts';
import { PageHeading } from '../../shared/page/heading.tsx';
import { Skeleton } from '../../shared/state/loaded.tsx';
import button from '../../shared/style/button.module.css';
import { Ask, Choose, typed } from '../frame/act-form.tsx';
import { useMoment } from '../frame/moment.ts';
import { DeskNotice } from '../frame/notice.tsx';
import style from '../frame/parts.module.css';
import { deskSessionQuery } from '../queries.ts';
import { ask, type Said } from '../wire/desk-client.ts';

type Row = Said<'listAccessLog'>['rows'][number];
type Filter = {
  readonly from?: string;
  readonly to?: string;
  readonly what?: string;
  readonly who?: string;
};

const WHATS = [
  'search',
  'reason-given',
  'customer',
  'contact-data',
  'contract',
  'transactions',
  'holds',
  'hold-placed',
  'hold-lifted',
  'sessions-ended',
  'call-back-booked',
  'recovery-started',
  'letter-printed',
  'done',
  'access-log-exported',
];

/** Who looked at whose data, when and why. */
export function AuditPage(): ReactNode {
  const [filter, setFilter] = useState<Filter>({});
  const { data: session } = useQuery(deskSessionQuery);
  const log = useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) =>
      ask('listAccessLog', { query: { ...filter, before: pageParam ?? undefined } }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ before }) => before,
  });
  const rows = log.data?.pages.flatMap((page) => page.rows) ?? [];
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const answers = new FormData(event.currentTarget);
    const given = { ...filter, ...picked(answers) };
    setFilter(withoutNulls(given));
  };
  return (
    <>
      <PageHeading>{t('desk.place.audit')}</PageHeading>
      <p className={style.lead}>{t('desk.audit.lead')}</p>
      <form className={style.line} onSubmit={submit}>
        <Ask name="from" label={t('desk.audit.from')} type="date" isOptional />
        <Ask name="to" label={t('desk.audit.to')} type="date" isOptional />
        <Choose name="what" label={t('desk.audit.what')} options={whatOptions()} />
        <button className={button.secondary} type="submit">
          {t('desk.audit.filter')}
        </button>
        {session?.permissions.includes('export-audit') === true ? (
          <a className={button.secondary} href={csvHref(filter)} download>
            {t('desk.audit.export')}
          </a>
        ) : null}
      </form>
      {filter.who === undefined ? null : (
        <p>
          {t('desk.audit.one-person')}{' '}
          <button
            type="button"
            className={button.quiet}
            onClick={() => setFilter(withoutNulls({ ...filter, who: null }))}
          >
            {t('desk.audit.everybody')}
          </button>
        </p>
      )}
      {log.isError ? <DeskNotice fault={log.error} /> : null}
      {log.isPending ? (
        <Skeleton lines={8} />
      ) : (
        <Rows rows={rows} onWho={(who) => setFilter({ ...filter, who })} />
      )}
      {log.hasNextPage ? (
        <button type="button" className={button.secondary} onClick={() => void log.fetchNextPage()}>
          {t('desk.audit.more')}
        </button>
      ) : null}
    </>
  );
}

function picked(answers: FormData) {
  const what = typed(answers, 'what');
  return {
    from: typed(answers, 'from'),
    to: typed(answers, 'to'),
    what: what === 'everything' ? null : what,
  };
}

function withoutNulls(filter: Readonly<Record<string, string | null | undefined>>): Filter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value != null)) as Filter;
}

function whatOptions() {
  return ['everything', ...WHATS].map((value) => ({ value, label: t(`desk.what.${value}`) }));
}

function csvHref(filter: Filter): string {
  const query = new URLSearchParams(filter as Record<string, string>).toString();
  return query === '' ? '/api/v1/desk/audit.csv' : `/api/v1/desk/audit.csv?${query}`;
}

function Rows({ rows, onWho }: { rows: readonly Row[]; onWho: (who: string) => void }): ReactNode {
  const moment = useMoment();
  if (rows.length === 0) return <p>{t('desk.audit.none')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls needs the keyboard.
    <section className={style.scroll} tabIndex={0} aria-label={t('desk.place.audit')}>
      <table className={style.table}>
        <thead>
          <tr>
            {['when', 'by', 'did', 'because', 'contract'].map((column) => (
              <th key={column} scope="col">
                {t(`desk.audit.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.accessId}>
              <td className="number">{moment(row.at)}</td>
              <td>
                <button
                  type="button"
                  data-row
                  className={button.quiet}
                  onClick={() => onWho(row.whoId)}
                >
                  {row.who}
                </button>
              </td>
              <td>{whatWords(row.what)}</td>
              <td>
                {[row.reason === null ? null : reasonOf(row.reason), row.note]
                  .filter((part) => part !== null)
                  .join(': ')}
              </td>
              <td className="number">{row.contractNumber ?? row.personId?.slice(-8) ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function whatWords(what: string): string {
  const [code = '', rest] = what.split(':');
  const key = `desk.what.${code}`;
  const words = hasCopy(key) ? t(key) : code;
  const hold = `desk.hold.${rest ?? ''}`;
  return rest !== undefined && hasCopy(hold) ? `${words}: ${t(hold)}` : words;
}

function reasonOf(reason: string): string {
  const key = `desk.reason.${reason}`;
  return hasCopy(key) ? t(key) : reason;
}
