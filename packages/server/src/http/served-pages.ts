import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServedPages } from '@roadbook/api/served-page';

/** Loads what the web's build made to draw pages for one request. It lies beside the portal's. */
export async function loadServedPages(pagesFolder: string): Promise<ServedPages> {
  const path = join(pagesFolder, '..', 'served', 'index.js');
  return (await import(pathToFileURL(path).href)) as ServedPages;
}
