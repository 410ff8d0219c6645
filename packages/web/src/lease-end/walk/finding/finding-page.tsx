import { type CarPart, partById } from '@roadbook/domain/wear/walk/car-part';
import { damagesOf } from '@roadbook/domain/wear/walk/damage-type';
import { type FormEvent, type ReactNode, useState } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import { Choice } from '../../../shared/form/choice.tsx';
import { ErrorSummary, type FieldErrors } from '../../../shared/form/error-summary.tsx';
import form from '../../../shared/form/form.module.css';
import button from '../../../shared/style/button.module.css';
import { PlannerHeading } from '../../planner-heading.tsx';
import { estimateWalk } from '../estimate/estimate-walk.ts';
import { findingName } from '../estimate/finding-title.ts';
import { judgingOf } from '../guide/wear-data.ts';
import { StartPage } from '../start/start-page.tsx';
import page from '../walk.module.css';
import { afterStep, newFindingId, type Walk } from '../walk.ts';
import { walkTo } from '../walk-address.ts';
import { useWalk } from '../walk-context.ts';
import { WalkLink } from '../walk-link.tsx';
import { damageName, partName, ruleWords, viewName } from '../walk-words.ts';
import { DamageQuestions } from './damage-questions.tsx';
import { isDraftOf } from './finding-draft.ts';
import {
  emptyForm,
  type FindingForm,
  type FormField,
  type FormProblems,
  formOf,
  readForm,
} from './finding-form.ts';
import { NoteAndPhotos } from './note-and-photos.tsx';
import type { QuestionProps } from './question-props.ts';

type PageProps = { readonly partId: string; readonly findingId: string | null };

/** Which field a problem leads to. */
const FIELD_IDS: Readonly<Record<FormField, string>> = {
  damage: 'damage-0',
  size: 'size',
  tread: 'tread-0',
  gauge: 'gauge',
  count: 'count',
  paint: 'paint-yes',
  view: 'view-yes',
  note: 'note',
};

/** One damage of one part: what it is, how large, and what the guide says about it. */
export function FindingPage({ partId, findingId }: PageProps): ReactNode {
  const { walk } = useWalk();
  const part = partById(partId);
  if (walk.bodyStyle === null || part === null) return <StartPage />;
  return <FindingForms key={`${partId} ${findingId ?? ''}`} part={part} findingId={findingId} />;
}

function FindingForms({ part, findingId }: { part: CarPart; findingId: string | null }): ReactNode {
  const { walk, step, say, drafts, keepDraft, dropDraft } = useWalk();
  const here = { partId: part.id, findingId };
  const earlier = walk.findings.find(({ id }) => id === findingId) ?? null;
  const [answers, setAnswers] = useState(() => {
    const draft = drafts.find((each) => isDraftOf(each, here));
    if (draft !== undefined) return draft.answers;
    return earlier === null ? emptyForm(part) : formOf(earlier);
  });
  const [problems, setProblems] = useState<FormProblems>({});
  const [attempt, setAttempt] = useState(0);
  const change = (changed: Partial<FindingForm>) => {
    const next = { ...answers, ...changed };
    setAnswers(next);
    keepDraft({ ...here, answers: next });
  };
  const asked: QuestionProps = { place: here, answers, problems, onChange: change };
  const damage = answers.damage ?? 'dent';
  const read = readForm(
    answers,
    part,
    earlier?.id ?? newFindingId(walk, { partId: part.id, damage }),
  );
  const back = { name: 'look', view: part.view } as const;
  const save = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if ('problems' in read) return setProblems(read.problems);
    const saved = { do: 'save-finding', finding: read.finding } as const;
    step(saved);
    dropDraft(here);
    say(savedWords(afterStep(walk, saved), read.finding.id));
    walkTo(back);
  };
  const remove = () => {
    if (earlier === null) return;
    step({ do: 'remove-finding', findingId: earlier.id });
    dropDraft(here);
    say(t('walk.finding.removed', { part: partName(part.id) }));
    walkTo(back);
  };
  return (
    <div className={page.page}>
      <WalkLink to={back} className={page.back}>
        {viewName(part.view)}
      </WalkLink>
      <form className={form.form} onSubmit={save} noValidate>
        <ErrorSummary errors={errorsOf(problems)} attempt={attempt} />
        <PlannerHeading title={partName(part.id)} />
        <DamageChoice part={part} {...asked} />
        <DamageQuestions part={part} {...asked} />
        <NoteAndPhotos {...asked} />
        {'finding' in read ? <Verdict walk={walk} finding={read.finding} /> : null}
        <div className={page.acts}>
          <button type="submit" className={button.primary}>
            {t(earlier === null ? 'walk.finding.add' : 'walk.finding.save')}
          </button>
          {earlier === null ? null : (
            <button type="button" className={button.secondary} onClick={remove}>
              {t('walk.finding.remove')}
            </button>
          )}
          <button
            type="button"
            className={button.quiet}
            onClick={() => {
              dropDraft(here);
              say(null);
              walkTo(back);
            }}
          >
            {t('walk.finding.cancel')}
          </button>
        </div>
      </form>
    </div>
  );
}

type ChoiceProps = QuestionProps & { readonly part: CarPart };

function DamageChoice({ part, answers, problems, onChange }: ChoiceProps): ReactNode {
  return (
    <fieldset className={form.field}>
      <legend className={form.legend}>{t('walk.finding.what')}</legend>
      {problems.damage === undefined ? null : (
        <p className={form.error}>{t('walk.problem.damage-missing')}</p>
      )}
      <div className={form.choices}>
        {damagesOf(part.kind).map((damage, index) => (
          <Choice
            key={damage}
            id={`damage-${String(index)}`}
            name="damage"
            checked={answers.damage === damage}
            onChoose={() => onChange({ damage })}
            label={damageName(damage)}
            hint={t(`walk.damage.${damage}.about`)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** What the guide would say, while the answers can still be changed. */
function Verdict({ walk, finding }: { walk: Walk; finding: Walk['findings'][number] }): ReactNode {
  if (judgingOf(walk).by !== 'one-guide') return null;
  const with_ = estimateWalk(afterStep(walk, { do: 'save-finding', finding }));
  const found = with_.findings.find((each) => each.finding.id === finding.id);
  if (found === undefined) return null;
  return (
    <p role="status" className={found.verdict === 'ordinary' ? page.note : page.quiet}>
      {t(`walk.verdict.${found.verdict}`)}. {ruleWords(found.rule)}
    </p>
  );
}

function savedWords(walk: Walk, findingId: string): string {
  const found = estimateWalk(walk).findings.find(({ finding }) => finding.id === findingId);
  if (found === undefined) throw new RangeError('a saved finding is estimated');
  const values = { finding: findingName(found.finding) };
  if (judgingOf(walk).by !== 'one-guide') return t('walk.no-guide.saved', values);
  return t(`walk.saved.${found.verdict}`, values);
}

function errorsOf(problems: FormProblems): FieldErrors {
  return Object.fromEntries(
    Object.entries(problems).map(([name, problem]) => [
      FIELD_IDS[name as FormField],
      t(`walk.problem.${problem}`),
    ]),
  );
}
