import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { readWalkFile } from '../../../../../lease-end/walk/keep/walk-file.ts';
import { CURRENT, fetchWalk } from '../../../../../lease-end/walk/keep/walk-store.ts';
import { isBegun, type Walk } from '../../../../../lease-end/walk/walk.ts';
import { useWalk } from '../../../../../lease-end/walk/walk-context.ts';
import { countFound } from '../../../../../lease-end/walk/walk-words.ts';
import { t } from '../../../../../shared/copy/copy.ts';
import { formatDay } from '../../../../../shared/format/date.ts';
import button from '../../../../../shared/style/button.module.css';
import { AreYouSure } from './are-you-sure.tsx';
import style from './own-walk.module.css';

/** A walk that this device kept before anybody signed in: it may become this lease's. */
export function BringAlong({ blank }: { blank: () => Walk }): ReactNode {
  const room = useWalk();
  const [isAsked, ask] = useState(false);
  const { data: kept = null } = useQuery({
    queryKey: ['walk-on-device'],
    queryFn: keptWalk,
    staleTime: 0,
  });
  if (kept === null || !isBegun(kept.walk) || isSame(kept.walk, room.walk)) return null;
  const bring = () => {
    const { lender, guideId, ownGuide, waiver, carName, vin } = blank();
    const own = { lender, guideId, ownGuide, waiver };
    const car = vin === null ? {} : { carName, vin };
    room.takeOn({ ...kept.walk, ...own, ...car }, kept.photos);
    room.say(t('walk.own.brought'));
    ask(false);
  };
  return (
    <section className={style.saved} aria-labelledby="bring-walk">
      <h2 id="bring-walk">{t('walk.own.bring-title')}</h2>
      <p>
        {t('walk.own.bring-text', {
          day: formatDay(kept.walk.takenOn),
          found: countFound(kept.walk.findings.length),
        })}
      </p>
      {isAsked ? (
        <AreYouSure
          text={t('walk.own.replace-open', { count: room.walk.findings.length })}
          yes={t('walk.own.bring-yes')}
          no={t('walk.own.replace-no')}
          onYes={bring}
          onNo={() => ask(false)}
        />
      ) : (
        <p>
          <button
            type="button"
            className={button.secondary}
            onClick={() => (isBegun(room.walk) ? ask(true) : bring())}
          >
            {t('walk.own.bring')}
          </button>
        </p>
      )}
    </section>
  );
}

async function keptWalk() {
  const stored = await fetchWalk(CURRENT).catch(() => null);
  if (stored === null) return null;
  const read = readWalkFile(stored.text, [...stored.photos.keys()]);
  return read.outcome === 'read' ? { walk: read.walk, photos: stored.photos } : null;
}

/** Whether the walk was brought along before: it began at the same moment. */
function isSame(one: Walk, other: Walk): boolean {
  return one.startedAt !== null && one.startedAt === other.startedAt;
}
