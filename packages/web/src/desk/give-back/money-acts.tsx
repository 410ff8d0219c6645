import { RECEIPT_MISTAKES } from '@roadbook/domain/lease-end/case/after-bill';
import type { ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { decimalOf, formatCents } from '../../shared/format/cents.ts';
import { formatDayShort } from '../../shared/format/date.ts';
import { Ask, Choose, typed } from '../frame/act-form.tsx';
import { FieldFault } from '../frame/field-fault.tsx';
import { TwoStepForm } from '../frame/two-step-form.tsx';
import { type Asked, ask } from '../wire/desk-client.ts';
import { type ActProps, amountOf, type ChargedLine, lineName, named } from './answers.ts';

const CREDITS = ['goodwill', 'offer', 'waiver'] as const;
const BUYERS = ['auction', 'dealer', 'third-party'] as const;

/** Lowers one line of a bill without a dispute. */
export function CreditLine({ params, onDone, line }: ActProps & { line: ChargedLine }): ReactNode {
  const bodyOf = (answers: FormData): Asked<'creditBillLine'>['body'] => {
    const toCents = amountOf(answers, 'toCents', true);
    if (BigInt(toCents) >= BigInt(line.leftCents)) {
      const left = formatCents(line.leftCents);
      throw new FieldFault('toCents', t('desk.give-back.not-lower', { left }));
    }
    return { toCents, reason: String(answers.get('reason')) as (typeof CREDITS)[number] };
  };
  const credit = async (answers: FormData, key: string): Promise<string> => {
    const body = bodyOf(answers);
    await ask('creditBillLine', { params: { ...params, lineId: line.lineId }, body, key });
    onDone();
    return t('desk.give-back.credited');
  };
  return (
    <TwoStepForm
      name={t('desk.give-back.credit')}
      act={t('desk.give-back.credit-confirm')}
      preview={(answers) => {
        const { toCents, reason } = bodyOf(answers);
        return t('desk.give-back.credit-preview', {
          line: lineName(line),
          from: formatCents(line.leftCents),
          to: formatCents(toCents),
          reason: t(`desk.credit.${reason}`),
        });
      }}
      onSubmit={credit}
      fieldOf={{ 'credit-over-line': 'toCents' }}
    >
      <Ask
        name="toCents"
        label={t('desk.give-back.lower-to')}
        hint={t('desk.give-back.credit-hint', { left: formatCents(line.leftCents) })}
        isNumber
      />
      <Choose name="reason" label={t('desk.why')} options={named('desk.credit', CREDITS)} />
    </TwoStepForm>
  );
}

/** Records that money went back to the customer. */
export function RecordRefund({ params, file, onDone }: ActProps): ReactNode {
  if (BigInt(file.refundCents) <= 0n) return null;
  const bodyOf = (answers: FormData) => ({ refundCents: amountOf(answers, 'refundCents') });
  const record = async (answers: FormData, key: string): Promise<string> => {
    const body = bodyOf(answers);
    await ask('recordRefund', { params, body, key });
    onDone();
    return t('desk.give-back.refunded', { amount: formatCents(body.refundCents) });
  };
  return (
    <TwoStepForm
      name={t('desk.give-back.refund')}
      act={t('desk.give-back.refund-confirm')}
      preview={(answers) =>
        t('desk.give-back.refund-preview', { amount: formatCents(bodyOf(answers).refundCents) })
      }
      onSubmit={record}
      fieldOf={{ 'refund-over-owed': 'refundCents' }}
    >
      <Ask
        name="refundCents"
        label={t('desk.give-back.amount')}
        hint={t('desk.give-back.refund-hint', { amount: formatCents(file.refundCents) })}
        value={decimalOf(file.refundCents)}
        isNumber
      />
    </TwoStepForm>
  );
}

/** Records what the car brought. */
export function RecordSale({ params, giveBack, file, onDone }: ActProps): ReactNode {
  if (giveBack.receipt === null || file.carSoldOn !== null) return null;
  const bodyOf = (answers: FormData): Asked<'recordCarSale'>['body'] => ({
    priceCents: amountOf(answers, 'priceCents'),
    buyer: String(answers.get('buyer')) as (typeof BUYERS)[number],
    evidence: typed(answers, 'evidence') ?? '',
  });
  const record = async (answers: FormData, key: string): Promise<string> => {
    await ask('recordCarSale', { params, body: bodyOf(answers), key });
    onDone();
    return t('desk.give-back.sold');
  };
  return (
    <TwoStepForm
      name={t('desk.give-back.sale')}
      act={t('desk.give-back.sale-confirm')}
      preview={(answers) => {
        const { priceCents, buyer } = bodyOf(answers);
        const words = { amount: formatCents(priceCents), buyer: t(`desk.buyer.${buyer}`) };
        return t('desk.give-back.sale-preview', words);
      }}
      onSubmit={record}
      fieldOf={{ 'amount-not-positive': 'priceCents' }}
    >
      <Ask name="priceCents" label={t('desk.give-back.price')} isNumber />
      <Choose
        name="buyer"
        label={t('desk.give-back.buyer')}
        options={named('desk.buyer', BUYERS)}
      />
      <Ask
        name="evidence"
        label={t('desk.give-back.evidence')}
        hint={t('desk.give-back.sale-hint')}
      />
    </TwoStepForm>
  );
}

/** Takes the receipt of a wrong car or day back. */
export function TakeBackReceipt({ params, giveBack, onDone }: ActProps): ReactNode {
  const { receipt } = giveBack;
  if (receipt === null) return null;
  const reasonOf = (answers: FormData) =>
    String(answers.get('reason')) as (typeof RECEIPT_MISTAKES)[number];
  const takeBack = async (answers: FormData, key: string): Promise<string> => {
    const { handOverId } = receipt;
    const body = { reason: reasonOf(answers) };
    await ask('takeBackCarReceipt', { params: { ...params, handOverId }, body, key });
    onDone();
    return t('desk.give-back.taken-back');
  };
  return (
    <TwoStepForm
      name={t('desk.give-back.take-back')}
      act={t('desk.give-back.take-back')}
      preview={(answers) =>
        t('desk.give-back.take-back-preview', {
          day: formatDayShort(receipt.on),
          reason: t(`desk.mistake.${reasonOf(answers)}`),
        })
      }
      onSubmit={takeBack}
    >
      <Choose
        name="reason"
        label={t('desk.why')}
        options={named('desk.mistake', RECEIPT_MISTAKES)}
      />
    </TwoStepForm>
  );
}
