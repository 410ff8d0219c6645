import { addBankDays } from '../../time/bank-days.ts';
import { addDays, type BusinessDate } from '../../time/calendar.ts';

/** What a wear charge may rest on. */
export const WEAR_CHARGE_BASES = ['actual-repair-cost', 'licensed-appraiser-estimate'] as const;
export type WearChargeBasis = (typeof WEAR_CHARGE_BASES)[number];

/** A law on charges for excess wear and use: dated data, chosen by the contract's own terms. */
export type WearLaw = {
  readonly id: string;
  readonly version: number;
  readonly effectiveFrom: BusinessDate;
  readonly source: string;
  /** Before a scheduled end, the first and the last day on which notice may be given. */
  readonly noticeFromDays: number;
  readonly noticeToDays: number;
  /** After an early end, the business days within which notice must be given. */
  readonly earlyNoticeBusinessDays: number;
  /** The least size of type of the statutory text, and that it must be bold. */
  readonly noticeTypePoints: number;
  readonly scheduledEndBases: readonly WearChargeBasis[];
  readonly earlyEndBases: readonly WearChargeBasis[];
  /** How long before the end the customer's own appraisal may be made. */
  readonly customerAppraisalDays: number;
  /** How long after taking possession the holder's appraisal may be made. */
  readonly holderAppraisalDays: number;
  readonly arbitration: boolean;
};

/** How the lease ended, and the notice that was given of wear charges. */
export type WearNotice = {
  readonly end: 'scheduled' | 'early';
  readonly endsOn: BusinessDate;
  readonly noticeOn: BusinessDate | null;
};

export const WEAR_CHARGE_REFUSALS = [
  'notice-not-given',
  'notice-too-early',
  'notice-too-late',
] as const;
export type WearChargeRefusal = (typeof WEAR_CHARGE_REFUSALS)[number];

/** The days on which notice may be given, and whether a charge may follow from the notice given. */
export type WearChargeRight = {
  readonly noticeFrom: BusinessDate;
  readonly noticeTo: BusinessDate;
} & (
  | { readonly allowed: true; readonly bases: readonly WearChargeBasis[] }
  | { readonly allowed: false; readonly reason: WearChargeRefusal }
);

/**
 * Whether a wear charge may be made under a law. A notice that was missed, or given outside its
 * days, means no wear charge at all. Business days are counted as bank days.
 */
export function wearChargeRight(law: WearLaw, notice: WearNotice): WearChargeRight {
  const { end, endsOn, noticeOn } = notice;
  const early = end === 'early';
  const noticeFrom = early ? endsOn : addDays(endsOn, -law.noticeFromDays);
  const noticeTo = early
    ? addBankDays(endsOn, law.earlyNoticeBusinessDays)
    : addDays(endsOn, -law.noticeToDays);
  const days = { noticeFrom, noticeTo };
  if (noticeOn === null) return { ...days, allowed: false, reason: 'notice-not-given' };
  if (noticeOn < noticeFrom) return { ...days, allowed: false, reason: 'notice-too-early' };
  if (noticeOn > noticeTo) return { ...days, allowed: false, reason: 'notice-too-late' };
  return { ...days, allowed: true, bases: early ? law.earlyEndBases : law.scheduledEndBases };
}
