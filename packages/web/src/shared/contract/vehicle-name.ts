import { t } from '../copy/copy.ts';
import type { ContractOverview } from './contract-overview.ts';

/** "2022 Corolla" as far as it is known; the contract's number when the vehicle is not. */
export function vehicleName({
  vehicle,
  contractNumber,
}: Pick<ContractOverview, 'vehicle' | 'contractNumber'>): string {
  const { year, make, model } = vehicle;
  const known = [year, make, model].filter((part) => part !== null);
  return known.length === 0
    ? t('contract.number-only', { number: contractNumber })
    : known.map(titled).join(' ');
}

/** Files shout: "COROLLA" is written as a name, "BMW" and "CX-5" are left as they are. */
function titled(part: string | number): string {
  if (typeof part === 'number') return String(part);
  return part.replace(/\b[A-Z]{4,}\b/g, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}
