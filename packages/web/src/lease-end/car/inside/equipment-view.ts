import type { BodyStyle } from '@roadbook/domain/wear/walk/car-part';
import type { Drawing, DrawnPart, Stroke } from '../drawing.ts';
import { box, disc, line, movePath, ring, shape } from '../path-data.ts';

const CELL = 200;

/** Each thing in a square of 200, drawn around its middle. */
const THINGS: Readonly<Record<string, readonly Stroke[]>> = {
  keys: [
    ['metal', ring([100, 52], 20, 14)],
    [
      'trim',
      shape(
        'M 78 72 C 82 64 118 64 122 72 L 130 134 C 130 150 118 158 100 158 C 82 158 70 150 70 134',
      ),
    ],
    ['dark', box(86, 82, 28, 16, 6)],
    ['dark', box(86, 104, 28, 16, 6)],
    ['tail-lamp', box(90, 127, 20, 13, 6)],
  ],
  'owners-manual': [
    [
      'trim',
      shape('M 54 46 L 134 40 C 140 40 144 44 144 50 L 146 148 L 60 158 C 54 158 50 154 50 148'),
    ],
    ['paint', shape('M 60 150 L 146 140 L 146 150 L 62 160 C 54 160 54 152 60 150')],
    ['line', line('M 62 46 L 62 150')],
    ['fine', line('M 80 66 L 128 62').concat(line('M 80 78 L 112 75'))],
    ['metal', shape('M 78 116 L 84 104 L 92 98 L 112 97 L 121 104 L 130 106 L 131 116 L 78 120')],
    ['dark', disc([91, 119], 6)],
    ['dark', disc([119, 116], 6)],
  ],
  'spare-or-kit': [
    ['rubber', ring([100, 98], 60, 38)],
    ['metal', disc([100, 98], 38)],
    ['fine', disc([100, 98], 51)],
    ['fine', disc([100, 98], 30)],
    ['dark', disc([100, 98], 9)],
    ['dark', [0, 72, 144, 216, 288].map((turn) => hole(turn)).join('')],
  ],
  'floor-mats': [
    [
      'rubber',
      shape(
        'M 44 62 C 44 52 50 48 60 48 L 86 48 C 92 48 94 54 94 60 L 96 140 ' +
          'C 96 148 92 152 84 152 L 50 152 C 42 152 40 146 40 140',
      ),
    ],
    ['fine', box(50, 104, 36, 36, 6)],
    ['fine', line('M 54 62 L 84 62').concat(line('M 53 74 L 85 74'), line('M 52 86 L 86 86'))],
    [
      'rubber',
      shape(
        'M 106 60 C 106 54 108 48 114 48 L 140 48 C 150 48 156 52 156 62 L 160 140 ' +
          'C 160 146 158 152 150 152 L 116 152 C 108 152 104 148 104 140',
      ),
    ],
    ['fine', box(114, 104, 36, 36, 6)],
    [
      'fine',
      line('M 116 62 L 146 62').concat(line('M 115 74 L 147 74'), line('M 114 86 L 148 86')),
    ],
  ],
  'head-restraints': [
    ['metal', box(76, 104, 9, 56, 4)],
    ['metal', box(115, 104, 9, 56, 4)],
    [
      'trim',
      shape(
        'M 52 74 C 54 50 74 44 100 44 C 126 44 146 50 148 74 L 146 100 ' +
          'C 144 114 128 118 100 118 C 72 118 56 114 54 100',
      ),
    ],
    ['fine', line('M 68 62 C 66 76 66 88 70 104').concat(line('M 132 62 C 134 76 134 88 130 104'))],
    ['fine', line('M 79 136 L 82 136').concat(line('M 79 146 L 82 146'))],
  ],
  'charge-cord': [
    [
      'line',
      line(
        'M 92 136 C 92 164 60 168 54 146 C 48 122 74 112 92 122 C 128 142 158 130 156 104 ' +
          'C 154 84 136 84 132 96',
      ),
    ],
    [
      'trim',
      shape(
        'M 66 44 L 118 44 C 124 44 126 50 124 56 L 116 84 C 112 96 106 98 104 108 L 101 136 ' +
          'C 100 142 84 142 83 136 L 80 108 C 78 98 72 96 68 84 L 60 56 C 58 50 60 44 66 44',
      ),
    ],
    ['metal', disc([92, 66], 17)],
    ['dark', disc([86, 62], 3.4)],
    ['dark', disc([98, 62], 3.4)],
    ['dark', disc([92, 72], 3.4)],
  ],
  'cargo-cover': [
    ['trim', box(36, 56, 128, 24, 12)],
    ['metal', box(30, 60, 14, 16, 5)],
    ['metal', box(156, 60, 14, 16, 5)],
    ['trim', shape('M 50 80 L 150 80 L 160 140 L 40 140')],
    ['fine', line('M 48 96 L 152 96').concat(line('M 45 112 L 155 112'))],
    ['trim', box(36, 136, 128, 13, 6)],
    ['fine', line('M 88 142 L 112 142')],
  ],
};

function hole(degrees: number): string {
  const turn = (degrees / 180) * Math.PI;
  return disc([100 + 21 * Math.cos(turn), 98 + 21 * Math.sin(turn)], 5);
}

const ORDER = Object.keys(THINGS);

/** What must come back with the car, each on a card of its own. */
export function equipmentView(style: BodyStyle): Drawing {
  const names = ORDER.filter((name) => name !== 'cargo-cover' || style === 'suv');
  const rows = Math.ceil(names.length / 3);
  return {
    width: 3 * CELL,
    height: rows * CELL,
    layers: names.map((partId, at): DrawnPart => {
      const row = Math.floor(at / 3);
      const inRow = Math.min(3, names.length - row * 3);
      const x = (at % 3) * CELL + ((3 - inRow) * CELL) / 2;
      const y = row * CELL;
      return {
        partId,
        shapes: [
          ['paint', box(x + 8, y + 8, CELL - 16, CELL - 16, 18)],
          ...(THINGS[partId] ?? []).map(([role, d]): Stroke => [role, movePath(d, x, y)]),
        ],
        mark: [x + 164, y + 36],
      };
    }),
  };
}
