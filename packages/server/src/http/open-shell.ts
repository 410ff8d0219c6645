import { ProblemError } from '../operation/problem-error.ts';
import type { Shell } from '../operation/shell.ts';
import type { PortalOptions } from './portal-options.ts';

/** The shell, once the database is open; until then the request is refused as "starting". */
export function openShell({ shell }: Pick<PortalOptions, 'shell'>): Shell {
  const open = shell();
  if (open === null) throw new ProblemError('starting');
  return open;
}
