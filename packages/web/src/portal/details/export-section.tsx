import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import button from '../../shared/style/button.module.css';
import { call } from '../../shared/wire/client.ts';
import { Section } from '../security/section.tsx';
import security from '../security/security.module.css';
import { useStepUp } from '../security/use-step-up.tsx';

/** Everything that is held of somebody, to keep and to read, after a fresh proof. */
export function ExportSection({ isHeld }: { isHeld: boolean }): ReactNode {
  const { panel, guard } = useStepUp({ act: 'export', about: '' });
  const ready = useMutation({ mutationFn: () => guard(() => call('exportProfile', {})) });
  return (
    <Section
      id="export-title"
      title={t('export.title')}
      text={t('export.text')}
      fault={ready.error}
      done={ready.isSuccess ? t('export.ready') : null}
    >
      {ready.isSuccess ? (
        <p className={security.acts}>
          <a href="/api/v1/profile/export.html" target="_blank" rel="noreferrer">
            {t('export.read')}
          </a>
          <a href="/api/v1/profile/export" download="everything-about-me.json">
            {t('export.json')}
          </a>
        </p>
      ) : panel === null ? (
        <button
          type="button"
          className={button.secondary}
          disabled={ready.isPending || isHeld}
          onClick={() => ready.mutate()}
        >
          {t('export.ask')}
        </button>
      ) : null}
      {panel}
    </Section>
  );
}
