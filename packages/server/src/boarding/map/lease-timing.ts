import type { LeaseTerms } from '@roadbook/domain/contract/lease-terms';
import type { Lender } from '../../lender/lender.ts';
import { code, type Ex102Record } from '../read/schema/ex102-record.ts';
import { rhythmOf } from '../read/schema/payment-rhythm.ts';
import type { Assumptions } from './assumptions.ts';

/** When lease payments fall due: as the file says, once if prepaid, else the lender's default. */
export function leaseTimingOf(
  record: Ex102Record,
  lender: Lender,
  assume: Assumptions,
): LeaseTerms['timing'] {
  const column = code(record, 'leaseTiming') as LeaseTerms['timing'] | undefined;
  const stated = column ?? (rhythmOf(record) === 'single' ? 'single-payment' : undefined);
  const usual = lender.boarding.leaseTiming ?? 'advance';
  return assume.orAssume('timing', stated, usual, 'file-silent-lender-default');
}
