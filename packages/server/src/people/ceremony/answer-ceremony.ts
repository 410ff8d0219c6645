import type { BodyOf, ResponseOf } from '@roadbook/api/operation';
import type * as operations from '@roadbook/api/operations/ceremony';
import type { Shell } from '../../operation/shell.ts';
import { describeSession } from '../answer-session.ts';
import type { ClaimStep, SignedIn } from '../sign-in/open-session.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { CODE_MS, type OpenCeremony } from './ceremony.ts';
import { ceremonyFor, type Progress, stateOf, stepNow } from './progress.ts';
import { askForCode, proveByCode, proveByFacts } from './prove.ts';
import type { CodeWay } from './send-code.ts';

/** A request of somebody without a session, read and found good. */
export type VisitorCall<Body> = {
  readonly shell: Shell;
  readonly visitor: Visitor;
  readonly body: Body;
};

/** What goes back, and the session that the browser is to keep, if one was opened. */
export type Answered<Response> = {
  readonly answer: Response;
  readonly signedIn: SignedIn | null;
};

type Step = ResponseOf<typeof operations.proveCeremonyCode>;

export async function getCeremony({
  shell,
  visitor,
}: VisitorCall<unknown>): Promise<ResponseOf<typeof operations.getCeremony>> {
  const ceremony = await ceremonyFor(shell, visitor);
  return stateOf(shell, ceremony, await stepNow(shell, ceremony, visitor));
}

export async function sendCeremonyCode({
  shell,
  visitor,
  body: { way },
}: VisitorCall<BodyOf<typeof operations.sendCeremonyCode>>): Promise<
  ResponseOf<typeof operations.sendCeremonyCode>
> {
  const { ceremony } = await askForCode(shell, visitor, way);
  return codeSent(shell, ceremony, await stepNow(shell, ceremony, visitor), way);
}

/** That a code is on its way, and where to, masked, for whoever has proven something. */
export function codeSent(
  shell: Pick<Shell, 'clock' | 'ring'>,
  ceremony: OpenCeremony,
  found: Pick<ClaimStep, 'step' | 'file'>,
  way: CodeWay,
) {
  const { mail, phone } = stateOf(shell, ceremony, found);
  return { way, minutes: CODE_MS / 60_000, to: way === 'text-code' ? phone : mail };
}

export async function proveCeremonyCode({
  shell,
  visitor,
  body: { way, code },
}: VisitorCall<BodyOf<typeof operations.proveCeremonyCode>>): Promise<Answered<Step>> {
  return answered(shell, await proveByCode(shell, visitor, way, code));
}

export async function proveCeremonyFacts({
  shell,
  visitor,
  body,
}: VisitorCall<BodyOf<typeof operations.proveCeremonyFacts>>): Promise<Answered<Step>> {
  return answered(shell, await proveByFacts(shell, visitor, body));
}

/** Progress as it travels. */
export async function answered(
  shell: Shell,
  { state, signedIn }: Progress,
): Promise<Answered<Step>> {
  const session = signedIn === null ? null : await describeSession(shell, signedIn);
  return { answer: { ceremony: state, session }, signedIn };
}
