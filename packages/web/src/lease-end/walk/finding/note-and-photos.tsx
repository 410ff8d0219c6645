import { type ReactNode, useRef, useState } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import form from '../../../shared/form/form.module.css';
import button from '../../../shared/style/button.module.css';
import photo from '../photo/photo.module.css';
import { PhotoCanvas } from '../photo/photo-canvas.tsx';
import { takePhoto } from '../photo/take-photo.ts';
import page from '../walk.module.css';
import { useWalk } from '../walk-context.ts';
import style from './finding.module.css';
import type { FindingForm } from './finding-form.ts';
import type { QuestionProps } from './question-props.ts';

/** More pictures of one damage say nothing more. */
const PHOTOS_MAX = 8;

/** A note to oneself, and photos: proof of how the car looked on this day. */
export function NoteAndPhotos({ answers, problems, onChange }: QuestionProps): ReactNode {
  return (
    <>
      <div className={form.field}>
        <label className={form.label} htmlFor="note">
          {t('walk.note.label')}
        </label>
        {problems.note === undefined ? null : (
          <p className={form.error} id="note-error">
            {t('walk.problem.note-too-long')}
          </p>
        )}
        <textarea
          id="note"
          className={`${form.input} ${style.textarea}`}
          rows={2}
          value={answers.note}
          aria-describedby={problems.note === undefined ? undefined : 'note-error'}
          onChange={({ target }) => onChange({ note: target.value })}
        />
      </div>
      <Photos photoIds={answers.photoIds} onChange={onChange} />
    </>
  );
}

type PhotosProps = {
  readonly photoIds: readonly string[];
  readonly onChange: (changed: Partial<FindingForm>) => void;
};

function Photos({ photoIds, onChange }: PhotosProps): ReactNode {
  const { photos, step } = useWalk();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    setBusy(true);
    const taken = await takePhoto(file);
    setBusy(false);
    if (input.current !== null) input.current.value = '';
    if ('problem' in taken) {
      const megabytes = Math.round(file.size / 1_000_000);
      return setProblem(t(`walk.photo.${taken.problem}`, { name: file.name, megabytes }));
    }
    setProblem(null);
    const photoId = photos.add(taken.jpeg);
    step({ do: 'photo', photoId, at: new Date().toISOString() });
    onChange({ photoIds: [...photoIds, photoId] });
  };
  return (
    <fieldset className={form.field}>
      <legend className={form.label}>{t('walk.photo.label')}</legend>
      <p className={form.hint}>{t('walk.photo.hint')}</p>
      <p role="alert" className={form.error} hidden={problem === null}>
        {problem}
      </p>
      {photoIds.length === 0 ? null : (
        <ul className={photo.list}>
          {photoIds.map((id, index) => {
            const jpeg = photos.get(id);
            const number = index + 1;
            return (
              <li key={id} className={photo.item}>
                <div className={photo.frame}>
                  {jpeg === undefined ? null : (
                    <PhotoCanvas jpeg={jpeg} label={t('walk.photo.number', { number })} />
                  )}
                </div>
                <button
                  type="button"
                  className={button.quiet}
                  onClick={() => onChange({ photoIds: photoIds.filter((each) => each !== id) })}
                >
                  {t('walk.photo.remove', { number })}
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {photoIds.length >= PHOTOS_MAX ? null : (
        <div className={page.acts}>
          <label className={`${button.secondary} ${page.file}`}>
            {t(isBusy ? 'walk.photo.busy' : 'walk.photo.add')}
            <input
              ref={input}
              type="file"
              accept="image/*"
              capture="environment"
              onChange={({ target }) => void take(target.files?.[0])}
            />
          </label>
          <label className={`${button.quiet} ${page.file}`}>
            {t('walk.photo.choose')}
            <input
              type="file"
              accept="image/*"
              onChange={({ target }) => void take(target.files?.[0])}
            />
          </label>
        </div>
      )}
    </fieldset>
  );
}
