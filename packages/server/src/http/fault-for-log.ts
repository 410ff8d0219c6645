/** What a log keeps of an error. */
export type LoggedFault = {
  readonly name: string;
  readonly code: string | null;
  readonly message: string;
  readonly stack: string;
};

/**
 * An error as the log may keep it: what and where, never the values that were on their way.
 * Databases hang parameters, rows and details on their errors, and those are personal data.
 */
export function faultForLog(error: unknown): LoggedFault {
  if (!(error instanceof Error)) return { name: 'unknown', code: null, message: '', stack: '' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  const message = withoutValues(error.message);
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: error.name, code, message, stack: frames.join('\n') };
}

/** Databases quote the value they could not read: `invalid input syntax for type uuid: "…"`. */
function withoutValues(message: string): string {
  return message.replace(/"[^"]*"/g, '"…"');
}
