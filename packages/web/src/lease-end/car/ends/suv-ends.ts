import { backdrop, type Drawing } from '../drawing.ts';
import { bothSides, box, disc, line, shape, symmetric, symmetricLine } from '../path-data.ts';
import { lampPair, standing } from './end-view.ts';

const axis = 240;
const size = { width: 480, height: 436 };

const body = symmetric(
  axis,
  'M 240 60 C 196 60 160 62 140 70 C 124 96 108 140 96 182 C 76 188 60 200 56 222',
  'M 56 222 C 52 252 52 290 54 322 C 56 344 62 356 74 362 L 150 368 L 240 369',
);
const mirrors = bothSides(
  shape(
    'M 92 190 L 80 188 C 62 192 42 190 36 182 C 32 168 34 152 42 148 C 58 144 76 148 82 160 ' +
      'L 90 174 L 100 176',
  ),
  axis,
);
const rails = bothSides(box(146, 50, 11, 18, 4), axis);

/** The SUV from the front. */
export const suvFront: Drawing = {
  ...size,
  layers: [
    standing(axis, 404, 66, [60, 318]),
    backdrop(
      ['trim', rails],
      ['paint', mirrors],
      ['fine', bothSides(line('M 35 172 C 52 178 70 177 86 170'), axis)],
      ['paint', body],
    ),
    {
      partId: 'front-bumper',
      shapes: [
        [
          'paint',
          symmetric(
            axis,
            'M 240 306 L 176 306 L 156 262 L 140 266 C 112 266 82 260 54 250',
            'M 54 250 C 52 280 52 300 54 322 C 56 344 62 356 74 362 L 150 368 L 240 369',
          ),
        ],
        [
          'trim',
          symmetric(
            axis,
            'M 240 322 L 168 322 L 140 336 L 56 330 C 58 346 62 356 74 362 L 150 368 L 240 369',
          ),
        ],
        ['dark', symmetric(axis, 'M 240 328 L 174 328 L 160 346 L 240 348')],
        ['metal', symmetric(axis, 'M 240 354 L 166 352 L 180 366 L 240 368')],
        ['dark', bothSides(shape('M 66 286 L 122 292 L 130 314 L 74 312'), axis)],
        ['lamp', bothSides(box(84, 294, 32, 11, 5), axis)],
        ['metal', box(200, 310, 80, 25, 4)],
      ],
      mark: [142, 320],
    },
    {
      partId: 'hood',
      shapes: [
        [
          'paint',
          symmetric(
            axis,
            'M 240 172 C 190 172 140 176 104 186 C 88 198 84 212 90 228',
            'M 90 228 C 110 234 130 238 150 240 C 180 243 210 244 240 244',
          ),
        ],
        ['fine', bothSides(line('M 144 182 C 144 204 150 224 162 240'), axis)],
      ],
      mark: [240, 208],
    },
    {
      partId: 'windshield',
      shapes: [
        [
          'glass',
          symmetric(
            axis,
            'M 240 72 C 200 72 170 74 152 80 C 138 108 124 146 114 178 C 150 170 196 167 240 167',
          ),
        ],
        ['gleam', shape('M 178 76 L 214 74 L 164 168 L 128 172')],
        ['line', line('M 148 172 C 180 164 210 161 232 161')],
        ['line', line('M 250 168 C 280 162 310 163 336 168')],
        ['dark', box(226, 74, 28, 13, 4)],
      ],
      mark: [240, 124],
    },
    {
      partId: 'grille',
      shapes: [
        [
          'dark',
          symmetric(axis, 'M 240 244 C 210 244 180 243 150 240 L 156 262 L 176 306 L 240 306'),
        ],
        ['metal', symmetric(axis, 'M 240 270 L 164 266 L 168 276 L 240 280')],
        ['fine', symmetricLine(axis, 'M 160 256 L 240 259')],
        ['fine', symmetricLine(axis, 'M 172 290 L 240 292')],
        ['metal', disc([240, 274], 15)],
        ['fine', disc([240, 274], 10)],
      ],
      mark: [194, 288],
    },
    ...lampPair(axis, ['right-headlight', 'left-headlight'], [102, 246], box(0, 202, 150, 76), [
      [
        'lamp',
        shape(
          'M 57 218 C 70 222 80 226 90 228 C 110 234 130 238 150 240 L 156 262 L 140 266 ' +
            'C 112 266 82 260 54 250',
        ),
      ],
      ['fine', shape('M 68 234 C 92 242 118 248 142 248 L 144 256 C 118 258 92 252 68 244')],
      ['metal', disc([86, 243], 7)],
    ]),
  ],
};

/** The SUV from the rear. */
export const suvRear: Drawing = {
  ...size,
  layers: [
    standing(axis, 404, 66, [60, 318]),
    backdrop(
      ['trim', rails],
      ['paint', mirrors],
      ['fine', bothSides(line('M 35 172 C 52 178 70 177 86 170'), axis)],
      ['paint', body],
    ),
    {
      partId: 'rear-bumper',
      shapes: [
        [
          'paint',
          symmetric(
            axis,
            'M 240 300 L 112 300 L 104 276 L 53 274 C 52 300 53 310 54 322',
            'M 54 322 C 56 344 62 356 74 362 L 150 368 L 240 369',
          ),
        ],
        [
          'trim',
          symmetric(
            axis,
            'M 240 326 L 130 326 L 104 336 L 55 332 C 58 346 62 356 74 362 L 150 368 L 240 369',
          ),
        ],
        ['metal', symmetric(axis, 'M 240 350 L 170 350 L 182 365 L 240 367')],
        ['tail-lamp', bothSides(box(68, 308, 44, 10, 5), axis)],
      ],
      mark: [240, 313],
    },
    {
      partId: 'tailgate',
      shapes: [
        [
          'paint',
          symmetric(
            axis,
            'M 240 70 C 200 70 170 71 150 76 C 134 104 120 140 110 180 L 100 196 L 146 214 ' +
              'L 146 240 L 104 246',
            'M 104 246 L 104 276 L 112 300 L 240 300',
          ),
        ],
        ['line', symmetricLine(axis, 'M 132 84 C 160 80 200 80 240 80')],
        ['shade', symmetric(axis, 'M 240 234 L 180 234 L 172 282 L 240 282')],
        ['metal', box(198, 244, 84, 30, 4)],
        ['metal', symmetric(axis, 'M 240 222 L 176 222 L 178 230 L 240 230')],
        ['metal', disc([240, 206], 9)],
      ],
      mark: [140, 270],
    },
    {
      partId: 'rear-glass',
      shapes: [
        [
          'glass',
          symmetric(
            axis,
            'M 240 90 C 205 90 178 91 160 95 C 146 120 134 150 126 180 C 160 186 200 188 240 188',
          ),
        ],
        ['gleam', shape('M 186 93 L 220 91 L 176 185 L 142 182')],
        ['fine', symmetricLine(axis, 'M 154 112 C 186 116 214 117 240 117')],
        ['fine', symmetricLine(axis, 'M 144 134 C 178 139 210 140 240 140')],
        ['fine', symmetricLine(axis, 'M 136 156 C 172 162 208 163 240 163')],
        ['line', line('M 240 186 C 262 178 290 170 318 168')],
      ],
      mark: [240, 128],
    },
    ...lampPair(axis, ['left-tail-light', 'right-tail-light'], [86, 224], box(0, 180, 104, 90), [
      [
        'tail-lamp',
        shape(
          'M 66 200 C 78 192 88 192 100 196 L 146 214 L 146 240 L 104 246 L 53 252 ' +
            'C 52 232 56 212 66 200',
        ),
      ],
      ['fine', shape('M 72 212 C 84 206 94 206 104 212 L 134 222 L 134 232 L 100 236 L 66 240')],
    ]),
  ],
};
