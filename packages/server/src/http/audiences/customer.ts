import * as appointmentOperations from '@roadbook/api/operations/appointments';
import * as callBackOperations from '@roadbook/api/operations/call-backs';
import * as contractOperations from '@roadbook/api/operations/contracts';
import * as giveBackOperations from '@roadbook/api/operations/give-back';
import * as leaseEndOperations from '@roadbook/api/operations/lease-end';
import * as passkeyOperations from '@roadbook/api/operations/passkeys';
import * as paymentOperations from '@roadbook/api/operations/payments';
import * as profileOperations from '@roadbook/api/operations/profile';
import * as registrationOperations from '@roadbook/api/operations/registration';
import * as securityOperations from '@roadbook/api/operations/security';
import * as sessionOperations from '@roadbook/api/operations/session';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as callBacks from '../../contracts/call-backs/answer-call-backs.ts';
import * as contracts from '../../contracts/contracts.ts';
import { exportHistory } from '../../contracts/export-history.ts';
import { exportProfile, exportProfilePage } from '../../held/export-person.ts';
import * as leaseEnd from '../../lease-end/answer-lease-end.ts';
import * as appointments from '../../lease-end/appointments/answer-appointments.ts';
import * as places from '../../lease-end/appointments/answer-places.ts';
import { holdSlot } from '../../lease-end/appointments/hold-slot.ts';
import * as giveBack from '../../lease-end/give-back/give-back.ts';
import { getReturnForm } from '../../lease-end/give-back/signed-form.ts';
import { tellOdometer } from '../../lease-end/tell-odometer.ts';
import * as methods from '../../money/methods/answer-payment-methods.ts';
import * as payments from '../../money/pay/payments.ts';
import * as payoff from '../../money/pay/payoff.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import { getDetails } from '../../people/answer-details.ts';
import * as session from '../../people/answer-session.ts';
import * as authenticator from '../../people/authenticator/answer-authenticator.ts';
import * as passkeys from '../../people/passkeys/answer-passkeys.ts';
import type { From } from '../../people/passkeys/new-passkey.ts';
import * as contacts from '../../people/profile/answer-contacts.ts';
import * as profile from '../../people/profile/answer-profile.ts';
import { addContract } from '../../people/registration/add-contract.ts';
import { type CustomerSession, findSession } from '../../people/session.ts';
import * as security from '../../people/sessions/answer-security.ts';
import * as stepUp from '../../people/sessions/answer-step-up.ts';
import { type BoundShell, binderFor, type Exchange } from '../bind.ts';
import { checkOrigin } from '../origin-check.ts';
import { noteWhoAsked } from '../problem/who-asked.ts';
import type { PublicAddress } from '../public-address.ts';
import { clearSessionCookie, sessionToken, setSessionCookie } from '../session-cookie.ts';
import { siteOf } from '../site.ts';
import { type WorkRule, workBudget } from '../work-budget.ts';

const customers = new WeakMap<FastifyRequest, CustomerSession>();

/** What a session may ask for of what takes long: nobody plans faster than that by hand. */
const SESSION_WORK: WorkRule = { burst: 60, perMinute: 60, atOnce: 4 };

function nameOfSession({ tokenHash }: CustomerSession): string {
  return tokenHash.toString('hex');
}

/** What a customer may call who is signed in. */
export function registerCustomer(
  plugin: FastifyInstance,
  shell: BoundShell,
  { isHttps, address }: { readonly isHttps: boolean; readonly address: PublicAddress | null },
): void {
  plugin.addHook('onRequest', async (request) => {
    checkOrigin(request, address);
    const token = sessionToken(request, isHttps);
    const { store, clock } = shell();
    const found = token === null ? null : await findSession(store, token, clock());
    if (found === null) throw new ProblemError('not-signed-in');
    customers.set(request, found);
    noteWhoAsked(request, found.personId);
  });
  const on = binderFor(plugin, shell, (request): CustomerSession => {
    const caller = customers.get(request);
    if (caller === undefined) throw new ProblemError('not-signed-in');
    return caller;
  });
  on(sessionOperations.getSession, session.getSession);
  on(sessionOperations.getDetails, getDetails);
  on(sessionOperations.signOut, async (call, { reply }) => {
    const answer = await session.signOut(call);
    clearSessionCookie(reply, isHttps);
    return answer;
  });
  registerSecurity(on, isHttps);
  registerProfile(on);
  on(registrationOperations.addContract, ({ shell: open, caller, body }, { request }) =>
    addContract(open, caller, request.ip, body),
  );
  on(contractOperations.listContracts, contracts.listContracts);
  on(contractOperations.getContract, contracts.getContract);
  on(contractOperations.listTransactions, contracts.listTransactions);
  on(contractOperations.getSchedule, contracts.getSchedule);
  const costly = workBudget(SESSION_WORK, nameOfSession);
  on(
    contractOperations.exportHistory,
    (call, { reply }) => {
      const name = `history-${call.params.contractId.slice(-12)}.csv`;
      reply.header('content-disposition', `attachment; filename="${name}"`);
      return exportHistory(call);
    },
    costly,
  );
  on(giveBackOperations.getGiveBack, giveBack.getGiveBack);
  on(giveBackOperations.disputeBillLine, giveBack.disputeBillLine);
  on(giveBackOperations.getReturnForm, getReturnForm);
  on(paymentOperations.previewPayment, payments.previewPayment);
  on(paymentOperations.makePayment, payments.makePayment);
  on(paymentOperations.getPayment, payments.getPayment);
  on(paymentOperations.cancelScheduledPayment, payments.cancelScheduledPayment);
  on(callBackOperations.getCallBack, callBacks.getCallBack);
  on(callBackOperations.askCallBack, callBacks.askCallBack);
  on(paymentOperations.getPayoff, payoff.getPayoff, costly);
  on(paymentOperations.quotePayoff, payoff.quotePayoff, costly);
  on(paymentOperations.listPayoffQuotes, payoff.listQuotes);
  on(paymentOperations.listPaymentMethods, methods.listMethods);
  on(paymentOperations.addPaymentMethod, methods.addMethod);
  on(paymentOperations.removePaymentMethod, methods.removeMethod);
  on(leaseEndOperations.getLeaseEnd, leaseEnd.getLeaseEnd);
  on(leaseEndOperations.tellOdometer, tellOdometer);
  on(leaseEndOperations.getSavedLeaseEnd, leaseEnd.getSaved);
  on(leaseEndOperations.saveLeaseEndPlan, leaseEnd.savePlan, costly);
  on(leaseEndOperations.saveLeaseEndWalk, leaseEnd.saveWalk, costly);
  on(leaseEndOperations.deleteLeaseEndPlan, leaseEnd.deletePlan);
  on(leaseEndOperations.deleteLeaseEndWalk, leaseEnd.deleteWalk);
  registerAppointments(on);
}

/** Places, slots and appointments of a lease's end. */
function registerAppointments(on: ReturnType<typeof binderFor<CustomerSession>>): void {
  on(appointmentOperations.listAppointments, places.listAppointments);
  on(appointmentOperations.listPlaces, places.listPlaces);
  on(appointmentOperations.listSlots, places.listSlots);
  on(appointmentOperations.holdSlot, holdSlot);
  on(appointmentOperations.bookAppointment, appointments.bookAppointment);
  on(appointmentOperations.moveAppointment, appointments.moveAppointment);
  on(appointmentOperations.cancelAppointment, appointments.cancelAppointment);
  on(appointmentOperations.getAppointmentCalendar, (call, { reply }) => {
    const name = `appointment-${call.params.appointmentId.slice(-12)}.ics`;
    reply.header('content-disposition', `attachment; filename="${name}"`);
    return appointments.getAppointmentCalendar(call);
  });
}

/** How somebody signs in, and the proofs that are asked for again in a session. */
function registerSecurity(
  on: ReturnType<typeof binderFor<CustomerSession>>,
  isHttps: boolean,
): void {
  /** A proof gives the session another token, and the browser keeps that one. */
  const keep = ({ answer, rotated }: stepUp.SteppedUp, { reply }: Exchange) => {
    setSessionCookie(reply, rotated, isHttps);
    return answer;
  };
  const from = ({ request }: Exchange): From => ({
    site: siteOf(request, isHttps),
    userAgent: request.headers['user-agent'] ?? '',
  });
  on(passkeyOperations.beginPasskey, (call, exchange) =>
    passkeys.beginPasskey(call, from(exchange)),
  );
  on(passkeyOperations.addPasskey, (call, exchange) => passkeys.addPasskey(call, from(exchange)));
  on(passkeyOperations.renamePasskey, passkeys.renamePasskey);
  on(passkeyOperations.removePasskey, passkeys.removePasskey);
  on(passkeyOperations.askStepUpPasskey, (call, exchange) =>
    passkeys.askStepUpPasskey(call, from(exchange)),
  );
  on(passkeyOperations.stepUpByPasskey, async (call, exchange) =>
    keep(await passkeys.stepUpByPasskey(call, from(exchange)), exchange),
  );
  on(securityOperations.getSecurity, security.getSecurity);
  on(securityOperations.endSession, security.endSession);
  on(securityOperations.endOtherSessions, security.endOtherSessions);
  on(securityOperations.changePassword, security.changePassword);
  on(securityOperations.getStepUp, stepUp.getStepUp);
  on(securityOperations.sendStepUpCode, stepUp.sendStepUpCode);
  on(securityOperations.stepUpByPassword, async (call, exchange) =>
    keep(await stepUp.stepUpByPassword(call), exchange),
  );
  on(securityOperations.stepUpByCode, async (call, exchange) =>
    keep(await stepUp.stepUpByCode(call), exchange),
  );
  on(securityOperations.beginAuthenticator, authenticator.beginAuthenticator);
  on(securityOperations.confirmAuthenticator, authenticator.confirmAuthenticator);
  on(securityOperations.removeAuthenticator, authenticator.removeAuthenticator);
  on(securityOperations.makeRecoveryCodes, authenticator.makeRecoveryCodes);
}

/** What a customer may see and change of the own file. */
function registerProfile(on: ReturnType<typeof binderFor<CustomerSession>>): void {
  on(profileOperations.getProfile, profile.getProfile);
  on(profileOperations.changeMailingAddress, profile.changeMailingAddress);
  on(profileOperations.changeGaraging, profile.changeGaraging);
  on(profileOperations.changeHowToTalk, profile.changeHowToTalk);
  on(profileOperations.chooseNotice, profile.chooseNotice);
  on(profileOperations.sendContactCode, contacts.sendContactCode);
  on(profileOperations.addContact, contacts.addContact);
  on(profileOperations.removeContact, contacts.removeContact);
  on(profileOperations.makeContactMain, contacts.makeContactMain);
  on(profileOperations.exportProfile, exportProfile);
  on(profileOperations.exportProfilePage, exportProfilePage);
}
