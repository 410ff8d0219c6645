import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { saveFile } from '../../shared/file/save-file.ts';
import button from '../../shared/style/button.module.css';
import { call } from '../../shared/wire/client.ts';
import { Section, useRenew } from './section.tsx';
import style from './security.module.css';
import { useStepUp } from './use-step-up.tsx';

/** Ten codes for the day when the phone is gone; shown once. */
export function RecoveryCodesSection({ left }: { left: number }): ReactNode {
  const renew = useRenew();
  const { panel, guard } = useStepUp({ act: 'authenticator', about: 'recovery codes' });
  const make = useMutation({
    mutationFn: () => guard(() => call('makeRecoveryCodes', {})),
    onSuccess: () => renew(),
  });
  const codes = make.data?.codes;
  return (
    <Section
      id="recovery-codes"
      title={t('recovery-codes.title')}
      text={left === 0 ? t('recovery-codes.none') : t('recovery-codes.left', { left })}
      fault={make.error}
    >
      {codes === undefined ? null : (
        <div className={style.codes}>
          <p role="status">{t('recovery-codes.once')}</p>
          <ol className="number">
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ol>
          <div className={style.acts}>
            <button
              type="button"
              className={button.secondary}
              onClick={() => saveFile('recovery-codes.txt', 'text/plain', `${codes.join('\n')}\n`)}
            >
              {t('recovery-codes.save')}
            </button>
            <button type="button" className={button.quiet} onClick={() => print()}>
              {t('recovery-codes.print')}
            </button>
          </div>
        </div>
      )}
      {panel ?? (
        <button
          type="button"
          className={button.secondary}
          disabled={make.isPending}
          onClick={() => make.mutate()}
        >
          {left === 0 ? t('recovery-codes.make') : t('recovery-codes.make-again')}
        </button>
      )}
    </Section>
  );
}
