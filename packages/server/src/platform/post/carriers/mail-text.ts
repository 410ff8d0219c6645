// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not pass.
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** A text that may stand in a header: no line break begins another header. */
export function oneLine(text: string): string {
  return text.replace(CONTROLS, ' ').trim();
}

/** Whether a text is one mail address and nothing else. Whether it exists, the server knows. */
export function isMailAddress(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/u.test(text) &&
    oneLine(text) === text
  );
}
