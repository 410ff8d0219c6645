import '../../shared/copy/security-copy.ts';
import '../../shared/copy/step-up-copy.ts';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { PageHeading } from '../../shared/page/heading.tsx';
import { Loaded } from '../../shared/state/loaded.tsx';
import type { Response } from '../../shared/wire/client.ts';
import { signalPasskeys } from '../../shared/wire/passkey.ts';
import { securityQuery, sessionQuery } from '../queries.ts';
import { AppSection } from './app-section.tsx';
import { PasskeysSection } from './passkeys-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { RecoveryCodesSection } from './recovery-codes-section.tsx';
import style from './security.module.css';
import { SessionsSection } from './sessions-section.tsx';

/** How one signs in, and where one is signed in. */
export function SecurityPage(): ReactNode {
  const security = useQuery(securityQuery);
  useSignals(security.data);
  return (
    <div className={style.page}>
      <PageHeading>{t('security.title')}</PageHeading>
      <Loaded query={security} lines={12}>
        {(known) => (
          <>
            <PasskeysSection passkeys={known.passkeys} />
            <PasswordSection rule={known.password} />
            <AppSection since={known.appSince} />
            <RecoveryCodesSection left={known.recoveryCodes} />
            <SessionsSection sessions={known.sessions} />
          </>
        )}
      </Loaded>
    </div>
  );
}

/** Keeps the browser's list of passkeys true. */
function useSignals(security: Response<'getSecurity'> | undefined): void {
  const session = useQuery(sessionQuery);
  const { userName: name, firstName } = session.data ?? {};
  useEffect(() => {
    if (security === undefined || security.passkeyUser === null || name === undefined) return;
    const ids = security.passkeys.map(({ passkeyId }) => passkeyId);
    signalPasskeys(security.passkeyUser, ids, { name, displayName: firstName ?? name });
  }, [security, name, firstName]);
}
