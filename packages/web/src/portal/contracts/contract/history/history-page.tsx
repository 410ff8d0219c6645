import '../../../../shared/copy/history-copy.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { t } from '../../../../shared/copy/copy.ts';
import { Skeleton } from '../../../../shared/state/loaded.tsx';
import { ProblemNotice } from '../../../../shared/state/problem-notice.tsx';
import button from '../../../../shared/style/button.module.css';
import style from './history-page.module.css';
import { historyQuery } from './history-query.ts';
import { TransactionRow } from './transaction-row.tsx';

/** The whole life of a contract, newest first, each payment with what it did. */
export function HistoryPage(): ReactNode {
  const { contractId } = useParams({ from: '/contracts/$contractId' });
  const history = useInfiniteQuery(historyQuery(contractId));
  const entries = history.data?.pages.flatMap(({ transactions }) => transactions) ?? [];
  return (
    <section aria-labelledby="history">
      <div className={style.head}>
        <h2 id="history">{t('history.title')}</h2>
        {entries.length === 0 ? null : (
          <a
            className={`${button.quiet} not-printed`}
            href={`/api/v1/contracts/${contractId}/history.csv`}
            download
          >
            {t('history.csv')}
          </a>
        )}
      </div>
      {history.isPending ? <Skeleton lines={10} /> : null}
      {history.isError ? (
        <ProblemNotice fault={history.error} onRetry={() => void history.refetch()} />
      ) : null}
      {history.isSuccess && entries.length === 0 ? <p>{t('history.empty')}</p> : null}
      <ol className={style.list}>
        {entries.map((entry) => (
          <TransactionRow key={entry.entryId} entry={entry} contractId={contractId} />
        ))}
      </ol>
      {history.hasNextPage ? (
        <button
          type="button"
          className={button.secondary}
          disabled={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t('history.older')}
        </button>
      ) : null}
    </section>
  );
}
