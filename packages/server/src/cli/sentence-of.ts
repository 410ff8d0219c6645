/**
 * What went wrong, in one sentence. A name with several addresses fails with one fault for each,
 * and not everything that is thrown is an error.
 */
export function sentenceOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0)
    return sentenceOf(error.errors[0]);
  if (error instanceof Error && error.message !== '') return error.message;
  return typeof error === 'object' ? `It failed: ${JSON.stringify(error)}` : String(error);
}
