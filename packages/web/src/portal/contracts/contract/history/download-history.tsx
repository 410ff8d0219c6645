import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { t } from '../../../../shared/copy/copy.ts';
import { ProblemNotice } from '../../../../shared/state/problem-notice.tsx';
import button from '../../../../shared/style/button.module.css';
import { transactionsCsv } from './csv.ts';
import { fetchWholeHistory } from './history-query.ts';

/** Saves the whole history, also what the page has not shown yet. */
export function DownloadHistory({ contractId }: { contractId: string }): ReactNode {
  const download = useMutation({
    mutationFn: async () => transactionsCsv(await fetchWholeHistory(contractId)),
    onSuccess: saveCsv,
  });
  return (
    <div className="not-printed">
      <button
        type="button"
        className={button.quiet}
        disabled={download.isPending}
        onClick={() => download.mutate()}
      >
        {t('history.csv')}
      </button>
      {download.isError ? <ProblemNotice fault={download.error} /> : null}
    </div>
  );
}

function saveCsv(csv: string): void {
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = t('history.csv-name');
  link.click();
  URL.revokeObjectURL(url);
}
