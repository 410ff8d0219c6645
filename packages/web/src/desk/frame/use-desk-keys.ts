import { useEffect } from 'react';
import { useGo } from './link.ts';

/** Moves the focus among the rows of a list by so many; it stays at either end. */
function moveBy(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = at < 0 ? (step === 1 ? 0 : rows.length - 1) : at + step;
  rows[Math.min(Math.max(next, 0), rows.length - 1)]?.focus();
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

/** `/` searches, `j` and `k` go through a list, `?` shows the keys. Enter is the browser's own. */
export function useDeskKeys(): void {
  const go = useGo();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '/') {
        event.preventDefault();
        void go('/').then(() => document.getElementById('search')?.focus());
      } else if (event.key === '?') void go('/help');
      else if (event.key === 'j') moveBy(1);
      else if (event.key === 'k') moveBy(-1);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [go]);
}
