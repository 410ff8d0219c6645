import '../../shared/copy/contract-copy.ts';
import '../../shared/copy/step-up-copy.ts';
import '../../shared/copy/account-copy.ts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useBrand } from '../../shared/brand/brand-context.ts';
import { FactList } from '../../shared/contract/fact-list.tsx';
import { t } from '../../shared/copy/copy.ts';
import form from '../../shared/form/form.module.css';
import { formatMoment } from '../../shared/format/moment.ts';
import { PageHeading } from '../../shared/page/heading.tsx';
import { Loaded } from '../../shared/state/loaded.tsx';
import { profileQuery } from '../queries.ts';
import { GaragingSections, MailingSection } from './addresses-section.tsx';
import { ContactsSection } from './contacts-section.tsx';
import style from './details-page.module.css';
import { ExportSection } from './export-section.tsx';
import { HistorySection } from './history-section.tsx';
import { NoticesSection } from './notices-section.tsx';
import { TalkSection } from './talk-section.tsx';
import type { Profile } from './use-change.ts';

/** What we have on file about whoever is signed in, and what they can change of it. */
export function DetailsPage(): ReactNode {
  const profile = useQuery(profileQuery);
  return (
    <div className={style.page}>
      <PageHeading>{t('details.title')}</PageHeading>
      <Loaded query={profile} lines={12}>
        {(known) => (
          <>
            <Held profile={known} />
            <FactList
              facts={[
                { name: t('details.name'), value: known.name },
                { name: t('details.user-name'), value: known.userName },
              ]}
            />
            <ToCorrect />
            <MailingSection profile={known} />
            <GaragingSections profile={known} />
            <ContactsSection profile={known} channel="mail" />
            <ContactsSection profile={known} channel="text" />
            <TalkSection profile={known} />
            <NoticesSection profile={known} />
            <ExportSection isHeld={known.isHeld} />
            <HistorySection profile={known} />
          </>
        )}
      </Loaded>
    </div>
  );
}

/** Why nothing can be changed just now, and that paying is not touched by it. */
function Held({ profile }: { profile: Profile }): ReactNode {
  if (!profile.isHeld) return null;
  const { heldUntil, timeZone } = profile;
  return (
    <div className={form.notice} role="status">
      <h2>{t('profile.held-title')}</h2>
      <p>
        {heldUntil === null
          ? t('profile.held-call')
          : t('profile.held-until', { moment: formatMoment(heldUntil, timeZone) })}
      </p>
    </div>
  );
}

function ToCorrect(): ReactNode {
  const brand = useBrand();
  return (
    <p className={style.aside}>
      {t('details.correct-name')} <a href={brand.phoneHref}>{brand.phone}</a>, {brand.hours}.
    </p>
  );
}
