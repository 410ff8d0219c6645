import type { Contract, LoanContract } from '@roadbook/domain/contract/contract';
import { stateAfter } from '@roadbook/domain/contract/decision';
import { type ChangeRefusalCode, changeTerms } from '@roadbook/domain/loan/change-terms';
import { projectLoan } from '@roadbook/domain/loan/projection';
import { type Cents, dollars, sumCents } from '@roadbook/domain/money/cents';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { aligned } from '../../boarding/boarding-summary.ts';
import { findContracts } from '../../book/read/read-account.ts';
import { readContract } from '../../book/read/read-contract.ts';
import { changeTerms as writeTerms } from '../../book/write/change-terms.ts';
import { prepareDecision } from '../../book/write/prepare-entries.ts';
import type { Shell } from '../../operation/shell.ts';
import { recordLook } from '../../people/access-log.sql.ts';
import type { CommandRequest, Say } from '../command-request.ts';
import { ALL_DONE, NOTHING_DONE } from '../exit-codes.ts';

type ChangeRequest = Extract<CommandRequest, { readonly command: 'change-terms' }>;
type Facts = Readonly<Record<string, string>>;

const ATTEMPTS_MAX = 5;

/** What a person can do about each refusal. */
const SENTENCES: Readonly<Record<ChangeRefusalCode, (facts: Facts) => string>> = {
  'only-for-loans': () => 'It is a lease. Its end is moved with an extension of the lease.',
  'contract-ended': ({ status }) => `The loan is ${status}: no payment is to come.`,
  'no-payment-to-come': () => 'The last payment has fallen due: there is none to move.',
  'rhythm-without-due-day': ({ every }) =>
    `The payments fall due ${every}. Only those that fall due by months can be moved.`,
  'promise-in-the-way': ({ on }) =>
    `The customer promised a payment for ${on}. Ask them to cancel it, then run this again.`,
  'due-day-past-due': () =>
    'A payment is past due. The due day is changed once it is paid; an extension may help now.',
  'due-day-as-it-is': ({ dueDay }) => `The due day is ${dueDay} already.`,
  'due-day-too-far': ({ days, most }) =>
    `The next payment would move by ${days} days, and this lender moves it by ${most} at most.`,
  'extension-over-limit': ({ most }) =>
    `This lender extends the loan by ${most} more months now, at most.`,
};

/** Shows what a change of the payments to come does, and does it where the person is sure. */
export async function runChangeTerms(
  shell: Shell,
  request: ChangeRequest,
  say: Say,
): Promise<number> {
  const { store, clock } = shell;
  const [found] = await findContracts(store, { number: request.number });
  if (found === undefined) {
    say.line(`There is no contract ${request.number}. Check the number.`);
    return NOTHING_DONE;
  }
  const contractId = found.contract_id;
  await recordLook(store, { who: 'command-line', contractId, what: 'change-terms' }, clock());
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const stored = await readContract(store, contractId);
    if (stored === null) break;
    const { contract, openDay, head } = stored;
    const why = { reason: request.reason, decidedBy: request.by };
    const decision = changeTerms(contract, request.asked, why, openDay);
    if (decision.outcome === 'not-changed') {
      say.line(SENTENCES[decision.code](decision.facts));
      say.line('Nothing was changed.');
      return NOTHING_DONE;
    }
    if (!request.isSure) {
      for (const line of preview(contract, stateAfter(decision, contract), openDay)) say.line(line);
      say.line('Nothing was changed yet. To do it, run the same with --yes.');
      return NOTHING_DONE;
    }
    const nowMs = clock();
    // No client's key has a blank, so none can stand in the way.
    const key = `staff terms ${contract.version + 1}`;
    const command = { contract, head, openDay, key, inputHash: null, decision };
    const prepared = prepareDecision({ ...command, earliestNext: openDay }, nowMs);
    if (!(await writeTerms(store, openDay, nowMs, prepared))) continue;
    for (const line of preview(contract, stateAfter(decision, contract), openDay)) say.line(line);
    say.line(`Changed as of ${openDay}.`);
    return ALL_DONE;
  }
  say.line('The contract was changed by others again and again. Run this once more.');
  return NOTHING_DONE;
}

/** The next and the last payment, and all interest to come, before and after. */
function preview(before: Contract, after: Contract, on: BusinessDate): string[] {
  if (before.product !== 'loan' || after.product !== 'loan') return [];
  const old = outlook(before, on);
  const fresh = outlook(after, on);
  return aligned([
    ['', `before${' '.repeat(24)}after`],
    ...old.map(([label, text], index): [string, string] => [
      label,
      `${text.padEnd(30)}${fresh[index]?.[1] ?? ''}`,
    ]),
  ]);
}

/** As if every payment to come were made on its day; what is past due is left out of it. */
function outlook(loan: LoanContract, on: BusinessDate): [string, string][] {
  const rows = projectLoan(loan, on);
  const toCome = rows.filter(({ dueDate }) => dueDate > on);
  const [next] = toCome;
  const last = toCome.at(-1);
  const interest = sumCents(rows.map(({ interestCents }) => interestCents));
  const money = (cents: Cents | undefined): string => dollars(cents ?? 0n);
  return [
    ['Next payment', next === undefined ? '-' : `${money(next.paymentCents)} on ${next.dueDate}`],
    ['  of it interest', money(next?.interestCents)],
    ['Last payment', last === undefined ? '-' : `${money(last.paymentCents)} on ${last.dueDate}`],
    ['Interest to come', money(interest)],
  ];
}
