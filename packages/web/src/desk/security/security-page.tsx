import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { PageHeading } from '../../shared/page/heading.tsx';
import { Skeleton } from '../../shared/state/loaded.tsx';
import button from '../../shared/style/button.module.css';
import { canUsePasskeys, makePasskey } from '../door/passkey.ts';
import { ActForm, Ask, typed } from '../frame/act-form.tsx';
import { useMoment } from '../frame/moment.ts';
import { DeskNotice } from '../frame/notice.tsx';
import style from '../frame/parts.module.css';
import { deskSessionQuery, securityQuery } from '../queries.ts';
import { ask, type Said } from '../wire/desk-client.ts';

type Security = Said<'getOwnSecurity'>;

/** One's own ways in: passkeys, authenticator, and where one is signed in. */
export function SecurityPage(): ReactNode {
  const security = useQuery(securityQuery);
  const { data } = useQuery(deskSessionQuery);
  return (
    <>
      <PageHeading>{t('desk.place.security')}</PageHeading>
      <p className={style.lead}>
        {data === undefined ? '' : `${data.email} · ${t(`desk.role.${data.role}`)}`}
      </p>
      {security.isError ? <DeskNotice fault={security.error} /> : null}
      {security.data === undefined ? (
        <Skeleton lines={6} />
      ) : (
        <div className={style.columns}>
          {data?.byProvider === true ? (
            <p>{t('desk.security.by-provider')}</p>
          ) : (
            <Proofs security={security.data} />
          )}
          <Sessions security={security.data} />
        </div>
      )}
    </>
  );
}

function Proofs({ security }: { security: Security }): ReactNode {
  const queries = useQueryClient();
  const moment = useMoment();
  const keep = (next: Security): void => {
    queries.setQueryData(securityQuery.queryKey, next);
  };
  const remove = useMutation({
    mutationFn: (proofId: string) => ask('removeOwnProof', { params: { proofId } }),
    onSuccess: keep,
  });
  const add = async (answers: FormData): Promise<string> => {
    const credential = await makePasskey(await ask('ownPasskeyOptions', {}));
    if (credential === null) return t('desk.security.not-made');
    const body = { name: typed(answers, 'name') ?? '', credential };
    keep(await ask('addOwnPasskey', { body }));
    return t('desk.security.added');
  };
  return (
    <section className={style.section}>
      <h2>{t('desk.security.proofs')}</h2>
      {remove.isError ? <DeskNotice fault={remove.error} /> : null}
      <ul className={style.rows}>
        {security.proofs.map((proof) => (
          <li key={proof.proofId} className={style.row}>
            <span>
              <b>{proof.name}</b> {t(`desk.security.${proof.kind}`)}
              <br />
              <span className={style.aside}>
                {proof.lastUsedAt === null
                  ? t('desk.security.made', { at: moment(proof.madeAt) })
                  : t('desk.security.used', { at: moment(proof.lastUsedAt) })}
              </span>
            </span>
            <button
              type="button"
              className={button.quiet}
              onClick={() => remove.mutate(proof.proofId)}
            >
              {t('desk.security.remove', { name: proof.name })}
            </button>
          </li>
        ))}
      </ul>
      {canUsePasskeys() ? (
        <ActForm name={t('desk.security.add')} act={t('desk.security.add')} onSubmit={add}>
          <Ask name="name" label={t('desk.security.name')} hint={t('desk.security.name-hint')} />
        </ActForm>
      ) : null}
    </section>
  );
}

function Sessions({ security }: { security: Security }): ReactNode {
  const queries = useQueryClient();
  const moment = useMoment();
  const end = useMutation({
    mutationFn: (sessionId: string) => ask('endOwnSession', { params: { sessionId } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: securityQuery.queryKey }),
  });
  return (
    <section className={style.section}>
      <h2>{t('desk.security.sessions')}</h2>
      {end.isError ? <DeskNotice fault={end.error} /> : null}
      <ul className={style.rows}>
        {security.sessions.map((session) => (
          <li key={session.sessionId} className={style.row}>
            <span>
              {session.device}
              <br />
              <span className={style.aside}>
                {t('desk.customer.last-seen', { at: moment(session.lastSeenAt) })}
              </span>
            </span>
            {session.isThisOne ? (
              <span className={style.tag}>{t('desk.security.this')}</span>
            ) : (
              <button
                type="button"
                className={button.quiet}
                onClick={() => end.mutate(session.sessionId)}
              >
                {t('desk.security.end')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
