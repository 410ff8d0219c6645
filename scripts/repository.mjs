/** Where the repository lies; every script works from here, wherever it was called. */
import { fileURLToPath } from 'node:url';

export const repositoryRoot = fileURLToPath(new URL('../', import.meta.url));
