import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createProvider } from '../desk/provider/provider.ts';
import { keepSearchable } from '../desk/search/make-search-keys.ts';
import { createDeskApp } from '../http/desk/desk-app.ts';
import type { PortalOptions } from '../http/portal-options.ts';
import type { Shell } from '../operation/shell.ts';
import type { ReportFault } from '../platform/report-fault.ts';
import { DESK_FOLDER, type Settings } from './settings.ts';

/** Fewer people than this are done before anybody could read how far it is. */
const WORTH_TELLING = 2_000;

/** The desk's server, or null where nobody has said its address. */
export async function createDesk(
  { staffUrl, isLocal, provider }: Settings,
  common: Omit<PortalOptions, 'isHttps' | 'publicUrl' | 'pagesFolder'>,
): Promise<FastifyInstance | null> {
  if (staffUrl === null) return null;
  return createDeskApp({
    ...common,
    isHttps: staffUrl.startsWith('https:'),
    publicUrl: staffUrl,
    showsDemoCodes: isLocal,
    provider: provider === null ? null : createProvider(provider),
    pagesFolder: existsSync(join(DESK_FOLDER, 'desk.html')) ? DESK_FOLDER : null,
  });
}

/** Makes people findable while the server runs, and says how far it is. */
export function startSearch(
  shell: Pick<Shell, 'store' | 'ring'>,
  say: { readonly progress: (text: string) => void; readonly done: () => void },
  report: ReportFault,
  signal: AbortSignal,
): () => readonly string[] {
  return keepSearchable(
    { ring: shell.ring, store: shell.store.patient },
    ({ done, whole, perSecond }) => {
      if (whole < WORTH_TELLING) return;
      const left = Math.ceil((whole - done) / Math.max(1, perSecond));
      say.progress(`Search keys: ${done} of ${whole} people, ${perSecond}/s, ${left} s left`);
      if (done === whole) say.done();
    },
    (fault) => report('Search keys could not be made', fault),
    signal,
  );
}
