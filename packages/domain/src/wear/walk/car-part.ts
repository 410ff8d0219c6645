/** The body styles that the walk-around draws and the guides tell apart. */
export const BODY_STYLES = ['sedan', 'suv', 'truck'] as const;
export type BodyStyle = (typeof BODY_STYLES)[number];

/** From where a part is looked at; also the order of the guided walk. */
export const CAR_VIEWS = [
  'front',
  'left',
  'rear',
  'right',
  'roof',
  'interior',
  'equipment',
] as const;
export type CarView = (typeof CAR_VIEWS)[number];

/** What a part is made of, as far as rules of wear tell parts apart. */
export const PART_KINDS = [
  'panel',
  'bumper',
  'light',
  'mirror',
  'glass',
  'windshield',
  'wheel',
  'tire',
  'upholstery',
  'trim',
  'equipment',
] as const;
export type PartKind = (typeof PART_KINDS)[number];

/**
 * One part of a car a person can point at. `area` is the two-digit area of the damage codes that
 * inspectors and hauliers use; null where their list has none, as for seats. A side window has the
 * area of its door: there the type of damage says that it is glass.
 */
export type CarPart = {
  readonly id: string;
  readonly view: CarView;
  readonly kind: PartKind;
  readonly area: string | null;
  /** The body styles that have it; all of them when absent. */
  readonly onlyOn?: readonly BodyStyle[];
};

function part(id: string, view: CarView, kind: PartKind, area: string | null): CarPart {
  return { id, view, kind, area };
}

function only(on: readonly BodyStyle[], given: CarPart): CarPart {
  return { ...given, onlyOn: on };
}

/** The codes of one side: door, rear door, fender, quarter, sill, mirror, front and rear wheel. */
type SideAreas = readonly [string, string, string, string, string, string, string, string];

function side(name: 'left' | 'right', areas: SideAreas, tires: readonly [string, string]) {
  const [door, rearDoor, fender, quarter, sill, mirror, frontWheel, rearWheel] = areas;
  return [
    part(`${name}-fender`, name, 'panel', fender),
    part(`${name}-front-wheel`, name, 'wheel', frontWheel),
    part(`${name}-front-tire`, name, 'tire', tires[0]),
    part(`${name}-mirror`, name, 'mirror', mirror),
    part(`${name}-front-door`, name, 'panel', door),
    part(`${name}-front-window`, name, 'glass', door),
    part(`${name}-rear-door`, name, 'panel', rearDoor),
    part(`${name}-rear-window`, name, 'glass', rearDoor),
    part(`${name}-sill`, name, 'panel', sill),
    part(`${name}-quarter-panel`, name, 'panel', quarter),
    part(`${name}-rear-wheel`, name, 'wheel', rearWheel),
    part(`${name}-rear-tire`, name, 'tire', tires[1]),
  ];
}

/** Every part, in the order of the guided walk around the car. */
export const CAR_PARTS: readonly CarPart[] = [
  part('front-bumper', 'front', 'bumper', '03'),
  part('grille', 'front', 'trim', '22'),
  part('left-headlight', 'front', 'light', '24'),
  part('right-headlight', 'front', 'light', '24'),
  part('hood', 'front', 'panel', '27'),
  part('windshield', 'front', 'windshield', '20'),
  ...side('left', ['10', '11', '14', '15', '35', '30', '73', '75'], ['72', '74']),
  part('rear-bumper', 'rear', 'bumper', '04'),
  part('left-tail-light', 'rear', 'light', '45'),
  part('right-tail-light', 'rear', 'light', '45'),
  part('tailgate', 'rear', 'panel', '52'),
  part('rear-glass', 'rear', 'glass', '21'),
  only(['truck'], part('truck-bed', 'rear', 'panel', '61')),
  ...side('right', ['12', '13', '16', '17', '36', '31', '79', '77'], ['78', '76']),
  part('roof', 'roof', 'panel', '37'),
  part('sunroof', 'roof', 'glass', '53'),
  part('driver-seat', 'interior', 'upholstery', null),
  part('passenger-seat', 'interior', 'upholstery', null),
  part('rear-seat', 'interior', 'upholstery', null),
  part('dashboard', 'interior', 'trim', '66'),
  part('door-trim', 'interior', 'trim', null),
  part('headliner', 'interior', 'upholstery', '26'),
  part('carpet', 'interior', 'upholstery', '68'),
  only(['sedan', 'suv'], part('cargo-area', 'interior', 'upholstery', '55')),
  part('keys', 'equipment', 'equipment', '28'),
  part('owners-manual', 'equipment', 'equipment', '23'),
  part('spare-or-kit', 'equipment', 'equipment', '40'),
  part('floor-mats', 'equipment', 'equipment', '18'),
  part('head-restraints', 'equipment', 'equipment', null),
  part('charge-cord', 'equipment', 'equipment', '23'),
  only(['suv'], part('cargo-cover', 'equipment', 'equipment', '55')),
];

/** The parts of one body style in the order of the walk. */
export function partsOf(style: BodyStyle): readonly CarPart[] {
  return CAR_PARTS.filter((each) => each.onlyOn === undefined || each.onlyOn.includes(style));
}

export function partById(id: string): CarPart | null {
  return CAR_PARTS.find((each) => each.id === id) ?? null;
}

/** A code of a part or damage as it is spelled today: files kept by earlier builds say `tyre`. */
export function spelledToday(code: string): string {
  return code.replace('tyre', 'tire');
}
