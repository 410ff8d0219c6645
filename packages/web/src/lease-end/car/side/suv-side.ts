import type { Drawing } from '../drawing.ts';
import { back, bow, type Edge, edge } from '../edge.ts';
import { box, line, shape } from '../path-data.ts';
import type { WheelAt } from '../wheel.ts';
import { type SideLines, sideView } from './side-view.ts';

/*
 * A middle-sized SUV, 4.75 m long and 1.75 m high, in units of half a centimetre; the road lies at
 * 414. Its arches and its foot are clad in unpainted plastic.
 */
const size = { tire: 74, rim: 52, arch: 83, floor: 366, spokes: 6 };
const front: WheelAt = { center: [212, 340], ...size };
const rear: WheelAt = { center: [762, 340], ...size };

const rearCut = [
  ...edge('M 744 186 C 746 216 742 232 726 243'),
  ...bow(rear.center, 103, 250, 178),
];

/** The cladding around a wheel's opening. */
const cladding = ({ center, arch }: WheelAt, from: number, to: number): string =>
  shape(bow(center, arch, from, to), back(bow(center, arch + 13, from, to)));

const hoodTop: Edge = edge('M 46 232 C 62 210 112 196 184 188 C 236 183 286 179 320 176');

const lines: SideLines = {
  width: 1010,
  height: 503,
  front,
  rear,
  outline: [
    edge('M 132 366 L 72 362 C 48 358 40 346 38 328 L 34 268 C 33 250 36 242 46 232'),
    hoodTop,
    edge('M 320 176 C 368 138 420 102 474 82 C 500 74 540 70 600 68 C 700 66 800 70 868 76'),
    edge('M 868 76 L 914 82 C 918 86 916 92 910 95 C 930 124 944 152 952 182'),
    edge(
      'M 952 182 C 964 190 968 200 968 214 C 972 250 976 280 978 306 C 978 336 972 352 954 360 ' +
        'L 844 366',
    ),
  ],
  belt: edge('M 320 194 C 480 190 700 188 896 178'),
  glassTop: edge(
    'M 356 193 C 398 154 446 116 492 98 C 520 88 560 85 620 84 C 670 84 710 85 744 88',
  ),
  cuts: {
    front: edge('M 336 193 C 328 224 324 268 324 300 C 324 324 327 336 334 346'),
    middle: edge('M 540 189 C 538 240 540 300 540 346'),
    rear: rearCut,
  },
  pillar: { foot: 533, head: [545, 86], width: 16 },
  sillTop: 346,
  fender: {
    over: edge('M 134 204 C 200 196 270 192 320 190'),
    under: edge('M 132 322 L 116 270 L 104 238 C 120 230 130 218 134 204'),
    archFrom: -167,
  },
  quarter: shape(
    'M 744 80 L 868 84 C 890 110 906 146 912 184 C 904 196 898 206 898 224 L 898 276 L 846 310',
    bow(rear.center, 83, -20, -184),
    back(rearCut),
    'M 744 186 L 744 80',
  ),
  handles: [
    [482, 212],
    [676, 210],
  ],
  mirror: {
    head: shape(
      'M 342 196 C 340 176 348 168 362 166 L 380 164 C 392 165 393 186 388 198 ' +
        'C 372 205 352 204 342 196',
    ),
    hit: box(246, 60, 140, 148),
  },
  marks: {
    fender: [282, 226],
    'front-door': [432, 272],
    'rear-door': [624, 272],
    'quarter-panel': [858, 232],
    sill: [486, 356],
    'front-window': [476, 148],
    'rear-window': [648, 138],
    mirror: [366, 184],
  },
  behind: [
    [
      'trim',
      shape(
        'M 510 68 C 520 58 534 56 548 56 L 800 60 C 816 61 824 64 832 72 L 822 72 ' +
          'C 812 67 806 67 798 67 L 548 63 C 536 63 528 66 524 68',
      ),
    ],
    [
      'lamp',
      shape('M 42 240 C 64 218 98 208 134 204 C 130 218 120 230 104 238 C 82 244 58 248 40 248'),
    ],
    ['fine', line('M 50 240 C 72 228 96 222 122 220')],
    [
      'tail-lamp',
      shape(
        'M 912 184 L 953 184 C 962 190 966 200 967 214 L 970 240 C 940 242 916 232 898 224 ' +
          'C 898 206 904 196 912 184',
      ),
    ],
    ['trim', shape('M 37 312 C 70 316 100 320 128 334 L 130 366 L 72 362 C 48 358 40 346 37 312')],
    ['trim', shape('M 848 336 C 890 322 940 316 978 314 C 978 338 972 352 954 360 L 844 366')],
    ['fine', line('M 36 268 C 62 274 92 276 116 270')],
    ['line', line('M 898 276 C 930 272 956 270 974 270')],
    ['fine', line('M 320 176 L 336 193')],
    ['line', line('M 902 96 L 868 84')],
  ],
  over: [
    ['fine', line('M 140 226 C 280 212 500 222 700 218 C 780 216 840 212 898 208')],
    ['shade', shape('M 325 306 C 440 298 600 296 668 302 L 660 346 L 334 346')],
  ],
  more: {
    fender: [['trim', cladding(front, -172, 4)]],
    'quarter-panel': [
      [
        'dark',
        shape(
          'M 747 187 L 747 89 C 800 90 850 94 876 105 C 890 122 899 146 904 170 ' +
            'C 850 184 800 187 747 187',
        ),
      ],
      [
        'glass',
        shape(
          'M 759 181 L 759 97 C 806 98 846 102 869 112 C 881 126 889 146 894 166 ' +
            'C 850 177 804 181 759 181',
        ),
      ],
      ['gleam', shape('M 790 176 L 822 104 L 846 108 L 818 174')],
      ['trim', cladding(rear, -184, -18)],
    ],
    mirror: [
      [
        'trim',
        shape('M 342 190 C 356 195 374 195 390 190 L 388 198 ' + 'C 372 205 352 204 342 196'),
      ],
    ],
  },
  sillRole: 'trim',
};

/** The SUV from the left. */
export const suvSide = (): Drawing => sideView(lines);
