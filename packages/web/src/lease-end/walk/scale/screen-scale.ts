/** Things everybody has at hand whose size is fixed, in millimeters. */
export const YARDSTICKS = {
  /** ISO/IEC 7810 ID-1, upright: a telephone is wide enough for its short side only. */
  card: { widthMm: 53.98, heightMm: 85.6 },
  /** United States Mint, quarter dollar. */
  quarter: { widthMm: 24.26, heightMm: 24.26 },
} as const;
export type Yardstick = keyof typeof YARDSTICKS;
export const YARDSTICK_NAMES = ['card', 'quarter'] as const satisfies readonly Yardstick[];

const MM_PER_MIL = 0.0254;

/** What any screen may be: a wall display at the low end, a small sharp telephone at the high. */
const PX_PER_MM_MIN = 1.5;
const PX_PER_MM_MAX = 14;

/**
 * How many pixels of the screen itself make a millimeter. A page that is zoomed has another number
 * of its own pixels to one of the screen's, so the screen's are what is kept.
 */
export type ScreenScale = { readonly devicePxPerMm: number };

/** The scale at which an outline of so many page pixels is as wide as the real thing. */
export function scaleFrom(
  yardstick: Yardstick,
  widthPx: number,
  pixelRatio: number,
): ScreenScale | null {
  const pxPerMm = widthPx / YARDSTICKS[yardstick].widthMm;
  if (!(pxPerMm >= PX_PER_MM_MIN && pxPerMm <= PX_PER_MM_MAX) || !(pixelRatio > 0)) return null;
  return { devicePxPerMm: pxPerMm * pixelRatio };
}

/** Page pixels for a millimeter at the present zoom. */
export function pxPerMm({ devicePxPerMm }: ScreenScale, pixelRatio: number): number {
  return devicePxPerMm / pixelRatio;
}

export function milsToPx(mils: number, perMm: number): number {
  return mils * MM_PER_MIL * perMm;
}

export function pxToMils(px: number, perMm: number): number {
  return Math.round(px / perMm / MM_PER_MIL);
}

/** The widths, in page pixels, between which the slider of a yardstick moves. */
export function sliderSpan(yardstick: Yardstick, roomPx: number): { min: number; max: number } {
  const { widthMm } = YARDSTICKS[yardstick];
  const min = Math.ceil(widthMm * PX_PER_MM_MIN);
  return { min, max: Math.max(min + 1, Math.min(roomPx, Math.floor(widthMm * PX_PER_MM_MAX))) };
}

const KEY = 'roadbook.walk.screen';

/** The scale of this screen from an earlier visit. What somebody else wrote there is ignored. */
export function readScale(storage: Pick<Storage, 'getItem'>): ScreenScale | null {
  const devicePxPerMm = Number(storage.getItem(KEY) ?? Number.NaN);
  const isPlausible = devicePxPerMm > PX_PER_MM_MIN / 4 && devicePxPerMm < PX_PER_MM_MAX * 8;
  return isPlausible ? { devicePxPerMm } : null;
}

export function forgetScale(storage: Pick<Storage, 'removeItem'>): void {
  storage.removeItem(KEY);
}

export function keepScale(storage: Pick<Storage, 'setItem'>, scale: ScreenScale): void {
  storage.setItem(KEY, String(scale.devicePxPerMm));
}
