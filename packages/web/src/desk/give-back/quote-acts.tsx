import { WITHDRAWALS } from '@roadbook/domain/lease-end/case/issue-return-quote';
import type { ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { formatCents } from '../../shared/format/cents.ts';
import { formatDayShort } from '../../shared/format/date.ts';
import { formatMiles } from '../../shared/format/miles.ts';
import { Ask, Choose, typed } from '../frame/act-form.tsx';
import { TwoStepForm } from '../frame/two-step-form.tsx';
import { type Asked, ask } from '../wire/desk-client.ts';
import { type ActProps, milesOf, named, sumOf } from './answers.ts';
import { WearChoice, wearOf } from './wear-choice.tsx';

/** Promises what giving the car back costs, from the odometer and the customer's own walk. */
export function IssueQuote({ params, giveBack, file, onDone }: ActProps): ReactNode {
  const lines = file.walk?.lines ?? [];
  const bodyOf = (answers: FormData): Asked<'issueReturnQuote'>['body'] => {
    const goodThrough = typed(answers, 'goodThrough');
    return {
      miles: milesOf(answers, 'miles'),
      milesEvidence: typed(answers, 'milesEvidence') ?? '',
      wear: wearOf(answers, lines),
      ...(goodThrough === null ? {} : { goodThrough }),
    };
  };
  const preview = (answers: FormData): string => {
    const { miles, wear, goodThrough } = bodyOf(answers);
    const figures = { miles: formatMiles(miles), wear: sumOf(wear) };
    return goodThrough === undefined
      ? t('desk.give-back.quote-preview', figures)
      : t('desk.give-back.quote-preview-day', { ...figures, day: formatDayShort(goodThrough) });
  };
  const issue = async (answers: FormData, key: string): Promise<string> => {
    const said = await ask('issueReturnQuote', { params, body: bodyOf(answers), key });
    onDone();
    return t('desk.give-back.quote-issued', {
      amount: formatCents(said.quote?.totalCents ?? '0'),
      day: formatDayShort(said.quote?.goodThrough ?? ''),
    });
  };
  const { reading, walk } = file;
  return (
    <TwoStepForm
      name={t(giveBack.quote === null ? 'desk.give-back.quote-act' : 'desk.give-back.quote-again')}
      act={t('desk.give-back.quote-confirm')}
      preview={preview}
      onSubmit={issue}
      fieldOf={{ 'return-quote-day-past': 'goodThrough', 'return-quote-too-long': 'goodThrough' }}
    >
      <Ask
        name="miles"
        label={t('desk.give-back.miles')}
        value={reading === null ? undefined : formatMiles(reading.miles)}
        isNumber
      />
      <Ask
        name="milesEvidence"
        label={t('desk.give-back.miles-evidence')}
        hint={t('desk.give-back.miles-evidence-hint')}
        value={
          reading === null
            ? undefined
            : t('desk.give-back.reading-of', {
                source: t(`desk.give-back.source.${reading.source}`),
                day: formatDayShort(reading.on),
              })
        }
      />
      <WearChoice
        lines={lines}
        from={
          walk === null
            ? t('desk.give-back.no-walk')
            : t('desk.give-back.from-walk', { day: formatDayShort(walk.takenOn) })
        }
      />
      <Ask
        name="goodThrough"
        label={t('desk.give-back.good-through')}
        hint={t('desk.give-back.good-through-hint')}
        type="date"
        isOptional
      />
    </TwoStepForm>
  );
}

/** Takes a quote back, for the few reasons for which a promise may be. */
export function WithdrawQuote({ params, giveBack, onDone }: ActProps): ReactNode {
  const { quote } = giveBack;
  if (quote === null) return null;
  const reasonOf = (answers: FormData) =>
    String(answers.get('reason')) as (typeof WITHDRAWALS)[number];
  const withdraw = async (answers: FormData, key: string): Promise<string> => {
    const body = { reason: reasonOf(answers) };
    await ask('withdrawReturnQuote', {
      params: { ...params, quoteId: quote.quoteId },
      body,
      key,
    });
    onDone();
    return t('desk.give-back.quote-withdrawn');
  };
  return (
    <TwoStepForm
      name={t('desk.give-back.withdraw')}
      act={t('desk.give-back.withdraw')}
      preview={(answers) =>
        t('desk.give-back.withdraw-preview', {
          amount: formatCents(quote.totalCents),
          reason: t(`desk.withdrawal.${reasonOf(answers)}`),
        })
      }
      onSubmit={withdraw}
    >
      <Choose name="reason" label={t('desk.why')} options={named('desk.withdrawal', WITHDRAWALS)} />
    </TwoStepForm>
  );
}
