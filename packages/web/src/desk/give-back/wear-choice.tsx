import { type ReactNode, useId } from 'react';
import { t } from '../../shared/copy/copy.ts';
import form from '../../shared/form/form.module.css';
import { formatCents } from '../../shared/format/cents.ts';
import { Ask, typed } from '../frame/act-form.tsx';
import { FieldFault } from '../frame/field-fault.tsx';
import style from '../frame/parts.module.css';
import { amountOf, lineName, type WearLine } from './answers.ts';

/** The priced lines that can be charged; none of their prices is typed. */
export function WearChoice({
  lines,
  from,
}: {
  lines: readonly WearLine[];
  from: string;
}): ReactNode {
  const id = useId();
  return (
    <>
      <fieldset className={form.field}>
        <legend className={form.legend}>{t('desk.give-back.wear')}</legend>
        <p className={form.hint}>{from}</p>
        {lines.map((line) => (
          <label key={line.lineId} className={form.choice} htmlFor={`${id}-${line.lineId}`}>
            <input
              id={`${id}-${line.lineId}`}
              type="checkbox"
              name="wear"
              value={line.lineId}
              defaultChecked
            />
            <span>{lineName(line)}</span>
            <span className={`${form.figure} number`}>{formatCents(line.chargeCents)}</span>
            <span className={form.choiceHint}>{line.evidence}</span>
          </label>
        ))}
      </fieldset>
      <details className={style.act}>
        <summary>{t('desk.give-back.more-wear')}</summary>
        <div className={style.actForm}>
          <Ask name="wearWhat" label={t('desk.give-back.wear-what')} isOptional />
          <Ask name="wearCents" label={t('desk.give-back.amount')} isOptional isNumber />
          <Ask
            name="wearEvidence"
            label={t('desk.give-back.evidence')}
            hint={t('desk.give-back.wear-evidence-hint')}
            isOptional
          />
        </div>
      </details>
    </>
  );
}

/** The lines that are charged: those that stayed ticked, and the one that was written down. */
export function wearOf(answers: FormData, lines: readonly WearLine[]): WearLine[] {
  const ticked = new Set(answers.getAll('wear').map(String));
  const kept = lines.filter(({ lineId }) => ticked.has(lineId));
  const own = writtenLine(answers, 'wear', lines.length + 1);
  return own === null ? kept : [...kept, own];
}

/** One line as it was written: with all of what, how much and on what evidence, or not at all. */
export function writtenLine(
  answers: FormData,
  prefix: 'wear' | 'bill',
  place: number,
): WearLine | null {
  const what = typed(answers, `${prefix}What`);
  const evidence = typed(answers, `${prefix}Evidence`);
  if (what === null && evidence === null && typed(answers, `${prefix}Cents`) === null) return null;
  if (what === null) throw new FieldFault(`${prefix}What`, t('desk.give-back.needs-what'));
  const chargeCents = amountOf(answers, `${prefix}Cents`);
  if (evidence === null) {
    throw new FieldFault(`${prefix}Evidence`, t('desk.give-back.needs-evidence'));
  }
  // The id tells later lines of other bills apart without asking anybody for one.
  const lineId = `${prefix}-${place}-${crypto.randomUUID().slice(0, 8)}`;
  return { lineId, rule: 'desk-decided', inputs: { what }, chargeCents, evidence };
}
