/** What an accent stands on, or what stands on it, in light and in dark pages (tokens.css). */
const BACKGROUNDS = {
  light: ['#ffffff', '#f8f7f4', '#f0eee9'],
  dark: ['#10131c', '#13141a', '#171820', '#1c1e26'],
} as const;

/** Text needs 4.5 to 1 (WCAG 2.2, 1.4.3). */
const LEAST = 4.5;

type Rgb = readonly [number, number, number];

/** The lowest contrast of a colour on the pages of a scheme. */
export function contrastOf(colour: string, scheme: 'light' | 'dark'): number {
  return Math.min(...BACKGROUNDS[scheme].map((ground) => ratio(rgbOf(colour), rgbOf(ground))));
}

/**
 * The nearest colour that can be read: the same one where it can, else mixed with black on light
 * pages, with white on dark ones, in steps of a percent, until it can.
 */
export function readableAccent(colour: string, scheme: 'light' | 'dark'): string {
  const end: Rgb = scheme === 'light' ? [0, 0, 0] : [255, 255, 255];
  for (let percent = 0; percent <= 100; percent += 1) {
    const mixed = hexOf(mix(rgbOf(colour), end, percent / 100));
    if (contrastOf(mixed, scheme) >= LEAST) return mixed;
  }
  return hexOf(end);
}

function rgbOf(colour: string): Rgb {
  const part = (at: number): number => Number.parseInt(colour.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

function hexOf(rgb: Rgb): string {
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const part = (at: 0 | 1 | 2): number => from[at] + (to[at] - from[at]) * share;
  return [part(0), part(1), part(2)];
}

function ratio(one: Rgb, other: Rgb): number {
  const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [
    number,
    number,
  ];
  return (high + 0.05) / (low + 0.05);
}

/** Relative luminance (WCAG 2.2). */
function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
