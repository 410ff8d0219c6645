import type { Drawing } from '../drawing.ts';
import { bothSides, box, line, shape, symmetric, symmetricLine } from '../path-data.ts';
import { type TopLines, topView } from './top-view.ts';

const axis = 214;

const lines: TopLines = {
  width: 428,
  length: 1010,
  body: symmetric(
    axis,
    'M 214 34 C 150 34 80 42 50 84 C 34 110 28 150 27 210 C 31 300 31 380 30 480',
    'M 30 480 L 28 800 C 30 890 36 940 56 964 C 100 980 160 982 214 982',
  ),
  hood: symmetric(
    axis,
    'M 214 50 C 150 52 92 64 70 104 C 56 140 50 220 50 330 C 100 316 160 310 214 310',
  ),
  windshield: symmetric(
    axis,
    'M 214 324 C 160 324 104 332 60 350 L 104 466 C 146 456 180 454 214 454',
  ),
  sideGlass: shape('M 54 366 L 96 480 C 90 600 90 740 96 856 L 66 892 C 46 760 44 520 54 366'),
  rearGlass: symmetric(
    axis,
    'M 214 900 C 176 900 140 898 100 892 L 76 934 C 120 944 170 946 214 946',
  ),
  mirrors: bothSides(shape('M 44 358 L 12 350 C 0 354 -2 378 6 390 L 40 386'), axis),
  roof: symmetric(
    axis,
    'M 214 466 C 180 466 146 468 106 478 C 98 600 98 760 106 880 C 146 886 180 888 214 888',
  ),
  sunroof: [142, 500, 144, 190],
  roofMark: 790,
  rear: [
    ['lamp', bothSides(shape('M 48 90 C 62 66 86 56 112 50 C 110 72 94 92 72 106'), axis)],
    [
      'tail-lamp',
      bothSides(shape('M 36 890 L 60 890 L 76 934 L 66 962 C 44 950 38 920 36 890'), axis),
    ],
    ['fine', symmetricLine(axis, 'M 70 960 C 110 968 170 970 214 970')],
  ],
  over: [
    ['trim', bothSides(box(108, 500, 11, 370, 5.5), axis)],
    ['line', bothSides(line('M 90 560 L 48 562'), axis)],
    ['line', bothSides(line('M 90 750 L 48 752'), axis)],
    ['fine', symmetricLine(axis, 'M 130 58 C 120 140 112 220 106 316')],
    ['shade', symmetric(axis, 'M 214 706 L 132 706 L 132 716 L 214 716')],
    ['paint', shape('M 214 838 C 207 842 205 858 207 872 L 221 872 C 223 858 221 842 214 838')],
  ],
};

/** The SUV from above. */
export const suvTop = (): Drawing => topView(lines);
