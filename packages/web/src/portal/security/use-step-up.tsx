import { type ReactNode, useState } from 'react';
import { ProblemError } from '../../shared/wire/problem-error.ts';
import { type SignedAct, StepUpPanel } from './step-up-panel.tsx';

/** Whether a change waits for a fresh proof. */
export function isStepUpNeeded(fault: unknown): boolean {
  return fault instanceof ProblemError && fault.problem.code === 'step-up-needed';
}

/**
 * Runs a change; where a fresh proof is asked for, shows the questions and runs it again when they
 * are answered. `panel` is null when nothing is asked.
 */
export function useStepUp(act: SignedAct): {
  readonly panel: ReactNode;
  readonly guard: <T>(change: () => Promise<T>) => Promise<T>;
} {
  const [asked, setAsked] = useState<{ done: () => void; leave: (fault: unknown) => void } | null>(
    null,
  );
  const guard = async <T,>(change: () => Promise<T>): Promise<T> => {
    try {
      return await change();
    } catch (fault) {
      if (!isStepUpNeeded(fault)) throw fault;
      await new Promise<void>((resolve, reject) => setAsked({ done: resolve, leave: reject }));
      setAsked(null);
      return change();
    }
  };
  const panel =
    asked === null ? null : (
      <StepUpPanel
        act={act}
        onDone={asked.done}
        onLeave={() => {
          setAsked(null);
          asked.leave(new StepUpLeft());
        }}
      />
    );
  return { panel, guard };
}

/** The person decided not to prove anything: no fault to show. */
export class StepUpLeft extends Error {}
