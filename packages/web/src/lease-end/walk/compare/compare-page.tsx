import { compareWalks, savingOf } from '@roadbook/domain/wear/walk/compare-walks';
import type { Finding } from '@roadbook/domain/wear/walk/condition-report';
import { type FormEvent, type ReactNode, useCallback, useEffect, useState } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import { Field } from '../../../shared/form/field.tsx';
import form from '../../../shared/form/form.module.css';
import { formatCents } from '../../../shared/format/cents.ts';
import { formatDate } from '../../../shared/format/date.ts';
import button from '../../../shared/style/button.module.css';
import { PlannerHeading } from '../../planner-heading.tsx';
import { estimateWith } from '../estimate/estimate-walk.ts';
import { findingName } from '../estimate/finding-title.ts';
import { chosenData } from '../guide/wear-data.ts';
import { usedPhotos } from '../keep/used-photos.ts';
import { readWalkFile, writeWalkFile } from '../keep/walk-file.ts';
import { fetchWalk, type KeptWalk, listWalks, removeWalk, storeWalk } from '../keep/walk-store.ts';
import page from '../walk.module.css';
import { reportOf, type Walk } from '../walk.ts';
import { useWalk } from '../walk-context.ts';
import { WalkLink } from '../walk-link.tsx';
import style from './compare.module.css';

const NAME_MAX = 60;

/** Two walks beside each other: before and after a repair. The one in hand is the later. */
export function ComparePage(): ReactNode {
  const { walk } = useWalk();
  const [saved, setSaved] = useState<readonly KeptWalk[]>([]);
  const [before, setBefore] = useState<{ name: string; walk: Walk } | null>(null);
  const [said, say] = useState('');
  const renew = useCallback(() => {
    listWalks().then(setSaved, () => say(t('walk.compare.cannot-keep')));
  }, []);
  useEffect(renew, [renew]);
  const remove = async (name: string) => {
    await removeWalk(name);
    if (before?.name === name) setBefore(null);
    say(t('walk.compare.removed', { name }));
    renew();
  };
  const choose = (kept: KeptWalk) => {
    void readKept(kept).then((read) => {
      if (read === null) return say(t('walk.compare.unreadable', { name: kept.name }));
      setBefore({ name: kept.name, walk: read });
      say('');
    });
  };
  return (
    <div className={page.page}>
      <WalkLink to={{ name: 'estimate' }} className={page.back}>
        {t('walk.estimate.title')}
      </WalkLink>
      <PlannerHeading title={t('walk.compare.title')} />
      <p>{t('walk.compare.text')}</p>
      <SaveAs disabled={walk.bodyStyle === null} onSaved={renew} say={say} />
      <p role="status" className={page.quiet}>
        {said}
      </p>
      <section className={page.section} aria-labelledby="saved">
        <h2 id="saved">{t('walk.compare.saved')}</h2>
        {saved.length === 0 ? <p className={page.quiet}>{t('walk.compare.none')}</p> : null}
        <ul>
          {saved.map((kept) => (
            <li key={kept.name} className={style.saved}>
              <span>
                {kept.name}
                <span className={page.quiet}> · {formatDate(kept.savedOn)}</span>
              </span>
              <span className={page.acts}>
                <button type="button" className={button.secondary} onClick={() => choose(kept)}>
                  {t('walk.compare.with', { name: kept.name })}
                </button>
                <button
                  type="button"
                  className={button.quiet}
                  onClick={() => void remove(kept.name)}
                >
                  {t('walk.compare.remove', { name: kept.name })}
                </button>
              </span>
            </li>
          ))}
        </ul>
      </section>
      {before === null ? null : <Comparison name={before.name} before={before.walk} after={walk} />}
    </div>
  );
}

async function readKept({ name }: KeptWalk): Promise<Walk | null> {
  const stored = await fetchWalk(name).catch(() => null);
  if (stored === null) return null;
  const read = readWalkFile(stored.text, [...stored.photos.keys()]);
  return read.outcome === 'read' ? read.walk : null;
}

type SaveProps = {
  readonly disabled: boolean;
  readonly onSaved: () => void;
  readonly say: (sentence: string) => void;
};

function SaveAs({ disabled, onSaved, say }: SaveProps): ReactNode {
  const { walk, photos } = useWalk();
  const [typed, setTyped] = useState('');
  const [isMissing, setMissing] = useState(false);
  const name = typed.trim().slice(0, NAME_MAX);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(name === '');
    if (name === '') return;
    const text = writeWalkFile({ walk, photos: [] });
    const stored = { name, savedOn: walk.takenOn, text, photos: new Map(usedPhotos(walk, photos)) };
    await storeWalk(stored).then(
      () => say(t('walk.compare.saved-as', { name })),
      () => say(t('walk.compare.cannot-keep')),
    );
    onSaved();
  };
  return (
    <form className={form.field} noValidate onSubmit={(event) => void save(event)}>
      <Field
        id="walk-name"
        label={t('walk.compare.name')}
        hint={t('walk.compare.name-hint')}
        error={isMissing ? t('walk.compare.name-missing') : undefined}
        input={{
          value: typed,
          maxLength: NAME_MAX,
          autoComplete: 'off',
          onChange: ({ target }) => setTyped(target.value),
        }}
      />
      <div className={page.acts}>
        <button type="submit" className={button.secondary} disabled={disabled}>
          {t('walk.compare.save')}
        </button>
      </div>
    </form>
  );
}

type ComparisonProps = { readonly name: string; readonly before: Walk; readonly after: Walk };

/** Both walks judged by the guide in hand, so that only the car can make the difference. */
function Comparison({ name, before, after }: ComparisonProps): ReactNode {
  const data = chosenData(after);
  const priced = { ...before, waiver: after.waiver };
  const result = compareWalks(reportOf(before), reportOf(after));
  const saving = savingOf(estimateWith(priced, data), estimateWith(after, data), result);
  return (
    <section className={page.section} aria-labelledby="result">
      <h2 id="result">{t('walk.compare.result', { name })}</h2>
      <dl className={style.amounts}>
        {(['before', 'after', 'saved'] as const).map((each) => (
          <div key={each}>
            <dt>{t(`walk.compare.amount-${each}`)}</dt>
            <dd className="number">{formatCents(String(saving[`${each}Cents`]))}</dd>
          </div>
        ))}
      </dl>
      {saving.certain ? null : <p className={page.quiet}>{t('walk.compare.not-certain')}</p>}
      <Group kind="gone" findings={result.gone} />
      <Group kind="added" findings={result.added} />
      <Group kind="changed" findings={result.changed.map((each) => each.after)} />
      <Group kind="same" findings={result.same.map((each) => each.after)} />
      <Group kind="not-looked-at" findings={result.notLookedAt} />
    </section>
  );
}

type GroupProps = {
  readonly kind: 'gone' | 'added' | 'changed' | 'same' | 'not-looked-at';
  readonly findings: readonly Finding[];
};

function Group({ kind, findings }: GroupProps): ReactNode {
  if (findings.length === 0) return null;
  return (
    <div>
      <h3>{t(`walk.compare.${kind}`, { count: findings.length })}</h3>
      <ul>
        {findings.map((finding) => (
          <li key={finding.id}>{findingName(finding)}</li>
        ))}
      </ul>
    </div>
  );
}
