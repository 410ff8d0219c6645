import type { CarPart } from '@roadbook/domain/wear/walk/car-part';
import type { ReactNode } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import { Choice } from '../../../shared/form/choice.tsx';
import { Field } from '../../../shared/form/field.tsx';
import form from '../../../shared/form/form.module.css';
import { questionsOf } from './finding-form.ts';
import type { QuestionProps } from './question-props.ts';
import { SizeQuestion } from './size-question.tsx';
import { TreadQuestion } from './tread-question.tsx';

/** What is asked about a damage once it has a name; only what its rules may ask. */
export function DamageQuestions({
  part,
  ...props
}: QuestionProps & { readonly part: CarPart }): ReactNode {
  const { answers, problems, onChange } = props;
  const { damage } = answers;
  if (damage === null) return null;
  const asked = questionsOf(part, damage);
  const isMissing = damage === 'missing';
  return (
    <>
      {asked.size ? <SizeQuestion {...props} /> : null}
      {asked.tread ? <TreadQuestion {...props} /> : null}
      {asked.count ? (
        <Field
          id="count"
          label={t(isMissing ? 'walk.count.missing' : 'walk.count.marks')}
          hint={t(isMissing ? 'walk.count.missing-hint' : 'walk.count.marks-hint')}
          error={problems.count === undefined ? undefined : t('walk.problem.count-not-whole')}
          short
          input={{
            inputMode: 'numeric',
            autoComplete: 'off',
            value: answers.countText,
            onChange: ({ target }) => onChange({ countText: target.value }),
          }}
        />
      ) : null}
      {asked.paint ? (
        <YesOrNo
          name="paint"
          value={answers.paintBroken}
          error={problems.paint === undefined ? undefined : t('walk.problem.paint-missing')}
          onChoose={(paintBroken) => onChange({ paintBroken })}
        />
      ) : null}
      {asked.view ? (
        <YesOrNo
          name="view"
          value={answers.inDriversView}
          error={problems.view === undefined ? undefined : t('walk.problem.view-missing')}
          onChoose={(inDriversView) => onChange({ inDriversView })}
        />
      ) : null}
    </>
  );
}

type YesProps = {
  readonly name: 'paint' | 'view';
  readonly value: boolean | null;
  readonly error: string | undefined;
  readonly onChoose: (yes: boolean) => void;
};

function YesOrNo({ name, value, error, onChoose }: YesProps): ReactNode {
  return (
    <fieldset className={form.field}>
      <legend className={form.label}>{t(`walk.${name}.question`)}</legend>
      <p className={form.hint}>{t(`walk.${name}.hint`)}</p>
      {error === undefined ? null : <p className={form.error}>{error}</p>}
      <div className={form.choices}>
        {([true, false] as const).map((yes) => (
          <Choice
            key={String(yes)}
            id={`${name}-${yes ? 'yes' : 'no'}`}
            name={name}
            checked={value === yes}
            onChoose={() => onChoose(yes)}
            label={t(yes ? `walk.${name}.yes` : `walk.${name}.no`)}
          />
        ))}
      </div>
    </fieldset>
  );
}
