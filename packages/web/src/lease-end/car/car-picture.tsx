import type { BodyStyle, CarView } from '@roadbook/domain/wear/walk/car-part';
import { type ReactNode, useId } from 'react';
import { drawingOf } from './car-geometry.ts';
import look from './car-picture.module.css';
import type { DrawnPart } from './drawing.ts';
import { partOf, usePartFocus } from './part-focus.ts';
import { PartMark, type PartState, stateClass } from './part-state.tsx';
import { RolePaths } from './role-paths.tsx';
import roles from './shape-roles.module.css';

type CarPictureProps = {
  readonly style: BodyStyle;
  readonly view: CarView;
  /** The name of the whole picture, such as “Left side of the car”. */
  readonly label: string;
  readonly selectedPartId: string | null;
  /** A part that is not in the map is untouched. */
  readonly states: ReadonlyMap<string, PartState>;
  /** The accessible name of a part with its state, such as “Left mirror, fine”. */
  readonly labelOf: (partId: string) => string;
  readonly onSelect: (partId: string) => void;
};

/**
 * The car from one place, every part a button. One tab stop: the arrows go to the nearest part
 * that way, Home and End to the first and the last, Enter and Space choose.
 */
export function CarPicture(props: CarPictureProps): ReactNode {
  const { style, view, label, selectedPartId, states, labelOf, onSelect } = props;
  const { width, height, layers } = drawingOf(style, view);
  const parts = layers.filter((layer) => layer.partId !== null);
  const focus = usePartFocus(parts, selectedPartId, onSelect);
  const hatch = useId();

  return (
    <div className={look.frame}>
      {/* biome-ignore lint/a11y/useSemanticElements: a picture is no set of form fields. */}
      <svg
        className={`${look.picture} ${roles.palette}`}
        viewBox={`0 0 ${width.toString()} ${height.toString()}`}
        role="group"
        aria-label={label}
        {...focus.listeners}
      >
        <Hatch id={hatch} unit={width / NARROW} />
        {/* Under everything that is drawn, so that no part takes a touch from its neighbour. */}
        {parts.map(({ partId, hit }) =>
          hit === undefined ? null : (
            <path key={partId} className={look.hit} data-part={partId} d={hit} />
          ),
        )}
        {layers.map((layer, at) =>
          layer.partId === null ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: its place is all that a backdrop is.
            <g key={at} className={look.backdrop}>
              <RolePaths shapes={layer.shapes} />
            </g>
          ) : (
            <Part
              key={layer.partId}
              part={layer}
              state={states.get(layer.partId) ?? 'untouched'}
              selected={layer.partId === selectedPartId}
              stop={layer.partId === focus.stopId}
              label={labelOf(layer.partId)}
              hatch={hatch}
            />
          ),
        )}
        {parts.map(({ partId, fingerHit }) =>
          fingerHit === undefined ? null : (
            <path key={partId} className={look.fingerHit} data-part={partId} d={fingerHit} />
          ),
        )}
        <g className={look.overlay}>
          <Ring part={partOf(parts, selectedPartId)} kind={look.selectedRing} />
          <Ring part={partOf(parts, focus.ringedId)} kind={look.focusRing} />
          {parts.map(({ partId, mark }) => (
            <PartMark
              key={partId}
              state={states.get(partId) ?? 'untouched'}
              at={mark}
              unit={width / NARROW}
            />
          ))}
        </g>
      </svg>
    </div>
  );
}

/** The width in pixels of a picture on a narrow telephone, for which marks are measured. */
const NARROW = 343;

type PartProps = {
  readonly part: DrawnPart;
  readonly state: PartState;
  readonly selected: boolean;
  readonly stop: boolean;
  readonly label: string;
  readonly hatch: string;
};

function Part({ part, state, selected, stop, label, hatch }: PartProps): ReactNode {
  const { partId, shapes } = part;
  return (
    // biome-ignore lint/a11y/useSemanticElements: no element of a picture is a button.
    <g
      className={`${look.part} ${stateClass[state]} ${selected ? look.selected : ''}`}
      data-part={partId}
      role="button"
      tabIndex={stop ? 0 : -1}
      aria-label={label}
      aria-pressed={selected}
    >
      <RolePaths shapes={shapes} />
      {state === 'skipped' ? (
        <path className={look.hatched} fill={`url(#${hatch})`} d={shapes[0]?.[1]} />
      ) : null}
    </g>
  );
}

/** Twice around a part: light within which the colour stands out on anything. */
function Ring({ part, kind }: { part: DrawnPart | undefined; kind: string | undefined }) {
  const d = part?.shapes[0]?.[1];
  if (d === undefined) return null;
  return (
    <>
      <path className={`${kind} ${look.halo}`} d={d} />
      <path className={kind} d={d} />
    </>
  );
}

/** The slanted lines over a part that was skipped. */
function Hatch({ id, unit }: { id: string; unit: number }): ReactNode {
  const side = 7 * unit;
  return (
    <defs>
      <pattern
        id={id}
        width={side}
        height={side}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path className={look.hatch} d={`M0 0V${side.toString()}`} />
      </pattern>
    </defs>
  );
}
