import type { ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { formatDayShort } from '../../shared/format/date.ts';
import { Ask, Choose, typed } from '../frame/act-form.tsx';
import { FieldFault } from '../frame/field-fault.tsx';
import style from '../frame/parts.module.css';
import { TwoStepForm } from '../frame/two-step-form.tsx';
import { type Asked, ask } from '../wire/desk-client.ts';
import { type ActProps, type GiveBack, named, sumOf, type WearLine } from './answers.ts';
import { WearChoice, wearOf, writtenLine } from './wear-choice.tsx';

type Body = Asked<'issueFinalBill'>['body'];

/** Bills a car that is back. Fee and miles come by rule; here are wear and what others charge. */
export function IssueBill({ params, giveBack, file, onDone }: ActProps): ReactNode {
  const isComplete = giveBack.bills.some(({ isLast }) => isLast);
  const lines = isComplete ? [] : startOf(giveBack, file.walk?.lines ?? []);
  const bodyOf = (answers: FormData): Body => ({
    isLast: !isComplete && answers.get('isLast') === 'last',
    wear: isComplete ? [] : wearOf(answers, lines),
    thirdParty: thirdPartyOf(answers),
  });
  const preview = (answers: FormData): string => {
    const { isLast, wear, thirdParty } = bodyOf(answers);
    const key = isComplete ? 'later' : isLast ? 'last' : 'first';
    const figures = { wear: sumOf(wear), others: sumOf(thirdParty) };
    return t(`desk.give-back.bill-preview-${key}`, figures);
  };
  const issue = async (answers: FormData, key: string): Promise<string> => {
    const said = await ask('issueFinalBill', { params, body: bodyOf(answers), key });
    onDone();
    const newest = said.bills.at(-1);
    return t('desk.give-back.billed', {
      amount: sumOf(newest === undefined ? [] : leftOf(newest)),
    });
  };
  return (
    <TwoStepForm
      name={t(isComplete ? 'desk.give-back.bill-more' : 'desk.give-back.bill-act')}
      act={t('desk.give-back.bill-confirm')}
      preview={preview}
      onSubmit={issue}
      fieldOf={{ 'bill-line-not-allowed': isComplete ? 'billDay' : 'wearWhat' }}
    >
      {isComplete ? null : (
        <WearChoice
          lines={lines}
          from={t(lines.length === 0 ? 'desk.give-back.no-walk' : 'desk.give-back.from-before')}
        />
      )}
      <ThirdParty />
      {isComplete ? null : (
        <Choose
          name="isLast"
          label={t('desk.give-back.is-last')}
          options={named('desk.give-back.is-last', ['last', 'more'])}
        />
      )}
    </TwoStepForm>
  );
}

const leftOf = ({ totalCents }: GiveBack['bills'][number]) => [{ chargeCents: totalCents }];

/** The wear of the quote that was promised, or else of the customer's own walk. */
function startOf({ quote, bills }: GiveBack, walk: readonly WearLine[]): readonly WearLine[] {
  const billed = new Set(bills.flatMap((bill) => bill.lines.map(({ lineId }) => lineId)));
  const quoted = quote?.lines.filter(({ charge }) => charge === 'excess-wear');
  const lines: readonly WearLine[] = quoted ?? walk;
  return lines
    .filter(({ lineId }) => !billed.has(lineId))
    .map(({ lineId, rule, inputs, chargeCents, evidence }) => ({
      lineId,
      rule,
      inputs,
      chargeCents,
      evidence,
    }));
}

function ThirdParty(): ReactNode {
  return (
    <details className={style.act}>
      <summary>{t('desk.give-back.third-party')}</summary>
      <div className={style.actForm}>
        <Ask name="billWhat" label={t('desk.give-back.third-what')} isOptional />
        <Ask name="billCents" label={t('desk.give-back.amount')} isOptional isNumber />
        <Ask name="billDay" label={t('desk.give-back.third-day')} type="date" isOptional />
        <Ask
          name="billEvidence"
          label={t('desk.give-back.third-document')}
          hint={t('desk.give-back.third-hint')}
          isOptional
        />
      </div>
    </details>
  );
}

function thirdPartyOf(answers: FormData): Body['thirdParty'] {
  const line = writtenLine(answers, 'bill', 1);
  if (line === null) return [];
  const incurredOn = typed(answers, 'billDay');
  if (incurredOn === null) throw new FieldFault('billDay', t('desk.give-back.needs-day'));
  const inputs = { ...line.inputs, on: formatDayShort(incurredOn) };
  return [{ ...line, rule: 'third-party', inputs, incurredOn }];
}
