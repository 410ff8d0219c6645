/** `npm run build`: the screens, whether or not their sources have changed. */
import { ensureInstalled } from './ensure-installed.mjs';
import { buildWeb } from './ensure-web-built.mjs';

await ensureInstalled();
process.exitCode = await buildWeb();
