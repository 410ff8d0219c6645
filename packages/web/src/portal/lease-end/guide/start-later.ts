/**
 * The guide is read without script, so the planner comes after it: when the page is there and the
 * browser has nothing else to do. A link that is faster than that leads to the next page all the
 * same.
 */
const address = document.querySelector<HTMLMetaElement>('meta[name=later-script]')?.content;
let isStarted = false;

function start(): void {
  if (isStarted || address === undefined) return;
  isStarted = true;
  const script = document.createElement('script');
  script.type = 'module';
  script.src = address;
  document.head.append(script);
}

function startWhenIdle(): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(start, { timeout: 3_000 });
  else start();
}

// A plan in the address is taken up, and out of the address, without waiting.
if (location.hash !== '') start();
if (document.readyState === 'complete') startWhenIdle();
else addEventListener('load', startWhenIdle, { once: true });

export {};
