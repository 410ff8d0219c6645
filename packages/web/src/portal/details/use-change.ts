import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Response } from '../../shared/wire/client.ts';
import { ProblemError } from '../../shared/wire/problem-error.ts';
import { profileQuery, sessionQuery } from '../queries.ts';
import { useStepUp } from '../security/use-step-up.tsx';

export type Profile = Response<'getProfile'>;

type Wished = {
  readonly change: () => Promise<Profile>;
  readonly after: (() => void) | undefined;
  readonly quiet: boolean | undefined;
};

/** What is under way of a change, and what came of it. */
export type Change = {
  readonly panel: ReactNode;
  /** A step on the way to a change is `quiet`: nothing was saved yet. */
  readonly run: (change: () => Promise<Profile>, after?: () => void, quiet?: boolean) => void;
  readonly fault: unknown;
  readonly done: string | null;
  readonly isPending: boolean;
  /** The rule that a field broke, by the field's name. */
  readonly rules: Readonly<Record<string, string>>;
  readonly attempt: number;
};

/** A change of the profile: a fresh proof where one is asked for, then the profile as it is now. */
export function useChange(saved: string): Change {
  const queries = useQueryClient();
  const { panel, guard } = useStepUp({ act: 'contact-data', about: '' });
  const [done, setDone] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const mutation = useMutation({
    mutationFn: ({ change }: Wished) => guard(change),
    onMutate: () => setDone(null),
    onSuccess: (profile, { after, quiet }) => {
      queries.setQueryData(profileQuery.queryKey, profile);
      void queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      after?.();
      if (quiet !== true) setDone(saved);
    },
    onError: () => setAttempt((before) => before + 1),
  });
  const rules = rulesOf(mutation.error);
  return {
    panel,
    run: (change, after, quiet) => mutation.mutate({ change, after, quiet }),
    fault: Object.keys(rules).length > 0 ? null : mutation.error,
    done,
    isPending: mutation.isPending,
    rules,
    attempt,
  };
}

/** What the server says of each field that it could not take: its value and its rule. */
function rulesOf(fault: unknown): Readonly<Record<string, string>> {
  if (!(fault instanceof ProblemError) || fault.problem.code !== 'invalid-input') return {};
  const errors = fault.problem.errors ?? [];
  return Object.fromEntries(errors.map(({ field, rule }) => [field.replace(/^body\./, ''), rule]));
}
