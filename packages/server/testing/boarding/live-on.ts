import { closeContract } from '@roadbook/domain/close/close-contract';
import type { Contract } from '@roadbook/domain/contract/contract';
import { addDays, type BusinessDate } from '@roadbook/domain/time/calendar';

/** A contract after every day from one through another has closed, and what those days wrote. */
export function liveOn(
  contract: Contract,
  from: BusinessDate,
  through: BusinessDate,
): { readonly contract: Contract; readonly written: readonly string[] } {
  let now = contract;
  const written: string[] = [];
  for (let on = from; on <= through; on = addDays(on, 1)) {
    const { entries } = closeContract(now, { on });
    for (const entry of entries) written.push(`${on} ${entry.kind}`);
    now = entries.at(-1)?.after ?? now;
  }
  return { contract: now, written };
}
