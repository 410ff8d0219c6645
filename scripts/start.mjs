/** `npm start`: install if needed, build the screens if needed, serve. */
import { ensureInstalled } from './ensure-installed.mjs';
import { ensureWebBuilt } from './ensure-web-built.mjs';
import { repositoryRoot } from './repository.mjs';
import { runServer } from './run-server.mjs';

await ensureInstalled();
if (await ensureWebBuilt()) {
  process.exitCode = await runServer(['serve', ...process.argv.slice(2)], repositoryRoot);
} else {
  process.exitCode = 1;
}
