import type { ReactNode } from 'react';
import { hasCopy, t } from '../../shared/copy/copy.ts';
import { formatMoment } from '../../shared/format/moment.ts';
import security from '../security/security.module.css';
import style from './details-page.module.css';
import type { Profile } from './use-change.ts';

type Change = Profile['history'][number];

/** What was changed and when, the newest first. */
export function HistorySection({ profile }: { profile: Profile }): ReactNode {
  const { history, timeZone } = profile;
  return (
    <section className={security.section} aria-labelledby="history-title">
      <h2 id="history-title">{t('changes.title')}</h2>
      {history.length === 0 ? <p className={security.text}>{t('changes.none')}</p> : null}
      <ul className={style.rows}>
        {history.map((change) => (
          <li key={change.changeId} className={style.row}>
            <span>
              <b>{formatMoment(change.at, timeZone)}</b>
              {change.fields.map((each) => (
                <span key={each.field} className={style.changed}>
                  {wordsOf(each)}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function wordsOf({ field, before, after }: Change['fields'][number]): string {
  const what = nameOf(field);
  const none = t('changes.nothing');
  return t('changes.from-to', {
    what,
    before: before === '' ? none : before,
    after: after === '' ? none : after,
  });
}

function nameOf(field: string): string {
  const [kind = '', topic = '', channel = ''] = field.split(':');
  if (kind === 'garaging') return t('changes.garaging', { number: topic });
  if (kind === 'notice') {
    const how = t(`notices.by.${channel}`);
    return t('changes.notice', { topic: t(`notices.topic.${topic}`), how });
  }
  const key = `changes.field.${field}`;
  return hasCopy(key) ? t(key) : field;
}
