import { type ChangeEvent, type ReactNode, useState } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { saveFile } from '../../shared/file/save-file.ts';
import form from '../../shared/form/form.module.css';
import type { Report } from '../../shared/report/report.ts';
import { SavePdfButton } from '../../shared/report/save-pdf-button.tsx';
import button from '../../shared/style/button.module.css';
import { goTo, PLANNER_HOME } from '../address.ts';
import section from '../plan/section.module.css';
import { changePlan, planState } from '../plan-store.ts';
import style from './keep-section.module.css';
import { forgetEverything, isKeptHere, keepHere, keepNoLonger } from './kept-here.ts';
import { planAsText, planFromText } from './plan-file.ts';
import { planLink } from './plan-link.ts';

/** Larger than any plan: a file of this size is something else. */
const FILE_BYTES_MAX = 200_000;

/** Keeping the plan: on paper, as a file, as a link, in this browser; and forgetting all of it. */
export function KeepSection({ report }: { readonly report: () => Promise<Report> }): ReactNode {
  const [said, setSaid] = useState('');
  const [link, setLink] = useState<string | null>(null);
  const [isKept, setKept] = useState(() => isKeptHere(localStorage));
  const toggle = () => {
    if (isKept) keepNoLonger(localStorage);
    else keepHere(localStorage);
    setKept(!isKept);
    setSaid(t(isKept ? 'keep.no-longer' : 'keep.kept'));
  };
  const copyLink = async () => {
    const address = planLink(location.origin, planState());
    setLink(address);
    await navigator.clipboard?.writeText(address).then(
      () => setSaid(t('keep.link-copied')),
      () => setSaid(t('keep.link-shown')),
    );
  };
  const forget = async () => {
    await forgetEverything();
    goTo(PLANNER_HOME);
  };
  return (
    <section className={`${section.section} not-printed`} aria-labelledby="keep">
      <h2 id="keep">{t('keep.title')}</h2>
      <div>
        <p>{t('keep.lead')}</p>
        <div className={style.acts}>
          <button type="button" className={button.secondary} onClick={printAll}>
            {t('keep.print')}
          </button>
          <SavePdfButton report={report} fileName="lease-end.pdf" />
          <button
            type="button"
            className={button.secondary}
            onClick={() => saveFile('lease-end.json', 'application/json', planAsText(planState()))}
          >
            {t('keep.file')}
          </button>
          <button type="button" className={button.secondary} onClick={() => void copyLink()}>
            {t('keep.link')}
          </button>
        </div>
        {link === null ? null : (
          <label className={style.link}>
            {t('keep.link-label')}
            <input className={form.input} type="text" readOnly value={link} />
          </label>
        )}
        <OpenFile onSaid={setSaid} />
        <label className={style.here}>
          <input type="checkbox" checked={isKept} onChange={toggle} />
          <span>{t('keep.here')}</span>
        </label>
        <p role="status" className={style.said}>
          {said}
        </p>
        <p>{t('keep.forget-what')}</p>
        <div className={style.acts}>
          <button type="button" className={button.secondary} onClick={() => void forget()}>
            {t('keep.forget')}
          </button>
        </div>
      </div>
    </section>
  );
}

/** On paper nothing can be unfolded, so everything is unfolded first. */
function printAll(): void {
  for (const each of document.querySelectorAll<HTMLDetailsElement>('#planner details')) {
    each.open = true;
  }
  print();
}

function OpenFile({ onSaid }: { onSaid: (sentence: string) => void }): ReactNode {
  const [wrong, setWrong] = useState<string | null>(null);
  const open = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (file === undefined) return;
    const text = file.size > FILE_BYTES_MAX ? '' : await file.text();
    const read = planFromText(text);
    setWrong(read.outcome === 'read' ? null : t('keep.file-odd', { field: read.field }));
    if (read.outcome === 'read') {
      changePlan(read.state);
      onSaid(t('keep.opened'));
    }
  };
  return (
    <div className={`${form.field} ${style.opening}`}>
      <label htmlFor="open-plan">{t('keep.open')}</label>
      {wrong === null ? null : (
        <p id="open-plan-wrong" className={form.error} role="alert">
          {wrong}
        </p>
      )}
      <input
        id="open-plan"
        className={style.file}
        type="file"
        accept="application/json,.json"
        aria-invalid={wrong === null ? undefined : true}
        aria-describedby={wrong === null ? undefined : 'open-plan-wrong'}
        onChange={(event) => void open(event)}
      />
    </div>
  );
}
