import regularUrl from '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff?url';
import boldUrl from '@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff?url';

/** The two cuts of the typeface that a report embeds, as font files. */
export type ReportFonts = { readonly regular: Uint8Array; readonly bold: Uint8Array };

/** Reads the typeface from the portal's own files; it works offline once they are cached. */
export async function loadReportFonts(): Promise<ReportFonts> {
  const [regular, bold] = await Promise.all([regularUrl, boldUrl].map(read));
  if (regular === undefined || bold === undefined) throw new Error('a typeface has two cuts');
  return { regular, bold };
}

async function read(url: string): Promise<Uint8Array> {
  const reply = await fetch(url);
  if (!reply.ok) throw new Error(`the typeface could not be read: ${reply.status}`);
  return new Uint8Array(await reply.arrayBuffer());
}
