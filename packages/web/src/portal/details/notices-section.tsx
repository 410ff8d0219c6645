import type { ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { call } from '../../shared/wire/client.ts';
import { Section } from '../security/section.tsx';
import style from './details-page.module.css';
import { type Profile, useChange } from './use-change.ts';

/** What to be told of, and how: a box for each topic and way. */
export function NoticesSection({ profile }: { profile: Profile }): ReactNode {
  const change = useChange(t('notices.saved'));
  const hasPhone = profile.phones.length > 0 && profile.canText;
  return (
    <Section
      id="notices-title"
      title={t('notices.title')}
      text={t(hasPhone ? 'notices.text' : 'notices.text-mail-only')}
      fault={change.fault}
      done={change.done}
    >
      {change.panel}
      <ul className={style.rows}>
        {profile.notices.map(({ topic, ...wants }) => (
          <li key={topic} className={style.row}>
            <fieldset className={style.topic}>
              <legend>{t(`notices.topic.${topic}`)}</legend>
              {(['mail', 'text'] as const)
                .filter((channel) => channel === 'mail' || hasPhone)
                .map((channel) => (
                  <label key={channel} className={style.box}>
                    <input
                      type="checkbox"
                      checked={wants[channel]}
                      disabled={profile.isHeld || change.isPending}
                      onChange={({ currentTarget: { checked: wanted } }) =>
                        change.run(() => call('chooseNotice', { body: { topic, channel, wanted } }))
                      }
                    />
                    <span>{t(`notices.by.${channel}`)}</span>
                  </label>
                ))}
            </fieldset>
          </li>
        ))}
      </ul>
    </Section>
  );
}
