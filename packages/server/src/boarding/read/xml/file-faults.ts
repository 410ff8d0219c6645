import type { Fault } from '../reject.ts';

const WELL_FORMED = 'well-formed XML as the EX-102 schema describes it';
const COMPLETE = 'the complete file; fetch or export it again, records boarded already are kept';

function fault(
  rule: string,
  sentence: string,
  accepted: string,
  value: string | null = null,
): Fault {
  return { element: null, value, rule, sentence, accepted };
}

export const EMPTY_FILE = fault(
  'empty-file',
  'The file is empty.',
  'a file with at least one record',
);

export const notXml = (beginning: string): Fault =>
  fault('not-xml', 'The file does not begin as XML does.', WELL_FORMED, beginning);

export const DOCUMENT_TYPE = fault(
  'document-type',
  'The file declares a document type (DOCTYPE); such files are not read, because they can make a' +
    ' reader fetch or expand things.',
  'the same file without its DOCTYPE line',
);

export const unknownSchema = (namespace: string): Fault =>
  fault(
    'unknown-schema',
    namespace === ''
      ? 'The first element names no namespace, so the file does not say what it holds.'
      : 'The file is of a kind that is not boarded here.',
    'an auto-loan file (…/absee/autoloan/assetdata) or an auto-lease file' +
      ' (…/absee/autolease/assetdata)',
    namespace,
  );

export const unknownRoot = (name: string): Fault =>
  fault(
    'unknown-root',
    'The first element is not the one that a list of assets begins with.',
    'a file whose first element is assetData',
    name,
  );

export const unexpectedContent = (beginning: string): Fault =>
  fault(
    'unexpected-content',
    'Between the records stands something that is no record. It was passed over; records inside' +
      ' and after it were read.',
    'only assets elements inside assetData',
    beginning,
  );

export const contentAfterEnd = (beginning: string): Fault =>
  fault(
    'content-after-end',
    'After the end of the list something follows, and it was not read.',
    'one list of assets per file; put a second one into a file of its own',
    beginning,
  );

export const NO_RECORDS = fault(
  'no-records',
  'The file holds no records.',
  'a file with at least one record',
);

export const BROKE_OFF = fault(
  'file-broke-off',
  'The file breaks off before its end. The records before this position were read.',
  COMPLETE,
);

export const MARKUP_TOO_LONG = fault(
  'markup-too-long',
  'A tag, comment or record here is longer than a megabyte or is never closed. Reading stopped;' +
    ' the records before this position were read.',
  WELL_FORMED,
);

export const TOO_DEEP = fault(
  'too-deep',
  'Elements stand inside one another more than a hundred deep here. Reading stopped; the records' +
    ' before this position were read.',
  'assets elements inside assetData, and nothing around them',
);

export const NO_EX102_DOCUMENT = fault(
  'no-ex102-document',
  'The file is wrapped as EDGAR sends submissions, and none of its documents is an EX-102.',
  'the EX-102 of the submission: a document with <TYPE>EX-102 and its data inside <XML>',
);

export const RECORD_TOO_LONG = fault(
  'record-too-long',
  'The record is longer than a megabyte or is never closed.',
  WELL_FORMED,
);

export const RECORD_CUT_OFF = fault(
  'record-cut-off',
  'The file breaks off inside this record.',
  COMPLETE,
);

export const RECORD_NOT_CLOSED = fault(
  'record-not-closed',
  'The record has no end tag before the next one begins.',
  WELL_FORMED,
);

export const bytesNotInEncoding = (encoding: string, offset: number): Fault =>
  fault(
    'bytes-not-in-encoding',
    `The byte at position ${offset} of the file is not ${encoding}, as the file says it is.`,
    `${encoding} throughout; save or convert the file as UTF-8`,
  );
