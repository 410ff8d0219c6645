import { backdrop, type Drawing } from '../drawing.ts';
import { bothSides, box, disc, line, shape, symmetric, symmetricLine } from '../path-data.ts';
import { lampPair, standing } from './end-view.ts';

const axis = 240;
const size = { width: 480, height: 372 };

const body = symmetric(
  axis,
  'M 240 50 C 200 50 172 53 156 60 C 140 80 118 114 100 142 C 80 148 66 162 61 188',
  'M 61 188 C 56 214 56 244 58 272 C 60 294 66 306 78 311',
  'M 78 311 L 150 316 L 240 317',
);
const mirrors = bothSides(
  shape(
    'M 96 146 L 84 144 C 66 146 48 144 42 138 C 38 128 40 118 48 115 C 62 112 80 116 86 126 ' +
      'L 92 136 L 104 138',
  ),
  axis,
);

/** The sedan from the front. */
export const sedanFront: Drawing = {
  ...size,
  layers: [
    standing(axis, 340, 74, [54, 268]),
    backdrop(
      ['paint', mirrors],
      ['fine', bothSides(line('M 41 130 C 56 136 72 136 88 131'), axis)],
      ['paint', body],
    ),
    {
      partId: 'front-bumper',
      shapes: [
        [
          'paint',
          symmetric(
            axis,
            'M 240 268 C 215 268 190 266 172 260 L 160 226 L 146 228 C 118 229 86 222 60 208',
            'M 58 224 C 56 244 56 258 58 272 C 60 294 66 306 78 311 L 150 316 L 240 317',
          ),
        ],
        [
          'dark',
          symmetric(
            axis,
            'M 240 280 C 210 280 180 278 158 275 L 148 296 C 176 302 208 304 240 304',
          ),
        ],
        ['fine', symmetricLine(axis, 'M 154 287 L 240 292')],
        [
          'dark',
          bothSides(
            shape('M 70 256 C 88 258 108 264 124 272 L 114 294 C 98 296 84 294 74 288'),
            axis,
          ),
        ],
        ['lamp', bothSides(disc([94, 277], 8), axis)],
        ['metal', box(200, 274, 80, 25, 4)],
      ],
      mark: [132, 250],
    },
    {
      partId: 'hood',
      shapes: [
        [
          'paint',
          symmetric(
            axis,
            'M 240 132 C 190 132 142 136 106 146 C 92 160 90 178 98 194',
            'M 98 194 C 116 202 132 207 150 210 C 180 215 210 216 240 216',
          ),
        ],
        ['fine', bothSides(line('M 148 142 C 150 166 158 190 172 212'), axis)],
      ],
      mark: [240, 174],
    },
    {
      partId: 'windshield',
      shapes: [
        [
          'glass',
          symmetric(
            axis,
            'M 240 59 C 205 59 180 61 165 67 C 150 86 130 116 116 138 C 152 130 196 127 240 127',
          ),
        ],
        ['gleam', shape('M 186 64 L 216 62 L 166 128 L 132 131')],
        ['line', line('M 150 132 C 180 124 210 121 232 121')],
        ['line', line('M 250 128 C 280 122 310 123 334 128')],
        ['dark', box(228, 61, 24, 11, 4)],
      ],
      mark: [240, 98],
    },
    {
      partId: 'grille',
      shapes: [
        [
          'dark',
          symmetric(
            axis,
            'M 240 216 C 210 216 180 215 156 211 L 172 260 C 190 266 215 268 240 268',
          ),
        ],
        ['fine', symmetricLine(axis, 'M 161 222 C 190 226 214 227 240 227')],
        ['fine', symmetricLine(axis, 'M 164 235 C 190 240 214 241 240 241')],
        ['fine', symmetricLine(axis, 'M 168 249 C 192 254 214 255 240 255')],
        ['metal', disc([240, 239], 13)],
        ['fine', disc([240, 239], 8)],
      ],
      mark: [202, 240],
    },
    ...lampPair(axis, ['right-headlight', 'left-headlight'], [102, 208], box(0, 158, 152, 74), [
      [
        'lamp',
        shape(
          'M 62 186 C 80 184 92 190 98 194 C 116 202 134 208 154 211 L 160 226 L 146 228 ' +
            'C 118 229 86 222 60 208',
        ),
      ],
      ['fine', shape('M 74 200 C 92 204 118 214 140 218 L 142 223 C 118 222 92 216 74 210')],
      ['metal', disc([88, 201], 6)],
    ]),
  ],
};

/** The sedan from the rear. */
export const sedanRear: Drawing = {
  ...size,
  layers: [
    standing(axis, 340, 74, [54, 268]),
    backdrop(
      ['paint', mirrors],
      ['fine', bothSides(line('M 41 130 C 56 136 72 136 88 131'), axis)],
      ['paint', body],
    ),
    {
      partId: 'rear-glass',
      shapes: [
        [
          'glass',
          symmetric(
            axis,
            'M 240 60 C 206 60 180 62 166 68 C 152 86 136 110 124 130 C 160 138 200 140 240 140',
          ),
        ],
        ['gleam', shape('M 190 64 L 220 62 L 174 136 L 140 133')],
        ['fine', symmetricLine(axis, 'M 158 84 C 186 88 214 89 240 89')],
        ['fine', symmetricLine(axis, 'M 150 98 C 180 103 212 104 240 104')],
        ['fine', symmetricLine(axis, 'M 141 113 C 176 119 210 120 240 120')],
        ['tail-lamp', box(216, 130, 48, 6, 3)],
      ],
      mark: [240, 104],
    },
    {
      partId: 'rear-bumper',
      shapes: [
        [
          'paint',
          symmetric(
            axis,
            'M 240 250 L 152 250 C 144 236 130 226 110 222 L 58 220',
            'M 58 224 C 56 244 56 258 58 272 C 60 294 66 306 78 311 L 150 316 L 240 317',
          ),
        ],
        ['dark', symmetric(axis, 'M 240 288 L 132 286 L 120 308 L 240 313')],
        ['metal', bothSides(box(136, 292, 36, 14, 7), axis)],
        ['tail-lamp', bothSides(box(74, 262, 34, 9, 4), axis)],
      ],
      mark: [240, 270],
    },
    {
      partId: 'tailgate',
      shapes: [
        [
          'paint',
          symmetric(
            axis,
            'M 240 146 C 196 146 156 142 120 136 C 112 144 108 154 108 164 L 136 178 L 146 206',
            'M 146 206 L 152 250 L 240 250',
          ),
        ],
        ['fine', symmetricLine(axis, 'M 114 152 C 156 162 200 164 240 164')],
        ['shade', box(184, 196, 112, 44, 6)],
        ['metal', box(198, 202, 84, 30, 4)],
        ['metal', disc([240, 180], 9)],
      ],
      mark: [166, 232],
    },
    ...lampPair(axis, ['left-tail-light', 'right-tail-light'], [92, 190], box(0, 150, 108, 74), [
      [
        'tail-lamp',
        shape('M 64 174 C 80 164 94 162 108 164 L 136 178 L 146 206 C 122 212 90 214 58 208'),
      ],
      ['fine', shape('M 72 182 C 90 176 108 176 124 184 L 130 198 C 110 202 90 203 70 199')],
    ]),
  ],
};
