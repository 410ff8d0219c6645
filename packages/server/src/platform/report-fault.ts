/**
 * Where what runs beside the requests says that something failed: words for the operator, what was
 * thrown, and facts without personal data.
 */
export type ReportFault = (
  words: string,
  error: unknown,
  facts?: Readonly<Record<string, string | number>>,
) => void;
