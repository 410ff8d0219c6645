import type { Operation } from '@roadbook/api/operation';
import * as customerOperations from '@roadbook/api/operations/desk-customers';
import * as giveBackOperations from '@roadbook/api/operations/desk-give-back';
import * as handOverOperations from '@roadbook/api/operations/desk-hand-over';
import * as placeOperations from '@roadbook/api/operations/desk-places';
import * as sessionOperations from '@roadbook/api/operations/desk-session';
import * as workOperations from '@roadbook/api/operations/desk-work';
import { roleAllows } from '@roadbook/domain/person/staff-role';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as audit from '../../desk/audit/answer-audit.ts';
import { bookCallBack } from '../../desk/customer/book-call-back.ts';
import * as customer from '../../desk/customer/customer.ts';
import { liftContractHold, placeContractHold } from '../../desk/customer/desk-holds.ts';
import { confirmRecoveryCall, printLetter, startRecovery } from '../../desk/customer/recovery.ts';
import { decideDispute } from '../../desk/give-back/decide-dispute.ts';
import * as giveBack from '../../desk/give-back/desk-give-back.ts';
import { getGiveBackFile } from '../../desk/give-back/give-back-file.ts';
import { listKeptPromises } from '../../desk/give-back/promises.ts';
import * as handOver from '../../desk/hand-over/hand-over.ts';
import { giveReason, leaveCustomer } from '../../desk/look/look.ts';
import {
  listPlaceAppointments,
  markAppointmentMissed,
} from '../../desk/places/answer-place-appointments.ts';
import * as places from '../../desk/places/answer-places.ts';
import { searchCustomers } from '../../desk/search/answer-search.ts';
import type { ProblemLog } from '../../desk/search/problem-log.ts';
import * as staff from '../../desk/staff/answer-staff.ts';
import type { StaffSessionRow } from '../../desk/staff/staff-session.sql.ts';
import { findStaffSession, type StaffCaller } from '../../desk/staff/staff-session.ts';
import * as work from '../../desk/work/answer-work.ts';
import { dayAt } from '../../lender/local-time.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { type BoundHandler, type BoundShell, binderFor } from '../bind.ts';
import { arrivalOf } from '../desk/arrival.ts';
import { clearDeskSession, deskToken } from '../desk/desk-cookie.ts';
import { checkOrigin } from '../origin-check.ts';
import type { PublicAddress } from '../public-address.ts';
import { type WorkRule, workBudget } from '../work-budget.ts';

type Found = { readonly caller: StaffCaller; readonly row: StaffSessionRow };
const found = new WeakMap<FastifyRequest, Found>();

export type StaffOptions = {
  readonly isHttps: boolean;
  readonly address: PublicAddress | null;
  readonly problems: ProblemLog | null;
  /** Asks the sign-on provider again whether somebody still works here; throws where not. */
  readonly recheck: (shell: Shell, row: StaffSessionRow) => Promise<void>;
};

/** A person types a few searches a minute; whoever sends more copies the book. */
const SEARCHES: WorkRule = { burst: 40, perMinute: 40, atOnce: 4 };
const EXPORTS: WorkRule = { burst: 4, perMinute: 4, atOnce: 1 };

/** What people at the desk may call, each as far as their role allows. */
export function registerStaff(
  plugin: FastifyInstance,
  shell: BoundShell,
  options: StaffOptions,
): void {
  const { isHttps, address, problems, recheck } = options;
  plugin.addHook('onRequest', async (request) => {
    checkOrigin(request, address);
    const token = deskToken(request, isHttps);
    const open = shell();
    const session = token === null ? null : await findStaffSession(open, token, open.clock());
    if (session === null) throw new ProblemError('not-signed-in');
    await recheck(open, session.row);
    // What the provider has just said may have changed the role.
    const isByProvider = session.caller.byProvider && token !== null;
    const now = isByProvider ? await findStaffSession(open, token, open.clock()) : session;
    if (now === null) throw new ProblemError('not-signed-in');
    found.set(request, now);
  });
  const callerOf = (request: FastifyRequest): StaffCaller => sessionOf(request).caller;
  const bound = binderFor(plugin, shell, callerOf);
  const on: typeof bound = (operation, handler, budget = null) =>
    bound(operation, allowed(operation, handler), budget);

  on(sessionOperations.getDeskSession, staff.getDeskSession);
  on(sessionOperations.deskSignOut, async (call, { reply }) => {
    const answer = await staff.deskSignOut(call);
    clearDeskSession(reply, isHttps);
    return answer;
  });
  on(sessionOperations.getOwnSecurity, staff.getOwnSecurity);
  on(sessionOperations.endOwnSession, staff.endOwnSession);
  on(sessionOperations.ownPasskeyOptions, ({ shell: open, caller }, { request }) =>
    staff.ownPasskeyOptions(open, caller, arrivalOf(request, isHttps)),
  );
  on(sessionOperations.addOwnPasskey, ({ shell: open, caller, body }, { request }) => {
    const { challenge } = sessionOf(request).row;
    return staff.addOwnPasskey(open, { ...caller, challenge }, body, arrivalOf(request, isHttps));
  });
  on(sessionOperations.removeOwnProof, staff.removeOwnProof);

  const nameOf = ({ staffId }: StaffCaller): string => staffId;
  const searches = workBudget(SEARCHES, nameOf);
  on(customerOperations.searchCustomers, (call) => searchCustomers(call, problems), searches);
  on(customerOperations.giveReason, giveReason);
  on(customerOperations.leaveCustomer, leaveCustomer);
  on(customerOperations.getCustomer, customer.getCustomer);
  on(customerOperations.showContactData, customer.showContactData);
  on(customerOperations.endCustomerSessions, customer.endCustomerSessions);
  on(customerOperations.getCustomerContract, customer.getCustomerContract);
  on(customerOperations.listCustomerTransactions, customer.listCustomerTransactions);
  on(customerOperations.getCustomerSchedule, customer.getCustomerSchedule);
  on(customerOperations.placeContractHold, placeContractHold);
  on(customerOperations.liftContractHold, liftContractHold);
  on(customerOperations.bookCallBack, bookCallBack);
  on(customerOperations.startRecovery, startRecovery);
  on(customerOperations.confirmRecoveryCall, confirmRecoveryCall);

  registerGiveBack(on);
  registerPlaces(on);

  on(workOperations.listWork, work.listWork);
  on(workOperations.takeWork, work.takeWork);
  on(workOperations.handBackWork, work.handBackWork);
  on(workOperations.finishWork, work.finishWork);
  on(workOperations.printLetter, printLetter);
  on(workOperations.listAccessLog, audit.listAccessLog);
  on(
    workOperations.exportAccessLog,
    (call, { reply }) => {
      const { lender, clock } = call.shell;
      const day = dayAt(lender, new Date(clock()).toISOString());
      reply.header('content-disposition', `attachment; filename="access-log-${day}.csv"`);
      return audit.exportAccessLog(call);
    },
    workBudget(EXPORTS, nameOf),
  );
}

/** Places with their hours, and who comes to them. */
function registerPlaces(on: ReturnType<typeof binderFor<StaffCaller>>): void {
  on(placeOperations.listPlaceAppointments, listPlaceAppointments);
  on(placeOperations.markAppointmentMissed, markAppointmentMissed);
  on(placeOperations.listDeskPlaces, places.listDeskPlaces);
  on(placeOperations.setPlaceHours, places.setPlaceHours);
  on(placeOperations.setPlaceDay, places.setPlaceDay);
}

/** Giving a leased car back: what staff price, bill, decide and pay. */
function registerGiveBack(on: ReturnType<typeof binderFor<StaffCaller>>): void {
  on(giveBackOperations.getCustomerGiveBack, giveBack.getCustomerGiveBack);
  on(giveBackOperations.getGiveBackFile, getGiveBackFile);
  on(giveBackOperations.listKeptPromises, listKeptPromises);
  on(giveBackOperations.issueReturnQuote, giveBack.issueReturnQuote);
  on(giveBackOperations.withdrawReturnQuote, giveBack.withdrawReturnQuote);
  on(giveBackOperations.issueFinalBill, giveBack.issueFinalBill);
  on(giveBackOperations.decideDispute, decideDispute);
  on(giveBackOperations.creditBillLine, giveBack.creditBillLine);
  on(giveBackOperations.recordRefund, giveBack.recordRefund);
  on(giveBackOperations.recordCarSale, giveBack.recordCarSale);
  on(giveBackOperations.takeBackCarReceipt, giveBack.takeBackCarReceipt);
  on(handOverOperations.findCarToReceive, handOver.findCarToReceive);
  on(handOverOperations.previewCarReceipt, handOver.previewCarReceipt);
  on(handOverOperations.recordCarReceipt, handOver.recordCarReceipt);
  on(handOverOperations.getDealerReturnForm, handOver.getDealerReturnForm);
}

function sessionOf(request: FastifyRequest): Found {
  const session = found.get(request);
  if (session === undefined) throw new ProblemError('not-signed-in');
  return session;
}

/** Puts the permission of an operation before its handler. Without one it is not bound at all. */
export function allowed<O extends Operation>(
  { id, permission }: O,
  handler: BoundHandler<O, StaffCaller>,
): BoundHandler<O, StaffCaller> {
  if (permission === undefined) throw new Error(`${id} of the desk names no permission`);
  return (call, exchange) => {
    const { role } = call.caller;
    if (!roleAllows(role, permission)) {
      throw new ProblemError('not-permitted', { permission, role });
    }
    return handler(call, exchange);
  };
}
