/** Reads one value of a kept plan; undefined when it is not of this shape. */
export type Shape = (value: unknown) => unknown;

/** What could not be read: the field, as its file names it. */
export type Unread = { readonly outcome: 'unread'; readonly field: string };

/** The name of an odd field, as far as it may be shown: it came from outside. */
export function unread(field: string): Unread {
  return { outcome: 'unread', field: /^[A-Za-z]{1,40}$/.test(field) ? field : '?' };
}

/** An object with exactly these fields, each of its shape. */
export function objectOf(shapes: Readonly<Record<string, Shape>>): Shape {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const read: Record<string, unknown> = {};
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(shapes, name)) return undefined;
    }
    const given = value as Readonly<Record<string, unknown>>;
    for (const [name, shape] of Object.entries(shapes)) {
      const field = shape(given[name]);
      if (field === undefined) return undefined;
      read[name] = field;
    }
    return read;
  };
}

/** A list of at most so many, all of one shape. */
export function listOf(shape: Shape, most: number): Shape {
  return (value) => {
    if (!Array.isArray(value) || value.length > most) return undefined;
    const read = value.map(shape);
    return read.includes(undefined) ? undefined : read;
  };
}
