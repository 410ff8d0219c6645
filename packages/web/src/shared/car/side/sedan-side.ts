import { back, bow, edge } from '../edge.ts';
import { box, line, shape } from '../path-data.ts';
import type { WheelAt } from '../wheel.ts';
import { sideView } from './side-view.ts';

/*
 * A middle-sized sedan, 4.88 m long and 1.45 m high, in units of half a centimetre; the road lies
 * at 340.
 */
const size = { tyre: 67, rim: 48, arch: 75, floor: 304, spokes: 5 };
const front: WheelAt = { center: [222, 273], ...size };
const rear: WheelAt = { center: [787, 273], ...size };

const rearCut = [...edge('M 776 121 C 777 148 770 172 747 188'), ...bow(rear.center, 94, 245, 173)];

export const sedanSide = sideView({
  width: 1040,
  height: 412,
  front,
  rear,
  outline: [
    edge('M 148 304 L 76 302 C 48 299 40 290 37 274 L 33 242 C 31 224 34 212 42 202'),
    edge('M 42 202 C 70 178 132 158 202 147 C 262 138 322 132 356 129'),
    edge('M 356 129 C 412 96 472 66 530 56 C 580 48 640 47 690 54 C 752 64 806 94 858 121'),
    edge(
      'M 858 121 C 900 119 952 119 990 122 C 999 124, 1000 134 1000 152 ' +
        'C 1004 184 1005 222 1001 262 C 997 286 984 298 962 302 L 866 304',
    ),
  ],
  belt: edge('M 356 141 C 480 136 640 131 800 120'),
  glassTop: edge(
    'M 396 139 C 438 107 486 79 538 68 C 590 60 642 59 686 66 C 728 76 758 98 776 121',
  ),
  cuts: {
    front: edge('M 372 140 C 364 164 359 204 359 240 C 359 262 362 274 370 284'),
    middle: edge('M 566 134 C 565 180 568 240 566 284'),
    rear: rearCut,
  },
  pillar: { foot: 558, head: [572, 63], width: 16 },
  sillTop: 284,
  fender: {
    over: edge('M 130 175 C 200 159 280 148 356 141'),
    under: edge('M 150 252 L 118 216 L 104 205 C 118 200 126 190 130 175'),
    archFrom: -160,
  },
  quarter: shape(
    'M 690 58 C 750 70 798 98 844 127 C 872 134 900 140 924 147 L 930 164 ' +
      'C 926 186 900 206 852 230',
    bow(rear.center, 75, -34, -188),
    back(rearCut),
    'M 776 121 C 758 94 728 70 690 58',
  ),
  handles: [
    [506, 156],
    [700, 153],
  ],
  mirror: {
    head: shape(
      'M 384 143 C 383 128 390 121 402 119 L 418 117 C 428 118 429 134 424 145 ' +
        'C 410 151 392 151 384 143',
    ),
    hit: box(286, 20, 140, 134),
  },
  marks: {
    fender: [318, 178],
    'front-door': [462, 214],
    'rear-door': [632, 214],
    'quarter-panel': [840, 166],
    sill: [504, 294],
    'front-window': [508, 108],
    'rear-window': [652, 98],
    mirror: [405, 134],
  },
  behind: [
    [
      'lamp',
      shape('M 43 206 C 62 190 94 180 130 175 C 126 190 118 200 104 205 C 82 211 60 214 40 216'),
    ],
    ['fine', line('M 50 208 C 70 198 94 192 116 190')],
    [
      'tail-lamp',
      shape(
        'M 924 147 C 950 140 978 138 999 140 C 1001 150 1002 162 1002 174 ' +
          'C 974 176 944 172 930 164',
      ),
    ],
    ['dark', shape('M 38 262 C 60 258 88 258 104 262 L 96 284 C 76 288 52 288 42 284')],
    ['fine', line('M 34 236 C 60 240 96 244 124 244')],
    ['line', line('M 856 236 C 900 232 960 230, 1003 228')],
    ['shade', shape('M 868 276 C 910 280 960 278 999 270 C 996 286 984 298 962 302 L 866 304')],
    ['fine', line('M 852 127 C 900 126 950 127 996 130')],
    ['fine', line('M 356 129 L 372 140')],
  ],
  over: [
    ['fine', line('M 136 194 C 260 175 480 172 700 168 C 800 166 870 162 924 155')],
    ['shade', shape('M 360 250 C 470 242 600 240 698 244 L 694 284 L 370 284')],
  ],
  more: {
    'rear-window': [['line', line('M 728 125 C 726 108 722 92 717 76')]],
    'quarter-panel': [['fine', line(edge('M 872 158 L 896 156 L 896 178 L 874 180 L 872 158'))]],
  },
});
