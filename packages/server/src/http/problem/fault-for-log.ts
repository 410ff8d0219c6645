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
  const frames = framesOf(error).filter((line) => /^\s+at /.test(line));
  return { name: error.name, code, message, stack: frames.join('\n') };
}

/** The lines of a stack below its message: a line of the message itself may look like a frame. */
function framesOf({ stack = '', message }: Error): string[] {
  const at = message === '' ? -1 : stack.indexOf(message);
  return stack.slice(at < 0 ? 0 : at + message.length).split('\n');
}

/** Databases quote the value they could not read: `invalid input syntax for type uuid: "…"`. */
function withoutValues(message: string): string {
  return message.replace(/"[^"]*"/g, '"…"');
}
