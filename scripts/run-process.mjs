/**
 * Running one command as a child: its exit code is ours, its signals are ours.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * Starts `file` with `args` and resolves to its exit code. A child that a signal ended gives
 * 128 + the signal's number, as a shell would. Output is inherited unless `options.stdio` says
 * otherwise.
 */
export function runProcess(file, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: 'inherit', ...options });
    const stopForwarding = forwardSignals(child);
    child.once('error', (error) => {
      stopForwarding();
      reject(error);
    });
    child.once('close', (code, signal) => {
      stopForwarding();
      resolve(signal === null ? (code ?? 1) : 128 + constants.signals[signal]);
    });
  });
}

/**
 * Like `runProcess`, but keeps what the child printed instead of showing it: a gate shows the
 * output of a step only if the step failed.
 */
export async function runQuietly(file, args, options = {}) {
  let output = '';
  const exitCode = await new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const stopForwarding = forwardSignals(child);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output += text;
      });
    }
    child.once('error', reject);
    child.once('close', (code, signal) => {
      stopForwarding();
      resolve(signal === null ? (code ?? 1) : 128 + constants.signals[signal]);
    });
  });
  return { exitCode, output };
}

/**
 * A terminal sends Ctrl-C to the whole process group, so the child has its SIGINT already; passing
 * it on would make it two, and a second one asks a server to stop without finishing its work.
 */
function forwardSignals(child) {
  const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => {
    const alreadyDelivered = signal === 'SIGINT' && process.stdin.isTTY === true;
    const handler = () => {
      if (!alreadyDelivered) child.kill(signal);
    };
    process.on(signal, handler);
    return { signal, handler };
  });
  const watch = watchParent(() => child.kill('SIGTERM'));
  return () => {
    clearInterval(watch);
    for (const { signal, handler } of handlers) process.removeListener(signal, handler);
  };
}

/**
 * A signal to npm ends the shell that npm started, and that shell does not tell us. Without this
 * watch, stopping `npm start` from a service manager would leave the server behind.
 */
function watchParent(parentEnded) {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const parent = process.ppid;
  return setInterval(() => {
    if (process.ppid !== parent) parentEnded();
  }, 500).unref();
}
