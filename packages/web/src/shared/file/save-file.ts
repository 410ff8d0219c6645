/** Hands a text or bytes to the person as a file, without a request to anybody. */
export function saveFile(
  name: string,
  type: string,
  content: string | Uint8Array<ArrayBuffer>,
): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken its copy by the end of this turn; a moment more is for slow ones.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
