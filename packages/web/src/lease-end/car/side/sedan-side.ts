import type { Drawing } from '../drawing.ts';
import { back, bow, edge } from '../edge.ts';
import { box, disc, line, shape } from '../path-data.ts';
import type { WheelAt } from '../wheel.ts';
import { type SideLines, sideView } from './side-view.ts';

/*
 * A middle-sized sedan, 4.88 m long and 1.45 m high, in units of half a centimetre; the road lies
 * at 340.
 */
const size = { tire: 67, rim: 48, arch: 75, floor: 304, spokes: 5 };
const front: WheelAt = { center: [222, 273], ...size };
const rear: WheelAt = { center: [787, 273], ...size };

const rearCut = [...edge('M 776 121 C 777 148 770 172 747 188'), ...bow(rear.center, 94, 245, 173)];

const lines: SideLines = {
  width: 1040,
  height: 424,
  front,
  rear,
  outline: [
    edge('M 148 304 L 76 302 C 48 299 40 290 37 274 L 33 240 C 31 220 34 204 44 193'),
    edge('M 44 193 C 68 171 134 154 206 144 C 264 136 322 131 356 129'),
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
    over: edge('M 136 166 C 204 153 282 145 356 141'),
    under: edge('M 150 252 L 120 212 L 106 199 C 120 194 131 184 136 166'),
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
    ['trim', shape('M 147 292 L 62 290 C 50 289 45 288 41 284 C 46 297 56 301 76 302 L 148 304')],
    ['trim', shape('M 867 288 C 910 292 950 291 996 283 C 990 297 980 300 962 302 L 866 304')],
    ['dark', shape('M 36 232 C 46 234 56 236 62 240 L 60 254 C 52 255 44 254 36 252')],
    ['fine', line('M 37 218 C 60 222 90 220 116 212')],
    ['dark', shape('M 108 246 C 116 244 122 248 121 256 L 117 276 C 112 279 104 279 98 276')],
    [
      'lamp',
      shape(
        'M 46 197 C 66 181 98 171 136 166 C 131 184 120 194 106 199 ' + 'C 86 206 64 209 40 209',
      ),
    ],
    ['fine', line('M 50 203 C 74 193 98 186 124 180')],
    ['metal', disc([98, 188], 6)],
    [
      'tail-lamp',
      shape(
        'M 920 147 C 950 139 978 137, 1000 138 C 1001 148 1002 158 1002 170 ' +
          'C 974 174 944 171 930 164',
      ),
    ],
    ['fine', line('M 930 156 C 954 158 978 157, 1002 154')],
    ['line', line('M 856 236 C 900 234 960 232, 1003 230')],
    ['tail-lamp', box(958, 252, 36, 7, 3)],
    ['fine', line('M 852 127 C 900 126 950 127 996 130')],
    ['fine', line('M 356 129 L 372 140')],
  ],
  over: [
    ['fine', line('M 140 188 C 260 172 480 172 700 168 C 800 166 870 162 924 155')],
    ['shade', shape('M 360 250 C 470 242 600 240 698 244 L 694 284 L 370 284')],
  ],
  more: {
    mirror: [
      ['trim', shape('M 385 138 C 398 142 412 142 426 138 L 424 145 C 410 151 392 151 384 143')],
    ],
    'rear-window': [['line', line('M 728 125 C 726 108 722 92 717 76')]],
    'quarter-panel': [['fine', line(edge('M 872 158 L 896 156 L 896 178 L 874 180 L 872 158'))]],
  },
};

/** The sedan from the left. */
export const sedanSide = (): Drawing => sideView(lines);
