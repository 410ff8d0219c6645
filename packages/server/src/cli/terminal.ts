import type { Say } from './command-request.ts';

/**
 * Speaks to a terminal: progress in one line that is overwritten; piped output gets plain lines.
 */
export function terminal(output: NodeJS.WriteStream): Say & { readonly done: () => void } {
  const isTerminal = output.isTTY === true;
  let shown = false;
  const clear = (): void => {
    if (shown) output.write('\r\u001b[K');
    shown = false;
  };
  return {
    line: (text) => {
      clear();
      output.write(`${text}\n`);
    },
    progress: (text) => {
      if (!isTerminal) return;
      output.write(`\r\u001b[K${text}`);
      shown = true;
    },
    done: clear,
  };
}
