import type { ReactNode } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import button from '../../../shared/style/button.module.css';
import style from '../walk.module.css';
import { useWalk } from '../walk-context.ts';
import notice from './keep.module.css';

/** What keeps the walk from being kept, on every screen, with the way out; else nothing. */
export function KeepNotice(): ReactNode {
  const { keep, keeper, startOver } = useWalk();
  switch (keep.is) {
    case 'photos-left':
      return <Notice text={t('walk.keep.photos-left', { count: keep.count })} />;
    case 'cannot':
      return <Notice text={t('walk.keep.cannot')} />;
    case 'changed-elsewhere':
      return (
        <Notice text={t('walk.keep.changed-elsewhere')}>
          <Act words="walk.keep.take-other" onPress={() => void keeper.takeOther()} />
          <Act words="walk.keep.keep-this" onPress={() => void keeper.keepThis()} />
        </Notice>
      );
    case 'forgotten-elsewhere':
      return (
        <Notice text={t('walk.keep.forgotten-elsewhere')}>
          <Act words="walk.keep.keep-again" onPress={() => void keeper.keepThis()} />
          <Act words="walk.keep.forget-too" onPress={startOver} />
        </Notice>
      );
    case 'unreadable':
      return (
        <Notice text={t('walk.keep.unreadable')}>
          <Act words="walk.keep.start-over" onPress={startOver} />
        </Notice>
      );
    default:
      return null;
  }
}

function Notice({ text, children }: { text: string; children?: ReactNode }): ReactNode {
  return (
    <div className={`${notice.notice} not-printed`} role="alert">
      <p>{text}</p>
      {children === undefined ? null : <div className={style.acts}>{children}</div>}
    </div>
  );
}

function Act({ words, onPress }: { words: string; onPress: () => void }): ReactNode {
  return (
    <button type="button" className={button.secondary} onClick={onPress}>
      {t(words)}
    </button>
  );
}
