import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { ActForm, Ask, typed } from '../frame/act-form.tsx';
import { deskSessionQuery } from '../queries.ts';
import { ask } from '../wire/desk-client.ts';

export function EndSessions({
  personId,
  onEnded,
}: {
  personId: string;
  onEnded: () => void;
}): ReactNode {
  const { data } = useQuery(deskSessionQuery);
  if (data?.permissions.includes('end-sessions') !== true) return null;
  const end = async (answers: FormData): Promise<string> => {
    const body = { note: typed(answers, 'note') ?? '' };
    const { ended } = await ask('endCustomerSessions', { params: { personId }, body });
    onEnded();
    return t('desk.customer.ended', { count: ended });
  };
  return (
    <ActForm name={t('desk.customer.end')} act={t('desk.customer.end-act')} onSubmit={end}>
      <Ask name="note" label={t('desk.why')} />
    </ActForm>
  );
}
