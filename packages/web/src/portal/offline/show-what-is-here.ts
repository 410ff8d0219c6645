/** Where the planner's worker keeps its pages, and where walks are kept. */
const PLANNER_CACHE = 'roadbook-lease-end-';
const WALKS = 'roadbook-walk';

/**
 * On the page for no connection: leads to the planner and to a kept walk, if this device has them.
 * The walk is not read; whether there is one is all that is looked at.
 */
export async function showWhatIsHere(page: Document): Promise<void> {
  const planner = page.querySelector<HTMLElement>('[data-planner]');
  const again = page.querySelector<HTMLButtonElement>('[data-again]');
  if (again !== null) {
    again.hidden = false;
    again.addEventListener('click', () => location.reload());
  }
  if (planner === null || !('caches' in globalThis)) return;
  const names = await caches.keys();
  if (!names.some((name) => name.startsWith(PLANNER_CACHE))) return;
  planner.hidden = false;
  const walk = planner.querySelector<HTMLElement>('[data-kept-walk]');
  const databases = (await indexedDB.databases?.().catch(() => [])) ?? [];
  if (walk !== null) walk.hidden = !databases.some(({ name }) => name === WALKS);
}
