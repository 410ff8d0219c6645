import { cpus, totalmem } from 'node:os';

/** The machine and runtime that every figure of a run shares. */
export function machine(): Readonly<Record<string, string>> {
  const cores = cpus();
  return {
    cores: `${cores.length} × ${cores[0]?.model.trim() ?? 'unknown'}`,
    memory: `${Math.round(totalmem() / 1024 ** 3)} GB`,
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
  };
}
