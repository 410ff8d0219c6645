import { createHash } from 'node:crypto';
import type * as operations from '@roadbook/api/operations/desk-hand-over';
import { readingFaults } from '@roadbook/api/reading-rule';
import { encode } from '@roadbook/api/wire';
import type { LeaseContract } from '@roadbook/domain/contract/contract';
import type { HandOver } from '@roadbook/domain/contract/give-back';
import type { RefusalCode } from '@roadbook/domain/contract/refusal';
import { isRunning } from '@roadbook/domain/contract/status';
import { leaseMaturityDate } from '@roadbook/domain/lease/lease-calendar';
import { isLowerThanKnown } from '@roadbook/domain/lease/reading/tell-reading';
import { receiveCar } from '@roadbook/domain/lease-end/case/receive-car';
import { addDays, date } from '@roadbook/domain/time/calendar';
import { bareVin } from '@roadbook/domain/vehicle/vin';
import { readContract } from '../../book/read/read-contract.ts';
import { readHistory } from '../../book/read/read-history.ts';
import { finishReturn } from '../../lease-end/appointments/finish-return.ts';
import { giveBackPolicy, leaseOf, runGiveBack } from '../../lease-end/give-back/give-back.ts';
import { keepDocument } from '../../lease-end/give-back/lease-document.sql.ts';
import { returnForm } from '../../lease-end/give-back/return-form.ts';
import { signedForm } from '../../lease-end/give-back/signed-form.ts';
import { localTime } from '../../lender/local-time.ts';
import { longDay } from '../../letters/letter-format.ts';
import { referenceOf } from '../../money/pay/receipts.ts';
import type { Handler } from '../../operation/handler.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { admitAttempt } from '../../people/admit-attempt.ts';
import { namedUuid } from '../../platform/database/uuid.ts';
import { seal } from '../../platform/keys/key-ring.ts';
import { identityOf } from '../../platform/keys/sealed-columns.ts';
import { recordDeskLook } from '../look/look.ts';
import type { StaffCaller } from '../staff/staff-session.ts';
import { type CarRow, carByVin } from './hand-over.sql.ts';

type Dealer<O extends (typeof operations)[keyof typeof operations]> = Handler<O, StaffCaller>;

/** A busy lot takes some cars an hour; whoever types more VINs is trying them. */
const LOOKS = { attempts: 60, windowSeconds: 3_600 };

/** Finds a car by its whole VIN. An unknown one and one that is no lease are answered alike. */
export const findCarToReceive: Dealer<typeof operations.findCarToReceive> = async ({
  shell,
  caller,
  body,
}) => {
  await admitAttempt(shell, `cars:${caller.staffId}`, LOOKS);
  const { car, lease, openDay } = await carOf(shell, body.vin);
  await recordDeskLook(shell, caller, { what: 'car-found', contractId: car.contract_id });
  const { handOver, quote } = lease.facts.giveBack;
  const { turnIn } = giveBackPolicy(shell, openDay).windows;
  return {
    contractId: car.contract_id,
    vin: car.vin,
    modelYear: car.model_year,
    make: car.make,
    model: car.model,
    today: openDay as string,
    firstDay: isRunning(lease.status)
      ? (addDays(leaseMaturityDate(lease.terms), -turnIn.fromDays) as string)
      : null,
    receivedOn: handOver === null ? null : (handOver.on as string),
    hasQuote: handOver === null && quote !== null && quote.goodThrough >= openDay,
  };
};

/** What would be owed at the counter: the receipt is decided, and nothing is written. */
export const previewCarReceipt: Dealer<typeof operations.previewCarReceipt> = async ({
  shell,
  params,
  body,
}) => {
  const { lease, openDay } = await carOf(shell, body.vin, params.contractId);
  const receipt = await tryReceipt(shell, lease, openDay, body);
  return { ...atCounter(receipt), isNotActual: isNotActual(lease, body) };
};

/**
 * Takes the car back. The signed form is kept first, under the hash that the entry then names; the
 * same key again finds the same form and the same receipt.
 */
export const recordCarReceipt: Dealer<typeof operations.recordCarReceipt> = async ({
  shell,
  caller,
  params,
  body,
  key,
}) => {
  const { store, ring, clock } = shell;
  const { contractId } = params;
  const { car, lease, openDay } = await carOf(shell, body.vin, contractId);
  await recordDeskLook(shell, caller, { what: 'car-received', contractId });
  const { customerSigns: _customer, dealerSigns: _dealer, ...said } = body;
  // Other words under the same key are another hand-over: no form stands for what it does not say.
  const handOverId = namedUuid(`hand-over:${contractId}:${key}:${encode(said)}`);
  // What will be refused leaves no signed form; the same command again is not refused.
  if (lease.facts.giveBack.handOver?.handOverId !== handOverId) {
    await tryReceipt(shell, lease, openDay, body);
  }
  const madeAt = new Date(clock()).toISOString();
  const text = returnForm({
    ...formOf(shell, car, body, madeAt),
    isNotActual: isNotActual(lease, body),
    reference: referenceOf(handOverId),
  });
  const kept = await keepDocument(store, {
    sha256: createHash('sha256').update(text).digest(),
    contractId,
    handOverId,
    madeAt,
    ...seal(ring, identityOf.leaseDocument(handOverId), text),
  });
  const form = kept.toString('hex');
  const done = await runGiveBack(shell, {
    contractId,
    act: 'car-received',
    key,
    input: [encode(said), caller.staffId],
    decide: (contract, policy, businessDate, history) =>
      receiveCar(
        contract,
        {
          handOver: handOverOf(handOverId, body),
          receivedBy: `staff:${caller.staffId}`,
          form,
          billId: namedUuid(`bill-of:${handOverId}`),
        },
        policy,
        businessDate,
        history,
      ),
  }).catch((fault: unknown) => {
    if (!(fault instanceof ProblemError)) throw fault;
    throw receiptRefused(fault.code as RefusalCode, fault.facts);
  });
  await finishReturn(store, contractId, madeAt);
  return {
    handOverId,
    reference: referenceOf(handOverId),
    on: body.on,
    recordedAt: done.recordedAt,
    form,
    ...atCounter(done.body.receipt),
  };
};

/** The signed form of a car, for whoever received cars. */
export const getDealerReturnForm: Dealer<typeof operations.getDealerReturnForm> = async ({
  shell,
  caller,
  params,
}) => {
  const { contractId } = params;
  await recordDeskLook(shell, caller, { what: 'return-form', contractId });
  return signedForm(shell, contractId);
};

type Said = Parameters<Dealer<typeof operations.previewCarReceipt>>[0]['body'];

function handOverOf(handOverId: string, said: Said): HandOver {
  const { on, miles, milesReason, hasNewDamage } = said;
  return { handOverId, on: date(on), miles, milesReason, hasNewDamage };
}

/** Whether the statement has to say that the reading may not be the actual mileage. */
function isNotActual(lease: LeaseContract, { miles, on, milesReason: reason }: Said): boolean {
  return isLowerThanKnown(lease, { miles, on: date(on), reason });
}

/** The lease of a VIN; a contract that another VIN names is not found either. */
async function carOf(
  { store }: Pick<Shell, 'store'>,
  vin: string,
  contractId: string | null = null,
): Promise<{ car: CarRow; lease: LeaseContract; openDay: ReturnType<typeof date> }> {
  const car = await carByVin(store, bareVin(vin));
  if (car === null || (contractId !== null && car.contract_id !== contractId)) {
    throw new ProblemError('car-not-found');
  }
  const stored = await readContract(store, car.contract_id);
  if (stored === null) throw new ProblemError('car-not-found');
  return { car, lease: leaseOf(stored.contract), openDay: stored.openDay };
}

/** What is owed at the counter, as the receipt of a hand-over says it. */
function atCounter({ owedCents, quoteId }: Readonly<Record<string, unknown>> = {}) {
  return { owedCents: String(owedCents ?? '0'), isQuoted: quoteId != null };
}

/** Decides a receipt and writes nothing: what it would say, or why it is refused. */
async function tryReceipt(
  shell: Shell,
  lease: LeaseContract,
  openDay: ReturnType<typeof date>,
  said: Said,
): Promise<Readonly<Record<string, unknown>>> {
  const id = namedUuid('a receipt that is only looked at');
  const command = {
    handOver: handOverOf(id, said),
    receivedBy: 'nobody',
    form: 'none',
    billId: id,
  };
  const policy = giveBackPolicy(shell, openDay);
  let outcome = receiveCar(lease, command, policy, openDay, null);
  if (outcome.outcome === 'needs-history') {
    const history = await readHistory(shell.store, lease.contractId, lease.version);
    outcome = receiveCar(lease, command, policy, openDay, history);
  }
  if (outcome.outcome === 'refused') throw receiptRefused(outcome.code, outcome.facts);
  if (outcome.outcome === 'needs-history') throw new Error('history was given');
  return outcome.receipt;
}

/** What is wrong with a reading stands beside its field. */
function receiptRefused(code: RefusalCode, facts: Readonly<Record<string, string>>): ProblemError {
  return new ProblemError(code, facts, readingFaults(code, facts));
}

function formOf({ lender }: Pick<Shell, 'lender'>, car: CarRow, said: Said, madeAt: string) {
  const { day, time } = localTime(lender, madeAt);
  const { name, addresses } = lender.brand;
  return {
    lender: name,
    lenderAddress: addresses.regular.filter((line) => line !== name).join(', '),
    contractNumber: car.contract_number,
    vin: car.vin,
    car: [car.model_year, car.make, car.model].filter((part) => part !== null).join(' '),
    on: longDay(said.on),
    at: `${longDay(day)}, ${time}`,
    miles: said.miles.toLocaleString('en-US'),
    keys: said.keys.toString(),
    hasManual: said.hasManual,
    hasEquipment: said.hasEquipment,
    hasNewDamage: said.hasNewDamage,
    remarks: said.remarks,
    givenBy: said.givenBy,
    receivedBy: said.receivedBy,
  };
}
