import { type BodyStyle, type CarView, partsOf } from '@roadbook/domain/wear/walk/car-part';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CarPicture } from './car-picture.tsx';
import type { PartState } from './part-state.tsx';

function pictureOf(
  view: CarView,
  selectedPartId: string | null = null,
  states: ReadonlyMap<string, PartState> = new Map(),
  style: BodyStyle = 'sedan',
): string {
  return renderToStaticMarkup(
    <CarPicture
      style={style}
      view={view}
      label="Left side"
      selectedPartId={selectedPartId}
      states={states}
      labelOf={(partId) => `The ${partId}`}
      onSelect={() => {}}
    />,
  );
}

const count = (markup: string, piece: string): number => markup.split(piece).length - 1;

describe('the picture of the car', () => {
  it('is a named group with one named button for every part', () => {
    const markup = pictureOf('left');
    expect(markup).toMatch(/<svg[^>]* role="group" aria-label="Left side"/);
    const parts = partsOf('sedan').filter(({ view }) => view === 'left');
    expect(count(markup, 'role="button"')).toBe(parts.length);
    for (const { id } of parts) expect(count(markup, `aria-label="The ${id}"`)).toBe(1);
  });

  it('is one stop of the tab key: the chosen part, or the first', () => {
    const stopOf = (markup: string) =>
      [...markup.matchAll(/data-part="([\w-]+)" role="button" tabindex="0"/g)].map(([, id]) => id);
    expect(stopOf(pictureOf('left'))).toEqual(['left-fender']);
    expect(stopOf(pictureOf('left', 'left-rear-door'))).toEqual(['left-rear-door']);
    expect(stopOf(pictureOf('left', 'hood'))).toEqual(['left-fender']);
  });

  it('says which part is chosen', () => {
    const markup = pictureOf('left', 'left-mirror');
    expect(count(markup, 'aria-pressed="true"')).toBe(1);
    expect(markup).toContain('aria-label="The left-mirror" aria-pressed="true"');
  });

  it('marks a state with a sign besides its color, and nothing where nobody looked', () => {
    const signs = (state: PartState) =>
      count(pictureOf('left', null, new Map([['left-mirror', state]])), '<circle');
    expect(signs('untouched')).toBe(0);
    for (const state of ['fine', 'ordinary', 'chargeable', 'unknown', 'skipped'] as const) {
      expect(signs(state)).toBe(1);
    }
  });

  it('writes no style attribute, which the content policy would refuse', () => {
    const states = new Map<string, PartState>([['left-mirror', 'skipped']]);
    expect(pictureOf('left', 'left-sill', states)).not.toContain('style=');
  });
});
