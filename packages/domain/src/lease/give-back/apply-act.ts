import type { LeaseContract } from '../../contract/contract.ts';
import type { GiveBackAct } from '../../contract/give-back.ts';
import type { Step } from '../../contract/record.ts';
import type { BusinessDate } from '../../time/calendar.ts';
import { applyBill } from './charge-bill.ts';
import { applyCredit } from './credit-line.ts';
import { applyRefund } from './pay-refund.ts';
import { applyHandOver } from './receive-car.ts';

/** Does an act of giving a car back, for the first time or again in its place. */
export function applyAct(step: Step<LeaseContract>, act: GiveBackAct): Step<LeaseContract> {
  switch (act.act) {
    case 'car-received':
      return applyHandOver(step, act.handOver);
    case 'final-bill':
      return applyBill(step, act.bill);
    case 'bill-credit':
      return applyCredit(step, act.credit);
    case 'refund-paid':
      return applyRefund(step, act.refund);
  }
}

/** The day on which an act counts. */
export function dayOfAct(act: GiveBackAct): BusinessDate {
  switch (act.act) {
    case 'car-received':
      return act.handOver.on;
    case 'final-bill':
      return act.bill.issuedOn;
    case 'bill-credit':
      return act.credit.on;
    case 'refund-paid':
      return act.refund.on;
  }
}
