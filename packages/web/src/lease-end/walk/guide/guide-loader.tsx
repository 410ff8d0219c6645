import type { CsvDefect } from '@roadbook/domain/wear/csv/csv-row';
import { type ReactNode, useState } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import form from '../../../shared/form/form.module.css';
import style from '../walk.module.css';
import { useWalk } from '../walk-context.ts';
import loader from './guide-loader.module.css';
import { readOwnGuide } from './read-own-guide.ts';
import { CSV_BYTES_MAX } from './split-csv.ts';
import { ownGuideId } from './wear-data.ts';

type Refused = { readonly file: 'guide' | 'charges'; readonly defects: readonly CsvDefect[] };
const FILES = ['guide', 'charges'] as const;
/** A file that is wrong in many places is wrong in one way: the first few show it. */
const DEFECTS_SHOWN = 5;

/** Loads a lender's guide and its prices from two files; they stay on this page. */
export function GuideLoader(): ReactNode {
  const { step } = useWalk();
  const [texts, setTexts] = useState({ guide: '', charges: '' });
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [title, setTitle] = useState<string | null>(null);
  const take = async (name: 'guide' | 'charges', file: File | undefined) => {
    if (file === undefined) return;
    setTooLarge(file.size > CSV_BYTES_MAX ? file.name : null);
    if (file.size > CSV_BYTES_MAX) return;
    const next = { ...texts, [name]: await file.text() };
    setTexts(next);
    setRefused(null);
    setTitle(null);
    if (next.guide === '' || next.charges === '') return;
    const ownGuide = { guideCsv: next.guide, chargesCsv: next.charges };
    const read = readOwnGuide(ownGuide);
    if (read.outcome === 'refused') return setRefused(read);
    setTitle(read.data.guide.title);
    step({ do: 'own-guide', ownGuide, guideId: ownGuideId(read.data.guide) });
  };
  return (
    <div className={loader.loader}>
      <p className={style.quiet}>{t('walk.guide.own-text')}</p>
      {FILES.map((name) => (
        <div key={name} className={form.field}>
          <label className={form.label} htmlFor={`file-${name}`}>
            {t(`walk.guide.file-${name}`)}
          </label>
          <input
            id={`file-${name}`}
            className={loader.file}
            type="file"
            accept=".csv,text/csv"
            onChange={({ target }) => void take(name, target.files?.[0])}
          />
        </div>
      ))}
      <div role="status">{title === null ? null : t('walk.guide.loaded', { title })}</div>
      <div role="alert">
        {tooLarge === null ? null : <p>{t('walk.csv.file-too-large', { name: tooLarge })}</p>}
        {refused === null ? null : <Defects {...refused} />}
      </div>
    </div>
  );
}

/** What is wrong with a file: line, column, rule, and what would be taken. */
function Defects({ file, defects }: Refused): ReactNode {
  return (
    <div className={form.summary}>
      <h2>{t(`walk.csv.refused-${file}`, { count: defects.length })}</h2>
      <ol className={loader.defects}>
        {defects.slice(0, DEFECTS_SHOWN).map(({ lineNumber, column, rule, value, accepted }) => (
          <li key={`${String(lineNumber)} ${column} ${rule}`}>
            <strong>{t('walk.csv.place', { line: lineNumber, column })}</strong>{' '}
            {t(`walk.csv.${rule}`, { value: value === '' ? t('walk.csv.nothing') : value })}{' '}
            {accepted.length === 0 ? null : (
              <span>{t('walk.csv.accepted', { accepted: accepted.map(quoted).join(', ') })}</span>
            )}
          </li>
        ))}
      </ol>
      <p>{t('walk.csv.next')}</p>
    </div>
  );
}

function quoted(text: string): string {
  return text === '' ? t('walk.csv.nothing') : text;
}
