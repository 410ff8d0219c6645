/** A pull of bytes: a file stream, or chunks made by a test. */
export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
