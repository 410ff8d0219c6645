import { type ReactNode, useRef, useState } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import { saveFile } from '../../../shared/file/save-file.ts';
import form from '../../../shared/form/form.module.css';
import button from '../../../shared/style/button.module.css';
import style from '../walk.module.css';
import { useWalk } from '../walk-context.ts';
import { usedPhotos } from './keeping.ts';
import { photosAsText, photosFromText } from './photo-text.ts';
import { FILE_BYTES_MAX, readWalkFile, writeWalkFile } from './walk-file.ts';

/** Where the walk is, and what its owner can do about it: keep, take away, bring back, forget. */
export function KeepChoice(): ReactNode {
  const { kept, setKept, forgetAll, setScale, walk } = useWalk();
  const [isForgotten, setForgotten] = useState(false);
  const forget = () => {
    forgetAll();
    setScale(null);
    setForgotten(true);
  };
  return (
    <details className={style.more}>
      <summary>{t('walk.keep.title')}</summary>
      <div>
        <p>{t(kept ? 'walk.keep.is-kept' : 'walk.keep.is-not-kept')}</p>
        <label className={form.choice} htmlFor="keep">
          <input
            id="keep"
            type="checkbox"
            checked={kept}
            onChange={({ target }) => setKept(target.checked)}
          />
          <span>{t('walk.keep.keep')}</span>
          <span className={form.choiceHint}>{t('walk.keep.keep-hint')}</span>
        </label>
        <div className={style.acts}>
          <SaveFile disabled={walk.bodyStyle === null} />
          <OpenFile />
          <button type="button" className={button.secondary} onClick={forget}>
            {t('walk.keep.forget')}
          </button>
        </div>
        <p role="status">{isForgotten ? t('walk.keep.forgotten') : ''}</p>
      </div>
    </details>
  );
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
  const { step, photos, say } = useWalk();
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
    photos.fill(photosFromText(read.photos));
    step({ do: 'take-on', walk: read.walk });
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
