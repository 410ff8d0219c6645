import type { Drawing } from '../drawing.ts';
import { bothSides, box, line, shape, symmetric, symmetricLine } from '../path-data.ts';
import { type TopLines, topView } from './top-view.ts';

const axis = 210;

const lines: TopLines = {
  width: 420,
  length: 1040,
  body: symmetric(
    axis,
    'M 210 34 C 150 34 84 44 52 94 C 36 122 30 160 28 210 C 32 300 32 380 30 500',
    'M 30 500 L 28 800 C 30 900 36 956 62 986 C 100 1002 160 1004 210 1004',
  ),
  hood: symmetric(
    axis,
    'M 210 50 C 150 52 96 66 74 112 C 58 150 52 250 52 368 C 100 350 160 344 210 344',
  ),
  windshield: symmetric(
    axis,
    'M 210 358 C 160 358 104 366 62 388 L 114 518 C 150 508 180 506 210 506',
  ),
  sideGlass: shape('M 56 404 L 106 532 C 98 600 98 660 106 716 L 70 800 C 48 700 46 500 56 404'),
  rearGlass: symmetric(
    axis,
    'M 210 748 C 180 748 150 744 116 732 L 80 836 C 120 852 170 856 210 856',
  ),
  mirrors: bothSides(shape('M 44 400 L 12 392 C 2 396 0 414 8 424 L 40 422'), axis),
  roof: symmetric(
    axis,
    'M 210 518 C 178 518 148 521 116 530 C 106 600 106 660 116 720 C 150 732 180 736 210 736',
  ),
  sunroof: [136, 538, 148, 136],
  roofMark: 704,
  rear: [
    [
      'fine',
      symmetric(
        axis,
        'M 210 868 C 160 868 110 862 78 848 L 58 920 C 58 956 68 972 92 980 ' +
          'C 130 988 170 990 210 990',
      ),
    ],
    ['lamp', bothSides(shape('M 50 100 C 66 72 90 58 116 50 C 112 74 96 100 76 114'), axis)],
    [
      'tail-lamp',
      bothSides(shape('M 40 930 C 44 960 54 980 70 986 L 104 996 C 80 976 62 956 58 928'), axis),
    ],
  ],
  over: [
    ['line', bothSides(line('M 92 620 L 50 622'), axis)],
    ['fine', symmetricLine(axis, 'M 130 60 C 120 150 112 250 104 352')],
    ['dark', box(202, 508, 16, 8, 3)],
    ['paint', shape('M 210 752 C 204 756 202 770 204 784 L 216 784 C 218 770 216 756 210 752')],
  ],
};

/** The sedan from above. */
export const sedanTop = (): Drawing => topView(lines);
