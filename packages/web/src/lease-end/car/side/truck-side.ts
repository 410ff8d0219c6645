import type { Drawing } from '../drawing.ts';
import { bow, edge } from '../edge.ts';
import { box, line, shape } from '../path-data.ts';
import type { WheelAt } from '../wheel.ts';
import { type SideLines, sideView } from './side-view.ts';

/*
 * A pickup with four doors and a short bed, 5.89 m long and 1.95 m high, in units of half a
 * centimetre; the road lies at 460.
 */
const size = { tire: 82, rim: 56, arch: 95, floor: 392, spokes: 6 };
const front: WheelAt = { center: [222, 378], ...size };
const rear: WheelAt = { center: [962, 378], ...size };

const lines: SideLines = {
  width: 1244,
  height: 554,
  front,
  rear,
  outline: [
    edge(
      'M 128 392 L 92 390 C 80 388 72 382 70 366 L 38 366 L 36 300 L 36 232 C 36 220 42 212 54 208',
    ),
    edge('M 54 208 C 120 196 240 190 372 186'),
    edge('M 372 186 C 410 148 452 106 490 80 C 500 73 516 70 540 69 C 640 64 740 64 820 68'),
    edge('M 820 68 C 838 70 846 76 850 88 C 858 124 864 160 866 196 L 866 204 L 880 204'),
    edge('M 880 184 L 1190 184 C 1200 184 1204 188 1204 198 L 1206 312'),
    edge('M 1206 320 L 1216 320 L 1216 366 L 1196 374 L 1060 374 L 1056 392'),
  ],
  belt: edge('M 372 206 C 420 204 440 200 470 200 L 840 196'),
  glassTop: edge(
    'M 404 205 C 436 170 474 128 506 100 C 514 92 524 88 544 87 C 640 82 740 82 800 86 ' +
      'C 818 87 824 92 826 104 L 836 196',
  ),
  cuts: {
    front: edge('M 384 206 C 376 240 374 300 376 366'),
    middle: edge('M 608 199 C 606 250 608 310 608 366'),
    rear: edge('M 836 196 C 838 250 836 310 830 366'),
  },
  pillar: { foot: 600, head: [604, 84], width: 18 },
  sillTop: 366,
  fender: {
    over: edge('M 120 216 C 200 208 300 204 372 202'),
    under: edge('M 130 352 L 128 300 L 122 282 L 120 216'),
    archFrom: -164,
  },
  quarter: shape(
    'M 880 186 L 1180 186 L 1180 314 L 1178 356 L 1054 360',
    bow(rear.center, 95, -11, -188),
    'M 868 391 L 872 366 L 872 300 L 880 300',
  ),
  handles: [
    [548, 232],
    [772, 230],
  ],
  mirror: {
    head: shape(
      'M 392 204 L 390 168 C 390 158 396 154 404 154 L 426 154 C 434 154 438 160 438 168 ' +
        'L 436 206 C 436 212 430 214 424 214 L 402 214 C 396 214 392 210 392 204',
    ),
    hit: box(276, 52, 160, 168),
  },
  marks: {
    fender: [300, 240],
    'front-door': [492, 296],
    'rear-door': [720, 296],
    'quarter-panel': [1040, 236],
    sill: [600, 380],
    'front-window': [532, 146],
    'rear-window': [722, 142],
    mirror: [414, 184],
  },
  behind: [
    ['lamp', shape('M 50 222 C 74 214 100 212 120 214 L 122 282 L 60 282 C 50 282 48 276 48 268')],
    ['fine', line('M 62 236 L 104 230 L 106 266 L 62 268')],
    [
      'metal',
      shape(
        'M 36 314 L 128 314 L 130 348 L 122 366 L 56 366 C 40 364 32 356 32 346 L 32 322 ' +
          'C 32 316 33 314 36 314',
      ),
    ],
    ['tail-lamp', shape('M 1180 198 L 1204 198 L 1205 288 L 1180 288')],
    [
      'metal',
      shape('M 1178 320 L 1216 320 L 1216 366 L 1196 374 L 1160 374 L 1160 356 L 1178 356'),
    ],
    ['fine', line('M 372 186 L 384 206')],
  ],
  more: {
    mirror: [
      [
        'trim',
        shape(
          'M 392 198 L 437 198 L 436 206 C 436 212 430 214 424 214 ' +
            'L 402 214 C 396 214 392 210 392 204',
        ),
      ],
    ],
  },
  over: [
    ['fine', line('M 124 252 C 300 240 600 252 832 248')],
    ['fine', line('M 882 248 C 980 246, 1080 246 1178 246')],
    ['fine', line(bow(front.center, 105, 188, 352))],
    ['fine', line(bow(rear.center, 105, 188, 352))],
    ['fine', line('M 880 198 L 1180 198')],
    ['shade', shape('M 376 326 C 500 318 700 318 834 324 L 830 366 L 376 366')],
    ['shade', shape('M 1058 326 L 1180 320 L 1178 356 L 1056 360')],
    ['trim', shape('M 348 402 L 836 402 L 826 412 L 360 412')],
  ],
};

/** The truck from the left. */
export const truckSide = (): Drawing => sideView(lines);
