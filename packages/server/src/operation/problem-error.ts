import type { FieldError, ProblemCode } from '@roadbook/api/problem';

/** A problem on its way to the answer: thrown by handlers, turned into a reply in one place. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly facts: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];

  constructor(
    code: ProblemCode,
    facts: Readonly<Record<string, string>> = {},
    errors: readonly FieldError[] = [],
  ) {
    super(code);
    this.name = 'ProblemError';
    this.code = code;
    this.facts = facts;
    this.errors = errors;
  }
}
