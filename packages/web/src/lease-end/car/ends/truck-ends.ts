import { backdrop, type Drawing } from '../drawing.ts';
import { bothSides, box, line, shape, symmetric, symmetricLine } from '../path-data.ts';
import { lampPair, standing } from './end-view.ts';

const axis = 280;
const size = { width: 560, height: 486 };

const cab = 'M 280 54 C 230 54 190 56 166 64 C 150 92 132 140 122 186';
const body = symmetric(
  axis,
  cab,
  'M 122 186 C 100 190 84 196 80 214 L 78 300 L 78 344 C 78 366 84 378 96 380 L 280 384',
);
const mirrors = bothSides(
  shape(
    'M 120 198 L 76 196 C 70 204 46 204 42 196 L 42 140 C 44 132 70 130 76 138 L 78 176 L 122 180',
  ),
  axis,
);

/** The truck from the front. */
export const truckFront: Drawing = {
  ...size,
  layers: [
    standing(axis, 452, 88, [68, 356]),
    backdrop(
      ['paint', mirrors],
      ['fine', bothSides(line('M 42 178 L 77 178'), axis)],
      ['paint', body],
    ),
    {
      partId: 'front-bumper',
      shapes: [
        [
          'metal',
          symmetric(
            axis,
            'M 280 322 L 170 322 L 148 312 L 78 312 L 76 348 C 76 372 84 386 98 388 L 280 390',
          ),
        ],
        ['dark', symmetric(axis, 'M 280 350 L 176 350 L 184 376 L 280 378')],
        ['lamp', bothSides(box(112, 340, 42, 16, 6), axis)],
        ['metal', box(238, 332, 84, 28, 4)],
        ['fine', symmetricLine(axis, 'M 80 332 L 146 332 L 166 340 L 232 340')],
      ],
      mark: [198, 338],
    },
    {
      partId: 'hood',
      shapes: [
        [
          'paint',
          symmetric(
            axis,
            'M 280 160 C 224 160 170 164 132 175 C 118 184 112 198 112 232 L 158 232 ' +
              'L 162 224 L 280 224',
          ),
        ],
        ['fine', bothSides(line('M 178 170 C 180 190 186 208 194 224'), axis)],
        ['fine', symmetricLine(axis, 'M 212 222 L 228 178 L 280 174')],
      ],
      mark: [280, 196],
    },
    {
      partId: 'windshield',
      shapes: [
        [
          'glass',
          symmetric(
            axis,
            'M 280 66 C 236 66 198 68 178 74 C 166 100 152 132 143 166 C 186 158 232 156 280 156',
          ),
        ],
        ['gleam', shape('M 206 70 L 246 67 L 200 157 L 160 162')],
        ['line', line('M 180 161 C 214 152 246 149 270 149')],
        ['line', line('M 292 156 C 324 150 356 151 384 156')],
        ['dark', box(265, 68, 30, 14, 4)],
      ],
      mark: [280, 112],
    },
    {
      partId: 'grille',
      shapes: [
        ['dark', symmetric(axis, 'M 280 224 L 162 224 L 158 232 L 152 300 L 170 322 L 280 322')],
        [
          'metal',
          symmetric(
            axis,
            'M 280 230 L 170 230 L 162 298 L 174 314 L 280 314 L 280 304 L 182 304 L 176 296 ' +
              'L 182 242 L 280 242',
          ),
        ],
        ['metal', symmetric(axis, 'M 280 264 L 180 264 L 178 282 L 280 282')],
        ['fine', symmetricLine(axis, 'M 180 253 L 280 253')],
        ['fine', symmetricLine(axis, 'M 178 293 L 280 293')],
        ['paint', box(254, 259, 52, 28, 14)],
      ],
      mark: [214, 273],
    },
    ...lampPair(axis, ['right-headlight', 'left-headlight'], [104, 268], box(0, 200, 152, 110), [
      ['lamp', shape('M 84 232 L 158 232 L 152 304 L 84 304 C 80 294 79 252 84 232')],
      [
        'fine',
        shape('M 96 244 L 144 244 L 142 256 L 108 258 L 108 278 L 140 280 L 139 292 L 95 292'),
      ],
      ['metal', box(117, 261, 22, 13, 4)],
    ]),
  ],
};

/** The truck from the rear: the gate of the bed, and above it the bed and the cab behind it. */
export const truckRear: Drawing = {
  ...size,
  layers: [
    standing(axis, 452, 88, [68, 356]),
    backdrop(
      ['paint', mirrors],
      ['paint', symmetric(axis, cab, 'M 122 186 L 118 240 L 280 240')],
      [
        'paint',
        symmetric(axis, 'M 280 190 L 84 190 C 78 190 76 196 76 204 L 76 340 L 92 372 L 280 372'),
      ],
    ),
    {
      partId: 'rear-glass',
      shapes: [
        [
          'glass',
          symmetric(axis, 'M 280 74 C 240 74 208 75 190 80 C 180 98 170 120 164 146 L 280 150'),
        ],
        ['line', bothSides(line('M 236 76 L 232 148'), axis)],
        ['gleam', shape('M 204 78 L 228 76 L 212 147 L 182 146')],
      ],
      mark: [280, 112],
    },
    {
      partId: 'truck-bed',
      shapes: [
        ['trim', symmetric(axis, 'M 280 156 L 150 154 L 92 190 L 118 204 L 280 204')],
        ['dark', symmetric(axis, 'M 280 164 L 158 162 L 124 190 L 132 204 L 280 204')],
        ['fine', bothSides(line('M 250 166 L 244 202'), axis)],
        ['fine', bothSides(line('M 218 166 L 202 202'), axis)],
        ['fine', bothSides(line('M 186 166 L 162 202'), axis)],
      ],
      mark: [280, 184],
      hit: box(84, 140, 392, 74),
    },
    {
      partId: 'tailgate',
      shapes: [
        ['paint', symmetric(axis, 'M 280 206 L 126 206 L 122 212 L 122 318 L 280 318')],
        ['line', symmetricLine(axis, 'M 126 216 L 280 216')],
        ['trim', box(252, 224, 56, 18, 6)],
        ['shade', symmetric(axis, 'M 280 254 L 150 254 L 150 300 L 280 300')],
        ['fine', symmetricLine(axis, 'M 280 254 L 150 254 L 150 300 L 280 300')],
      ],
      mark: [190, 232],
    },
    {
      partId: 'rear-bumper',
      shapes: [
        [
          'metal',
          symmetric(
            axis,
            'M 280 344 L 238 344 L 230 330 L 76 330 L 74 364 C 76 376 84 384 96 384 L 280 386',
          ),
        ],
        ['metal', box(238, 338, 84, 30, 4)],
        ['dark', box(264, 374, 32, 22, 4)],
        ['fine', bothSides(line('M 84 342 L 222 342'), axis)],
      ],
      mark: [160, 358],
      hit: box(74, 330, 412, 76),
    },
    ...lampPair(axis, ['left-tail-light', 'right-tail-light'], [100, 258], box(0, 200, 122, 116), [
      ['tail-lamp', shape('M 78 206 L 122 206 L 122 308 L 78 308')],
      ['lamp', box(84, 256, 32, 22, 3)],
      ['fine', line('M 84 238 L 116 238')],
    ]),
  ],
};
