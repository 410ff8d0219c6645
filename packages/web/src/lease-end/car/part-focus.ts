import { type FocusEvent, type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import type { DrawnPart } from './drawing.ts';
import { type Direction, nearestPart } from './nearest-part.ts';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** The part of a picture with an id; none when the picture has no such part. */
export const partOf = (parts: readonly DrawnPart[], id: string | null): DrawnPart | undefined =>
  parts.find(({ partId }) => partId === id);

/** The part that an event came from. */
function partIdAt(event: { readonly target: EventTarget }): string | null {
  const at = event.target instanceof Element ? event.target.closest('[data-part]') : null;
  return at?.getAttribute('data-part') ?? null;
}

/** Where the keyboard is: the one tab stop, the ring, and what keys and touches do. */
export function usePartFocus(
  parts: readonly DrawnPart[],
  selectedPartId: string | null,
  onSelect: (partId: string) => void,
) {
  const [restingId, setRestingId] = useState<string | null>(null);
  const [ringedId, setRingedId] = useState<string | null>(null);
  const picture = useRef<SVGSVGElement>(null);
  const stop = partOf(parts, restingId) ?? partOf(parts, selectedPartId) ?? parts[0];

  const goTo = (partId: string | null | undefined): void => {
    if (partId === null || partId === undefined) return;
    picture.current?.querySelector<SVGGElement>(`g[data-part="${partId}"]`)?.focus();
  };
  const onClick = (event: MouseEvent): void => {
    const partId = partIdAt(event);
    if (partId === null) return;
    setRestingId(partId);
    onSelect(partId);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const part = partOf(parts, partIdAt(event));
    if (part === undefined) return;
    const direction = ARROWS[event.key];
    if (direction !== undefined) goTo(nearestPart(parts, part.mark, direction));
    else if (event.key === 'Home') goTo(parts[0]?.partId);
    else if (event.key === 'End') goTo(parts.at(-1)?.partId);
    else if (event.key === 'Enter' || event.key === ' ') onSelect(part.partId);
    else return;
    event.preventDefault();
  };
  const onFocus = (event: FocusEvent): void => {
    const partId = partIdAt(event);
    setRestingId(partId);
    setRingedId(event.target.matches(':focus-visible') ? partId : null);
  };
  const onBlur = (): void => setRingedId(null);
  return {
    stopId: stop?.partId ?? null,
    ringedId,
    listeners: { ref: picture, onClick, onKeyDown, onFocus, onBlur },
  };
}
