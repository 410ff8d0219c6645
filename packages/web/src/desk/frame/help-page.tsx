import type { ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { PageHeading } from '../../shared/page/heading.tsx';
import style from './parts.module.css';

const KEYS = [
  { key: '/', name: 'search' },
  { key: 'j', name: 'next' },
  { key: 'k', name: 'previous' },
  { key: 'Enter', name: 'open' },
  { key: '?', name: 'help' },
] as const;

/** The keys of the desk. */
export function HelpPage(): ReactNode {
  return (
    <>
      <PageHeading>{t('desk.place.help')}</PageHeading>
      <dl className={style.facts}>
        {KEYS.map(({ key, name }) => (
          <div key={key}>
            <dt>
              <kbd className={style.key}>{key}</kbd>
            </dt>
            <dd>{t(`desk.key.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
