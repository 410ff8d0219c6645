import {
  DISPUTE_OUTCOMES,
  DISPUTE_REASONS,
  type DisputeOutcome,
  type DisputeReason,
} from '@roadbook/domain/contract/give-back';
import type { ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { formatCents } from '../../shared/format/cents.ts';
import { Ask, Choose } from '../frame/act-form.tsx';
import { FieldFault } from '../frame/field-fault.tsx';
import style from '../frame/parts.module.css';
import { TwoStepForm } from '../frame/two-step-form.tsx';
import { type Asked, ask } from '../wire/desk-client.ts';
import { type ActProps, amountOf, type ChargedLine, lineName, named } from './answers.ts';

type Decision = Asked<'decideDispute'>['body'];
type OneLine = ActProps & { readonly line: ChargedLine };

/** What staff can do about a line that the customer objects to. */
export function DecideDispute({ line, ...props }: OneLine): ReactNode {
  const { dispute } = line;
  if (dispute === null || dispute.outcome !== null) return null;
  const proposal = props.file.proposals.find(({ disputeId }) => disputeId === dispute.disputeId);
  if (proposal === undefined) return <Decide {...props} line={line} />;
  const { by, isMine, outcome, reason, toCents } = proposal;
  const decision: Decision = {
    outcome,
    reason,
    ...(outcome === 'lowered' ? { toCents } : {}),
  };
  const figures = { by, ...wordsOf(decision) };
  if (isMine) return <p>{t('desk.give-back.proposed-by-you', figures)}</p>;
  return (
    <>
      <p>{t('desk.give-back.proposed', figures)}</p>
      <Agree {...props} line={line} decision={decision} />
    </>
  );
}

function Decide({ line, ...props }: OneLine): ReactNode {
  const { fourEyesCents } = props.file;
  const bodyOf = (answers: FormData): Decision => {
    const outcome = String(answers.get('outcome')) as DisputeOutcome;
    const reason = String(answers.get('reason')) as DisputeReason;
    if (outcome !== 'lowered') return { outcome, reason };
    const toCents = amountOf(answers, 'toCents');
    if (BigInt(toCents) >= BigInt(line.leftCents)) {
      const left = formatCents(line.leftCents);
      throw new FieldFault('toCents', t('desk.give-back.not-lower', { left }));
    }
    return { outcome, reason, toCents };
  };
  const preview = (answers: FormData): string => {
    const body = bodyOf(answers);
    const off = offOf(line, body);
    const words = { ...wordsOf(body), line: lineName(line) };
    if (body.outcome === 'stands') return t('desk.give-back.stands-preview', words);
    const figures = { ...words, off: formatCents(`${off}`), limit: formatCents(fourEyesCents) };
    return off > BigInt(fourEyesCents)
      ? t('desk.give-back.propose-preview', figures)
      : t('desk.give-back.decide-preview', figures);
  };
  return (
    <TwoStepForm
      name={t('desk.give-back.decide')}
      act={t('desk.give-back.decide-confirm')}
      preview={preview}
      onSubmit={(answers, key) => send(props, line, bodyOf(answers), key)}
      fieldOf={{ 'credit-over-line': 'toCents' }}
    >
      <Choose
        name="outcome"
        label={t('desk.give-back.outcome')}
        options={named('desk.outcome', DISPUTE_OUTCOMES)}
      />
      <Ask
        name="toCents"
        label={t('desk.give-back.lower-to')}
        hint={t('desk.give-back.lower-to-hint', { left: formatCents(line.leftCents) })}
        isOptional
        isNumber
      />
      <Choose
        name="reason"
        label={t('desk.give-back.reason')}
        options={named('desk.dispute-reason', DISPUTE_REASONS)}
      />
    </TwoStepForm>
  );
}

/** The second of two people: the same decision again, with nothing to type. */
function Agree({ line, decision, ...props }: OneLine & { decision: Decision }): ReactNode {
  const preview = (): string =>
    t('desk.give-back.decide-preview', {
      ...wordsOf(decision),
      line: lineName(line),
      off: formatCents(`${offOf(line, decision)}`),
    });
  return (
    <TwoStepForm
      name={t('desk.give-back.agree')}
      act={t('desk.give-back.agree')}
      preview={preview}
      onSubmit={(_answers, key) => send(props, line, decision, key)}
    >
      <p className={style.aside}>{t('desk.give-back.agree-what')}</p>
    </TwoStepForm>
  );
}

async function send(
  { params, onDone }: ActProps,
  { dispute }: ChargedLine,
  body: Decision,
  key: string,
): Promise<string> {
  const disputeId = dispute?.disputeId ?? '';
  const { state } = await ask('decideDispute', { params: { ...params, disputeId }, body, key });
  onDone();
  return t(state === 'proposed' ? 'desk.give-back.is-proposed' : 'desk.give-back.is-decided');
}

function offOf({ leftCents }: ChargedLine, { outcome, toCents }: Decision): bigint {
  return outcome === 'stands' ? 0n : BigInt(leftCents) - BigInt(toCents ?? '0');
}

function wordsOf({ outcome, reason, toCents }: Decision) {
  return {
    decision:
      outcome === 'lowered'
        ? t('desk.give-back.lowered-to', { amount: formatCents(toCents ?? '0') })
        : t(`desk.outcome.${outcome}`),
    reason: t(`desk.dispute-reason.${reason}`),
  };
}
