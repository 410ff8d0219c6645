import type * as operations from '@roadbook/api/operations/payments';
import { encode } from '@roadbook/api/wire';
import { isRoutingNumber } from '@roadbook/domain/payment/routing-number';
import { isSteppedUp } from '@roadbook/domain/person/step-up';
import { contractIdsOf } from '../../book/read/read-account.ts';
import { readContracts } from '../../book/read/read-contract.ts';
import type { Lender } from '../../lender/lender.ts';
import { dayAt } from '../../lender/local-time.ts';
import type { Handler } from '../../operation/handler.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import type { PersonFile } from '../../people/proofs/proofs-on-file.ts';
import { tellOfSecurity } from '../../people/security-notices/security-notice.ts';
import type { CustomerSession } from '../../people/session.ts';
import {
  demandNoHold,
  noteProof,
  type Standing,
  standingOf,
  stepUpState,
} from '../../people/sessions/step-up.ts';
import { confirmPassword } from '../../people/sign-in/check-password.ts';
import { uuidV7 } from '../../platform/database/uuid.ts';
import { seal } from '../../platform/keys/key-ring.ts';
import { identityOf } from '../../platform/keys/sealed-columns.ts';
import {
  insertPaymentMethod,
  listPaymentMethods,
  methodLabel,
  type PaymentMethodRow,
  removePaymentMethod,
} from './payment-methods.sql.ts';

const METHODS_MAX = 10;

export const listMethods: Handler<typeof operations.listPaymentMethods, CustomerSession> = async ({
  shell,
  caller,
}) => ({
  methods: (await listPaymentMethods(shell.store, caller.personId)).map((row) =>
    presentMethod(shell.lender, row),
  ),
});

export const addMethod: Handler<typeof operations.addPaymentMethod, CustomerSession> = async ({
  shell,
  caller,
  body,
}) => {
  const { store, ring, clock } = shell;
  if (!isRoutingNumber(body.routingNumber)) throw new ProblemError('routing-number-wrong');
  const file = await demandProof(shell, caller, body.password);
  const existing = await listPaymentMethods(store, caller.personId);
  if (existing.length >= METHODS_MAX) {
    throw new ProblemError('too-many-methods', { most: METHODS_MAX.toString() });
  }
  const methodId = uuidV7(clock());
  const { holderName, routingNumber, accountNumber, accountType } = body;
  const secret = encode({ holderName, routingNumber, accountNumber });
  const lastFour = accountNumber.slice(-4);
  await store.transaction(async (tx) => {
    const { personId } = caller;
    const sealed = seal(ring, identityOf.paymentMethod(methodId), secret);
    const method = { personId, methodId, accountType, lastFour, ...sealed };
    await insertPaymentMethod(tx, method, clock());
    await tellOfSecurity(tx, shell, file, 'bank-account-added');
  });
  const addedAt = new Date(clock()).toISOString();
  return {
    methodId,
    kind: 'bank-account' as const,
    label: methodLabel({ account_type: accountType, last_four: lastFour }),
    lastFour,
    accountType,
    addedOn: dayAt(shell.lender, addedAt),
    lastUsedOn: null,
    refusedOn: null,
  };
};

/**
 * Money may leave in a new way only after a step-up. A password that comes with the account counts
 * as given just now, and is enough for customers of the demonstration.
 */
async function demandProof(
  shell: Shell,
  caller: CustomerSession,
  password: string | undefined,
): Promise<PersonFile> {
  await demandNoHold(shell, caller.personId, 'bank-account');
  const standing = await standingOf(shell, caller);
  if (password === undefined) {
    if (standing.isEnough) return standing.file;
    return refuseStep(shell, standing);
  }
  const nowMs = shell.clock();
  const confirmed = await confirmPassword(shell.store, caller.personId, password, nowMs);
  if (confirmed.outcome === 'throttled') {
    throw new ProblemError('too-many-attempts', { seconds: confirmed.seconds.toString() });
  }
  if (confirmed.outcome === 'busy') throw new ProblemError('busy');
  if (confirmed.outcome === 'refused') throw new ProblemError('password-wrong');
  const fresh = [...standing.fresh, { proof: 'password', atMs: nowMs } as const];
  if (standing.file.waivesSecond || isSteppedUp(fresh, true, nowMs)) return standing.file;
  // The password need not be typed again for the second proof.
  await noteProof(shell, caller, standing, 'password');
  return refuseStep(shell, standing);
}

function refuseStep(shell: Shell, standing: Standing): never {
  const { needsPassword, ways } = stepUpState(shell, standing);
  const all = needsPassword ? ['password', ...ways] : ways;
  throw new ProblemError('step-up-needed', { ways: all.join(', ') });
}

export const removeMethod: Handler<
  typeof operations.removePaymentMethod,
  CustomerSession
> = async ({ shell, caller, params }) => {
  const { store, clock } = shell;
  const own = await listPaymentMethods(store, caller.personId);
  if (!own.some((method) => method.method_id === params.methodId)) {
    throw new ProblemError('payment-method-not-found');
  }
  const ids = await contractIdsOf(store, caller.personId);
  const contracts = await readContracts(
    store,
    ids.map((contractId) => ({ contractId, key: '' })),
  );
  const isPromised = [...contracts.values()].some(({ contract }) =>
    contract.facts.promises.some(({ methodId }) => methodId === params.methodId),
  );
  if (isPromised) throw new ProblemError('payment-method-in-use');
  const removed = await removePaymentMethod(store, caller.personId, params.methodId, clock());
  if (!removed) throw new ProblemError('payment-method-not-found');
  return {};
};

function presentMethod(lender: Lender, row: PaymentMethodRow) {
  return {
    methodId: row.method_id,
    kind: row.kind,
    label: methodLabel(row),
    lastFour: row.last_four,
    accountType: row.account_type,
    addedOn: dayAt(lender, row.added_at),
    lastUsedOn: row.last_used_at === null ? null : dayAt(lender, row.last_used_at),
    refusedOn: row.refused_at === null ? null : dayAt(lender, row.refused_at),
  };
}
