import { backdrop, type Drawing, type DrawnPart, type Stroke } from '../drawing.ts';
import {
  bothSides,
  box,
  disc,
  line,
  movePath,
  ring,
  shape,
  symmetric,
  symmetricLine,
} from '../path-data.ts';

const axis = 300;

/**
 * The cabin from above, front up and the driver at the left; the headliner, which would hide it,
 * lies beside it as a strip. `cargo` is the depth of the room behind the rear seat, if any.
 */
export function cabinView(cargo: 'trunk' | 'open' | null): Drawing {
  const end = cargo === null ? 622 : cargo === 'trunk' ? 810 : 836;
  const strip = end + 34;
  return {
    width: 600,
    height: strip + 104,
    layers: [
      backdrop(...shell(end, cargo)),
      carpet(),
      dashboard(),
      doorTrim(),
      backdrop(...console()),
      ...frontSeats(),
      rearSeat(),
      ...(cargo === null ? [] : [cargoArea(cargo)]),
      headliner(strip),
    ],
  };
}

function shell(end: number, cargo: 'trunk' | 'open' | null): Stroke[] {
  const outer = symmetric(
    axis,
    'M 300 22 C 200 22 110 32 84 66 C 66 92 62 140 60 200 L 60 560'.concat(` L 62 ${end - 60}`),
    `M 62 ${end - 60} C 64 ${end - 16} 88 ${end} 130 ${end} L 300 ${end}`,
  );
  const shelf = symmetric(axis, 'M 300 604 L 104 600 L 108 636 L 300 640');
  return [
    ['paint', outer],
    ['glass', symmetric(axis, 'M 300 34 C 210 34 132 42 104 66 L 108 84 C 160 66 230 60 300 60')],
    ...(cargo === 'trunk' ? [['trim', shelf] as const] : []),
  ];
}

function carpet(): DrawnPart {
  const mat = box(148, 188, 116, 76, 16);
  return {
    partId: 'carpet',
    shapes: [
      ['cloth', symmetric(axis, 'M 300 160 L 106 160 L 104 560 L 300 560')],
      ['fine', bothSides(mat, axis)],
      ['fine', bothSides(box(136, 430, 128, 42, 14), axis)],
    ],
    mark: [206, 446],
    hit: box(104, 420, 392, 60),
  };
}

function dashboard(): DrawnPart {
  return {
    partId: 'dashboard',
    shapes: [
      [
        'trim',
        symmetric(
          axis,
          'M 300 66 C 230 66 160 72 108 90 C 102 110 102 140 106 168 L 150 176 ' +
            'C 200 168 220 150 250 150 L 300 152',
        ),
      ],
      ['fine', symmetricLine(axis, 'M 112 112 C 170 94 240 88 300 88')],
      ['dark', box(262, 104, 76, 38, 6)],
      ['dark', shape('M 164 128 C 172 110 238 106 248 120 L 250 136 L 164 146')],
      ['fine', bothSides(box(116, 122, 34, 14, 5), axis)],
      ['fine', line('M 372 134 L 470 146 L 470 160 L 376 152 L 372 134')],
      ['dark', ring([206, 172], 44, 36)],
      ['trim', disc([206, 172], 14)],
      [
        'line',
        line('M 164 168 L 192 170').concat(
          line('M 220 170 L 248 168'),
          line('M 206 186 L 206 214'),
        ),
      ],
    ],
    mark: [356, 118],
  };
}

function doorTrim(): DrawnPart {
  const fore = shape('M 104 182 L 78 190 C 70 240 70 320 74 384 L 104 388');
  const aft = shape('M 104 398 L 76 400 C 72 450 72 500 76 552 L 104 556');
  return {
    partId: 'door-trim',
    shapes: [
      ['trim', bothSides(`${fore}${aft}`, axis)],
      ['cloth', bothSides(box(84, 262, 16, 84, 7), axis)],
      ['cloth', bothSides(box(84, 450, 16, 66, 7), axis)],
      ['fine', bothSides(disc([89, 222], 9), axis)],
      ['fine', bothSides(line('M 92 276 L 92 300').concat(line('M 92 462 L 92 480')), axis)],
    ],
    mark: [88, 370],
    hit: bothSides(box(0, 182, 112, 374), axis),
  };
}

function console(): Stroke[] {
  return [
    ['trim', box(272, 150, 56, 262, 14)],
    ['dark', box(282, 166, 36, 34, 8)],
    ['metal', disc([300, 222], 12)],
    ['dark', disc([300, 258], 13)],
    ['dark', disc([300, 290], 13)],
    ['cloth', box(278, 316, 44, 84, 12)],
  ];
}

function frontSeats(): readonly DrawnPart[] {
  const seat: Stroke[] = [
    [
      'cloth',
      shape(
        'M 142 262 C 142 244 156 240 202 240 C 248 240 262 244 262 262 L 266 340 ' +
          'C 270 360 270 384 262 396 C 250 408 154 408 142 396 C 134 384 134 360 138 340',
      ),
    ],
    ['fine', line('M 164 242 C 160 280 160 320 164 352 L 240 352 C 244 320 244 280 240 242')],
    ['fine', line('M 164 278 L 240 278').concat(line('M 162 314 L 242 314'))],
    ['line', line('M 138 344 C 170 362 234 362 266 344')],
    ['cloth', box(168, 374, 68, 34, 15)],
    ['fine', line('M 180 391 L 224 391')],
  ];
  const right = seat.map(([role, d]): Stroke => [role, movePath(d, 196, 0)]);
  return [
    { partId: 'driver-seat', shapes: seat, mark: [202, 300] },
    { partId: 'passenger-seat', shapes: right, mark: [398, 300] },
  ];
}

function rearSeat(): DrawnPart {
  return {
    partId: 'rear-seat',
    shapes: [
      [
        'cloth',
        symmetric(
          axis,
          'M 300 472 C 240 472 190 466 140 472 C 124 476 116 490 116 510 L 114 576 ' +
            'C 116 592 126 598 150 600 L 300 602',
        ),
      ],
      ['line', symmetricLine(axis, 'M 115 540 C 170 554 240 554 300 552')],
      ['fine', bothSides(line('M 238 472 C 234 500 234 524 238 552 L 240 600'), axis)],
      ['fine', bothSides(line('M 134 506 C 166 500 204 500 236 506'), axis)],
      ['cloth', bothSides(box(152, 572, 62, 28, 12), axis)],
      ['cloth', box(276, 576, 48, 24, 10)],
    ],
    mark: [300, 514],
  };
}

function cargoArea(kind: 'trunk' | 'open'): DrawnPart {
  const [top, bottom] = kind === 'trunk' ? [652, 792] : [616, 818];
  return {
    partId: 'cargo-area',
    shapes: [
      [
        'cloth',
        symmetric(
          axis,
          `M 300 ${top} L 116 ${top} L 112 ${top + 40} ` +
            `C 132 ${top + 46} 132 ${top + 84} 112 ${top + 90} L 116 ${bottom - 14} ` +
            `C 120 ${bottom} 132 ${bottom} 150 ${bottom} L 300 ${bottom}`,
        ),
      ],
      [
        'fine',
        symmetric(
          axis,
          `M 300 ${top + 16} L 156 ${top + 16} L 156 ${bottom - 18} L 300 ${bottom - 18}`,
        ),
      ],
      ['metal', box(272, bottom - 34, 56, 10, 5)],
      ['metal', bothSides(disc([136, top + 18], 6), axis)],
      ['metal', bothSides(disc([138, bottom - 22], 6), axis)],
    ],
    mark: [300, (top + bottom) / 2],
  };
}

function headliner(top: number): DrawnPart {
  return {
    partId: 'headliner',
    shapes: [
      ['cloth', box(72, top, 456, 84, 26)],
      ['fine', bothSides(box(92, top + 12, 24, 60, 8), axis)],
      ['fine', line(`M 98 ${top + 42} L 110 ${top + 42}`)],
      ['lamp', box(270, top + 26, 60, 32, 10)],
      ['fine', line(`M 300 ${top + 26} L 300 ${top + 58}`)],
      ['metal', bothSides(box(160, top + 8, 58, 8, 4), axis)],
      ['metal', bothSides(box(160, top + 68, 58, 8, 4), axis)],
    ],
    mark: [240, top + 42],
  };
}
