import { GuestPayment } from '@roadbook/api/schema/guest';
import type { GuestAmountTyped, ServedFault, ServedRule } from '@roadbook/api/served-page';
import { dollars } from '@roadbook/domain/money/cents';
import { isRoutingNumber } from '@roadbook/domain/payment/routing-number';
import type { FastifyRequest } from 'fastify';
import { formField } from '../read-form.ts';

export const NOTHING_TYPED: GuestAmountTyped = {
  amount: '',
  holderName: '',
  routingNumber: '',
  accountNumber: '',
  accountType: '',
};

/** The fields of a form as they were typed, never endlessly long. */
export function typedIn<K extends string>(
  request: FastifyRequest,
  names: readonly K[],
): Readonly<Record<K, string>> {
  const typed = names.map((name) => [name, formField(request, name)]);
  return Object.fromEntries(typed) as Record<K, string>;
}

/** The amount that is due, until something else is typed. */
export function prefilled(typed: GuestAmountTyped, dueCents: string): GuestAmountTyped {
  if (typed.amount !== '' || BigInt(dueCents) <= 0n) return typed;
  return { ...typed, amount: dollars(BigInt(dueCents)) };
}

/** People write account numbers with blanks and dashes. */
export function digitsOf(typed: string): string {
  return typed.replaceAll(/[\s-]/g, '');
}

const ACCOUNT = GuestPayment.pick({
  holderName: true,
  routingNumber: true,
  accountNumber: true,
  accountType: true,
});

/** What is wrong with a bank account, in the order of the page. */
export function accountFaults(typed: GuestAmountTyped): ServedFault[] {
  const account = {
    holderName: typed.holderName,
    routingNumber: digitsOf(typed.routingNumber),
    accountNumber: digitsOf(typed.accountNumber),
    accountType: typed.accountType,
  };
  const faults = faultsOf(ACCOUNT.safeParse(account), {
    holderName: 'holder-missing',
    routingNumber: 'routing-length',
    accountNumber: 'account-length',
    accountType: 'account-type-missing',
  });
  const isKnownFault = faults.some(({ field }) => field === 'routingNumber');
  if (!isKnownFault && !isRoutingNumber(account.routingNumber)) {
    faults.push({ field: 'routingNumber', rule: 'routing-check-digit' });
  }
  const order = Object.keys(NOTHING_TYPED);
  return faults.toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
}

type Parsed =
  | { readonly success: true }
  | {
      readonly success: false;
      readonly error: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] };
    };

/** What is wrong with each field that a schema does not take, once for each field. */
export function faultsOf(
  parsed: Parsed,
  rules: Readonly<Record<string, ServedRule>>,
): ServedFault[] {
  if (parsed.success) return [];
  const fields = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
  return [...fields].flatMap((field) => {
    const rule = rules[field];
    return rule === undefined ? [] : [{ field, rule }];
  });
}
