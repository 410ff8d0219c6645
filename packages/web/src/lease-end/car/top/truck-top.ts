import type { Drawing } from '../drawing.ts';
import { bothSides, box, line, shape, symmetric, symmetricLine } from '../path-data.ts';
import { type TopLines, topView } from './top-view.ts';

const axis = 250;

const lines: TopLines = {
  width: 500,
  length: 1244,
  body: symmetric(
    axis,
    'M 250 38 C 180 38 100 42 74 62 C 56 80 50 110 49 160 C 52 260 54 360 54 470 L 54 872',
    'M 54 872 L 60 880 L 50 884 L 48 1180 C 48 1196 54 1204 66 1204 L 250 1206',
  ),
  hood: symmetric(axis, 'M 250 62 C 190 62 130 66 104 78 C 88 100 80 220 78 384 L 250 366'),
  windshield: symmetric(
    axis,
    'M 250 380 C 190 380 130 388 86 404 L 126 500 C 170 490 210 488 250 488',
  ),
  sideGlass: shape('M 78 420 L 118 516 C 112 600 112 740 118 828 L 86 846 C 72 740 70 560 78 420'),
  rearGlass: symmetric(axis, 'M 250 844 L 140 840 L 130 858 L 250 864'),
  mirrors: bothSides(shape('M 66 412 L 14 400 C 2 404 0 436 10 446 L 62 436'), axis),
  roof: symmetric(
    axis,
    'M 250 500 C 210 500 170 502 128 512 C 120 600 120 740 128 826 C 170 832 210 834 250 834',
  ),
  sunroof: [168, 530, 164, 160],
  roofMark: 764,
  rear: [
    ['trim', symmetric(axis, 'M 250 890 L 66 890 L 66 1186 L 250 1190')],
    [
      'dark',
      symmetric(
        axis,
        'M 250 904 L 88 904 L 88 980 L 112 990 L 112 1090 L 88 1100 L 88 1176 L 250 1176',
      ),
    ],
    [
      'fine',
      bothSides(
        line('M 136 912 L 136 1168').concat(
          line('M 172 912 L 172 1168'),
          line('M 210 912 L 210 1168'),
        ),
        axis,
      ),
    ],
    ['lamp', bothSides(shape('M 58 84 C 66 68 84 58 110 54 L 104 78 L 92 108 L 54 120'), axis)],
    ['tail-lamp', bothSides(box(50, 1150, 16, 44, 3), axis)],
    ['metal', symmetric(axis, 'M 250 1206 L 60 1206 L 64 1220 L 250 1222')],
    ['fine', line('M 250 904 L 250 1176')],
  ],
  over: [
    ['line', bothSides(line('M 112 640 L 74 642'), axis)],
    ['fine', symmetricLine(axis, 'M 170 68 C 166 160 160 260 152 372')],
    ['fine', bothSides(line('M 160 712 L 156 816').concat(line('M 204 712 L 202 822')), axis)],
  ],
};

/** The truck from above. */
export const truckTop = (): Drawing => topView(lines);
