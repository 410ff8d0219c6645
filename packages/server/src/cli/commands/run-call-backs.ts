import { openCallBack } from '../../contracts/call-backs/answer-call-backs.ts';
import {
  answerCallBack,
  type ListedCallBack,
  listWaiting,
} from '../../contracts/call-backs/call-back.sql.ts';
import { referenceOf } from '../../money/pay/receipts.ts';
import type { Shell } from '../../operation/shell.ts';
import { recordLook } from '../../people/access-log.sql.ts';
import { fullName, unsealPerson } from '../../people/person.ts';
import type { Say } from '../command-request.ts';
import { ALL_DONE, NOTHING_DONE } from '../exit-codes.ts';

const ABOUT: Readonly<Record<string, string>> = {
  'other-due-date': 'another due date',
  'payment-relief': 'relief from payments',
  'credit-reporting': 'what is reported to credit bureaus',
  'something-else': 'something else',
};

/** Prints who waits for a call, longest first. Each look is recorded. */
export async function runCallBacks(shell: Shell, say: Say): Promise<number> {
  const { store, clock } = shell;
  const rows = await listWaiting(store);
  for (const row of rows) {
    const look = { who: 'command-line', contractId: row.contract_id, what: 'call-back' };
    await recordLook(store, look, clock());
    for (const line of linesOf(shell, row)) say.line(line);
  }
  say.line(
    rows.length === 0
      ? 'Nobody waits for a call.'
      : `${rows.length} waiting. After a call: roadbook call-backs done <reference>`,
  );
  return ALL_DONE;
}

function linesOf({ ring, lender }: Shell, row: ListedCallBack): string[] {
  const { phone, note } = openCallBack(ring, row);
  const sealed = { person_id: row.person_id, key_id: row.person_key_id, sealed: row.person_sealed };
  const name = fullName(unsealPerson(ring, sealed));
  const asked = new Intl.DateTimeFormat('en-US', {
    timeZone: lender.brand.timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(Date.parse(row.asked_at));
  const when = row.part_of_day === 'any' ? 'any time' : `in the ${row.part_of_day}`;
  return [
    `${referenceOf(row.call_back_id)}  asked ${asked}  contract ${row.contract_number}`,
    `  ${name}, ${phone}, ${when}: ${ABOUT[row.about] ?? row.about}`,
    ...(note === null ? [] : [`  "${note}"`]),
  ];
}

/** Marks a request as answered, so that the customer may ask again. */
export async function runCallBackDone(
  { store, clock }: Shell,
  reference: string,
  say: Say,
): Promise<number> {
  const wanted = reference.trim().toUpperCase();
  const row = (await listWaiting(store)).find((each) => referenceOf(each.call_back_id) === wanted);
  if (row === undefined) {
    say.line(`Nobody waits for a call under ${wanted}. See: roadbook call-backs`);
    return NOTHING_DONE;
  }
  await answerCallBack(store, row.call_back_id, 'command-line', new Date(clock()).toISOString());
  say.line(`${wanted} is answered.`);
  return ALL_DONE;
}
