import { type AmountProblem, readAmount } from '../../../../shared/format/cents.ts';
import { type ContractOverview, isLate, nextStepOf, overdueCents } from '../../next-step.ts';
import { AMOUNT_CHOICES, type AmountChoice, type DraftStore, type PaymentDraft } from './draft.ts';

/**
 * The answers as they were given: kept while a person looks elsewhere, such as adding an account.
 */
export type PayForm = {
  /** Null while nothing is chosen: nobody who owes nothing now is handed a payment. */
  readonly choice: AmountChoice | null;
  readonly amountText: string;
  readonly methodId: string | null;
  readonly on: string;
};

export type PayProblem =
  | AmountProblem
  | 'choice-missing'
  | 'method-missing'
  | 'date-missing'
  | 'date-past';
/** By the id of the field. */
export type PayProblems = Readonly<Record<string, PayProblem>>;

export type CheckedPayForm =
  | { readonly chosen: Omit<PaymentDraft, 'key'> }
  | { readonly problems: PayProblems };

/**
 * The choices that a contract offers. What is late comes first, then what is due; the first is
 * chosen already. Extra principal needs nothing past due, and a lease has neither principal nor
 * payoff. The server decides.
 */
export function choicesFor(contract: ContractOverview): AmountChoice[] {
  const { total, pastDueCents } = contract.amountDue;
  const overdue = overdueCents(contract);
  return AMOUNT_CHOICES.filter((choice) => {
    if (choice === 'due') return total.totalCents !== '0';
    if (choice === 'past-due') return isLate(contract) && overdue !== total.totalCents;
    if (choice === 'other') return true;
    return contract.product === 'loan' && (choice === 'payoff' || pastDueCents === '0');
  });
}

/**
 * What is chosen before anybody chooses: what is late, else what is due. Nothing where the next
 * step is not to pay: whoever is paid ahead or has promised it shall not pay it by a slip.
 */
export function likelyChoice(contract: ContractOverview, today: string): AmountChoice | null {
  if (nextStepOf(contract, today).act !== 'pay') return null;
  const [first] = choicesFor(contract);
  return first === 'past-due' || first === 'due' ? first : null;
}

type Method = {
  readonly methodId: string;
  readonly lastUsedOn: string | null;
  readonly refusedOn: string | null;
};

/**
 * The account that is chosen already: the one asked for, else the one used last, else the oldest.
 * One that was refused is never chosen for a person.
 */
export function likelyMethod(methods: readonly Method[], asked: string | null): string | null {
  const good = methods.filter(({ refusedOn }) => refusedOn === null);
  const wanted = good.find(({ methodId }) => methodId === asked);
  const [last] = good.toSorted((a, b) => ((a.lastUsedOn ?? '') > (b.lastUsedOn ?? '') ? -1 : 1));
  const used = last?.lastUsedOn === null ? good[0] : last;
  return (wanted ?? used)?.methodId ?? null;
}

/** The amount of a choice; null for one that a person has to type or the payoff has to tell. */
export function amountOf(choice: AmountChoice, contract: ContractOverview): string | null {
  if (choice === 'due') return contract.amountDue.total.totalCents;
  return choice === 'past-due' ? overdueCents(contract) : null;
}

/** Reads the answers. `payoffCents` is the payoff of the chosen day, where it is known. */
export function checkPayForm(
  form: PayForm,
  contract: ContractOverview,
  payoffCents: string | null,
  today: string,
): CheckedPayForm {
  const { choice, methodId, on } = form;
  const problems: Record<string, PayProblem> = {};
  let amountCents =
    choice === null ? null : choice === 'payoff' ? payoffCents : amountOf(choice, contract);
  if (choice === null) problems.choice = 'choice-missing';
  if (choice === 'other' || choice === 'principal-only') {
    const read = readAmount(form.amountText);
    if ('problem' in read) problems.amount = read.problem;
    else amountCents = read.cents;
  }
  if (methodId === null) problems.method = 'method-missing';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on)) problems.on = 'date-missing';
  else if (on < today) problems.on = 'date-past';
  if (
    choice === null ||
    amountCents === null ||
    methodId === null ||
    Object.keys(problems).length > 0
  ) {
    return { problems };
  }
  return { chosen: { choice, amountCents, methodId, on } };
}

const nameOf = (contractId: string): string => `roadbook.pay-form.${contractId}`;

export function keepPayForm(store: DraftStore, contractId: string, form: PayForm): void {
  store.setItem(nameOf(contractId), JSON.stringify(form));
}

export function dropPayForm(store: DraftStore, contractId: string): void {
  store.removeItem(nameOf(contractId));
}

/** The answers kept for a contract, or null when there are none that can be read. */
export function readPayForm(store: DraftStore, contractId: string): PayForm | null {
  try {
    const kept: unknown = JSON.parse(store.getItem(nameOf(contractId)) ?? 'null');
    if (kept === null || typeof kept !== 'object') return null;
    const { choice, amountText, methodId, on } = kept as Record<string, unknown>;
    const isForm =
      (choice === null || AMOUNT_CHOICES.includes(choice as AmountChoice)) &&
      typeof amountText === 'string' &&
      typeof on === 'string' &&
      (methodId === null || typeof methodId === 'string');
    return isForm ? (kept as PayForm) : null;
  } catch {
    return null;
  }
}
