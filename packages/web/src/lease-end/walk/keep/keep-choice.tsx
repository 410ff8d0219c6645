import { type ReactNode, useRef, useState } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import { saveFile } from '../../../shared/file/save-file.ts';
import form from '../../../shared/form/form.module.css';
import button from '../../../shared/style/button.module.css';
import { formatMoment } from '../moment.ts';
import style from '../walk.module.css';
import { useWalk } from '../walk-context.ts';
import keep from './keep.module.css';
import { photosAsText, photosFromText } from './photo-text.ts';
import { usedPhotos } from './used-photos.ts';
import { FILE_BYTES_MAX, readWalkFile, writeWalkFile } from './walk-file.ts';

/** Where the walk is, and what its owner can do about it: keep nothing, take away, bring back. */
export function KeepChoice(): ReactNode {
  const room = useWalk();
  const [said, say] = useState('');
  const isUnwanted = room.keep.is === 'unwanted';
  const change = (wish: boolean) => {
    void room.keeper.keepNothing(wish);
    if (wish) room.forgetBeside();
    say(wish ? t('walk.keep.nothing-said') : '');
  };
  const forget = () => {
    room.forgetAll();
    say(t('walk.keep.forgotten'));
  };
  return (
    <section className={keep.keep} aria-labelledby="keep-title">
      <h2 id="keep-title">{t('walk.keep.title')}</h2>
      <p>{whereWords(room.keep)}</p>
      <label className={form.choice} htmlFor="keep-nothing">
        <input
          id="keep-nothing"
          type="checkbox"
          role="switch"
          aria-checked={isUnwanted}
          checked={isUnwanted}
          onChange={({ target }) => change(target.checked)}
        />
        <span>{t('walk.keep.nothing')}</span>
        <span className={form.choiceHint}>{t('walk.keep.nothing-hint')}</span>
      </label>
      <details className={style.more}>
        <summary>{t('walk.keep.more')}</summary>
        <div>
          <div className={style.acts}>
            <SaveFile disabled={room.walk.bodyStyle === null} />
            <OpenFile />
            <button type="button" className={button.secondary} onClick={forget}>
              {t('walk.keep.forget')}
            </button>
          </div>
        </div>
      </details>
      <p role="status">{said}</p>
    </section>
  );
}

function whereWords(state: ReturnType<typeof useWalk>['keep']): string {
  if ('at' in state) return t('walk.keep.is-kept', { moment: formatMoment(state.at) });
  return t(state.is === 'nothing-yet' ? 'walk.keep.will-be-kept' : 'walk.keep.is-not-kept');
}

function SaveFile({ disabled }: { disabled: boolean }): ReactNode {
  const { walk, photos } = useWalk();
  const save = async () => {
    const used = new Map(usedPhotos(walk, photos));
    const text = writeWalkFile({ walk, photos: await photosAsText(used) });
    saveFile(t('walk.keep.file-name', { day: walk.takenOn }), 'application/json', text);
  };
  return (
    <button
      type="button"
      className={button.secondary}
      disabled={disabled}
      onClick={() => void save()}
    >
      {t('walk.keep.save')}
    </button>
  );
}

function OpenFile(): ReactNode {
  const { takeOn, say } = useWalk();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const read =
      file.size > FILE_BYTES_MAX
        ? ({ outcome: 'refused', rule: 'file-too-large', place: '' } as const)
        : readWalkFile(await file.text());
    if (input.current !== null) input.current.value = '';
    if (read.outcome === 'refused') {
      return setProblem(t(`walk.file.${read.rule}`, { place: read.place }));
    }
    takeOn(read.walk, photosFromText(read.photos));
    setProblem(null);
    say(t('walk.keep.opened'));
  };
  return (
    <>
      <label className={`${button.secondary} ${style.file}`}>
        {t('walk.keep.open')}
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          onChange={({ target }) => void take(target.files?.[0])}
        />
      </label>
      <p role="alert" className={form.error} hidden={problem === null}>
        {problem}
      </p>
    </>
  );
}
