import { type Backdrop, backdrop, type DrawnPart, type Stroke } from './drawing.ts';
import { arch, bow, type Edge, type Point } from './edge.ts';
import { box, disc, line, ring, shape } from './path-data.ts';

/** One wheel as seen from the side. `treadTop` is where the patch of its tread begins. */
export type WheelAt = {
  readonly center: Point;
  readonly tire: number;
  readonly rim: number;
  readonly arch: number;
  readonly floor: number;
  readonly spokes: number;
};

const polar = ([x, y]: Point, radius: number, degrees: number): Point => {
  const turn = (degrees / 180) * Math.PI;
  return [x + radius * Math.cos(turn), y + radius * Math.sin(turn)];
};

/** The dark hollow behind a wheel. */
export function wheelWell({ center, arch: radius, floor }: WheelAt): Backdrop {
  return backdrop(['dark', shape(arch(center, radius, floor))]);
}

const straight = (...points: readonly Point[]): Edge =>
  points.slice(1).map((point, at) => [points[at] ?? point, point] as const);

/** Spokes in pairs that part towards the rim, as on most alloy wheels. */
function spoke(center: Point, rim: number, degrees: number, spread: number): string {
  const reach = rim * 0.93;
  return shape(
    straight(
      polar(center, rim * 0.2, degrees - 34),
      polar(center, rim * 0.5, degrees - spread * 0.52),
      polar(center, reach, degrees - spread * 0.52),
      polar(center, reach, degrees - spread * 0.2),
      polar(center, rim * 0.5, degrees),
      polar(center, reach, degrees + spread * 0.2),
      polar(center, reach, degrees + spread * 0.52),
      polar(center, rim * 0.5, degrees + spread * 0.52),
      polar(center, rim * 0.2, degrees + 34),
    ),
  );
}

/** Where a finger leaves the wheel for the tire: somewhat above the lowest point of the rim. */
const handover = ({ center, rim }: WheelAt): number => center[1] + rim * 0.8;

/** The wheel: rim, spokes and hub. A finger on the upper half of the narrow ring means it. */
export function wheelPart(partId: string, wheel: WheelAt): DrawnPart {
  const { center, tire, rim, spokes } = wheel;
  const turn = 360 / spokes;
  const shapes: Stroke[] = [
    ['dark', disc(center, rim)],
    ...Array.from(
      { length: spokes },
      (_, at): Stroke => ['alloy', spoke(center, rim, at * turn - 90, turn * 0.62)],
    ),
    ['alloy', ring(center, rim, rim * 0.9)],
    ['alloy', disc(center, rim * 0.2)],
    ['fine', disc(center, rim * 0.1)],
  ];
  const fingerHit = shape(arch(center, tire * 0.92, handover(wheel)));
  return { partId, shapes, mark: center, fingerHit };
}

/**
 * The tire, and under it a piece of its tread as one would see it from the front: what is looked
 * at on a tire is the tread, and the narrow ring alone is too little for a finger.
 */
export function tirePart(partId: string, wheel: WheelAt): DrawnPart {
  const { center, tire, rim } = wheel;
  const [x, y] = center;
  const top = y + tire + 12;
  const [width, height] = [tire * 1.56, tire * 0.66];
  const left = x - width / 2;
  const groove = (share: number): Stroke => {
    const at = top + height * share;
    return ['fine', line(`M ${left + 3} ${at} L ${left + width - 3} ${at}`)];
  };
  const blocks = Array.from({ length: 9 }, (_, at): string => {
    const from = left + (width * (at + 1)) / 10;
    return line(`M ${from + 5} ${top + 2} L ${from - 2} ${top + height * 0.28}`).concat(
      line(`M ${from - 2} ${top + height * 0.72} L ${from + 5} ${top + height - 2}`),
    );
  }).join('');
  return {
    partId,
    shapes: [
      ['rubber', ring(center, tire, rim) + box(left, top, width, height, height * 0.24)],
      ['fine', line(bow(center, rim + (tire - rim) * 0.62, 0, 360))],
      groove(0.28),
      groove(0.5),
      groove(0.72),
      ['fine', blocks],
    ],
    mark: [x, top + height / 2],
    hit: box(x - tire, handover(wheel), tire * 2, top + height + 28 - handover(wheel)),
  };
}
