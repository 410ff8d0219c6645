import { ProblemError } from '../../../../../shared/wire/problem-error.ts';

/**
 * A bank account as it is typed; the number twice, because a typing error pays a stranger's way.
 */
export type BankAccountForm = {
  readonly holderName: string;
  readonly routingNumber: string;
  readonly accountNumber: string;
  readonly accountNumberAgain: string;
  readonly accountType: 'checking' | 'savings';
  readonly password: string;
};

export type BankAccountProblem =
  | 'holder-missing'
  | 'routing-length'
  | 'routing-check-digit'
  | 'account-length'
  | 'account-differs'
  | 'password-missing'
  | 'password-wrong';

/** What is wrong, by field, in the order of the page; digits may be typed with blanks or dashes. */
export function checkBankAccount(
  form: BankAccountForm,
  hasPassword = true,
): Record<string, BankAccountProblem> {
  const problems: Record<string, BankAccountProblem> = {};
  const routing = digitsOf(form.routingNumber);
  const account = digitsOf(form.accountNumber);
  if (form.holderName.trim().length < 2) problems.holderName = 'holder-missing';
  if (!/^\d{9}$/.test(routing)) problems.routingNumber = 'routing-length';
  else if (!hasCheckDigit(routing)) problems.routingNumber = 'routing-check-digit';
  if (!/^\d{4,17}$/.test(account)) problems.accountNumber = 'account-length';
  else if (digitsOf(form.accountNumberAgain) !== account) {
    problems.accountNumberAgain = 'account-differs';
  }
  if (hasPassword && form.password === '') problems.password = 'password-missing';
  return problems;
}

/** The field that an answer of the server is about, and what is wrong with it; null for others. */
export function problemOf(fault: unknown): [keyof BankAccountForm, BankAccountProblem] | null {
  if (!(fault instanceof ProblemError)) return null;
  if (fault.problem.code === 'password-wrong') return ['password', 'password-wrong'];
  return fault.problem.code === 'routing-number-wrong'
    ? ['routingNumber', 'routing-check-digit']
    : null;
}

/** As the API takes it. */
export function bankAccountOf(form: BankAccountForm) {
  return {
    holderName: form.holderName.trim(),
    routingNumber: digitsOf(form.routingNumber),
    accountNumber: digitsOf(form.accountNumber),
    accountType: form.accountType,
    ...(form.password === '' ? {} : { password: form.password }),
  };
}

function digitsOf(typed: string): string {
  return typed.replace(/[\s-]/g, '');
}

/** ABA check digit: 3, 7 and 1 times the digits in turn add up to a multiple of ten. */
function hasCheckDigit(routing: string): boolean {
  const weights = [3, 7, 1];
  const sum = [...routing].reduce(
    (total, digit, at) => total + Number(digit) * (weights[at % 3] ?? 0),
    0,
  );
  return sum % 10 === 0;
}
