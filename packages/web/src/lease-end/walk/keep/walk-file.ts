import { parseDate } from '@roadbook/domain/time/calendar';
import { readAnyVin } from '@roadbook/domain/vehicle/any-vin';
import { BODY_STYLES, type BodyStyle, partsOf } from '@roadbook/domain/wear/walk/car-part';
import type { CentsText } from '../../../shared/format/cents.ts';
import { type OwnGuideRead, readOwnGuide } from '../guide/read-own-guide.ts';
import { CSV_BYTES_MAX } from '../guide/split-csv.ts';
import { MILES_MAX } from '../start/read-miles.ts';
import type { OwnGuide, WaiverAnswers, Walk } from '../walk.ts';
import { readFinding, TEXT_MAX } from './read-finding.ts';
import {
  FileFault,
  field,
  type Json,
  listOf,
  oneOf,
  recordOf,
  textOf,
  wholeOf,
} from './read-json.ts';

/** What a kept walk begins with. A later house may write a higher version; it is then refused. */
const KIND = 'roadbook-walk';
const VERSION = 1;

/** A walk with many pictures stays well below it. */
export const FILE_BYTES_MAX = 100_000_000;
const PHOTOS_MAX = 200;

const PHOTO_ID = /^photo-\d{1,6}$/;

/** A picture as the file carries it: the bytes of a JPEG in base64. */
export type FilePhoto = { readonly id: string; readonly jpeg: string };
export type WalkFile = { readonly walk: Walk; readonly photos: readonly FilePhoto[] };

export const FILE_RULES = ['not-a-walk', 'newer-version', 'field-wrong', 'file-too-large'] as const;
export type FileRule = (typeof FILE_RULES)[number];

export type WalkFileRead =
  | ({ readonly outcome: 'read' } & WalkFile)
  /** `place` is the path of the field inside the file, such as `findings.2.damage`. */
  | { readonly outcome: 'refused'; readonly rule: FileRule; readonly place: string };

export function writeWalkFile({ walk, photos }: WalkFile): string {
  return JSON.stringify({ kind: KIND, version: VERSION, ...walk, photos });
}

/**
 * Reads a kept walk. Every field is checked, because anybody can write such a file. Photos that are
 * kept beside the text are known by their ids.
 */
export function readWalkFile(text: string, keptPhotoIds: readonly string[] = []): WalkFileRead {
  if (text.length > FILE_BYTES_MAX) return refused('file-too-large');
  try {
    const file = recordOf(parsed(text), '');
    if (file.kind !== KIND || typeof file.version !== 'number') return refused('not-a-walk');
    if (file.version !== VERSION) return refused('newer-version', String(file.version));
    const photos = listOf(file.photos, 'photos', PHOTOS_MAX).map(readPhoto);
    const walk = readWalk(file, new Set([...keptPhotoIds, ...photos.map(({ id }) => id)]));
    return { outcome: 'read', walk, photos };
  } catch (fault) {
    if (fault instanceof FileFault) return refused('field-wrong', fault.place);
    throw fault;
  }
}

function refused(rule: FileRule, place = ''): WalkFileRead {
  return { outcome: 'refused', rule, place };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

function readWalk(file: Json, photoIds: ReadonlySet<string>): Walk {
  const bodyStyle = oneOf(file.bodyStyle, 'bodyStyle', BODY_STYLES);
  const takenOn = parseDate(textOf(file.takenOn, 'takenOn', 10));
  if (takenOn === null) throw new FileFault('takenOn');
  const findings = listOf(file.findings, 'findings', 500).map((each, index) =>
    readFinding(each, `findings.${String(index)}`, bodyStyle, photoIds),
  );
  if (new Set(findings.map(({ id }) => id)).size !== findings.length)
    throw new FileFault('findings');
  return {
    bodyStyle,
    carName: file.carName === null ? null : textOf(file.carName, 'carName', 100),
    ...readCar(file),
    findings,
    inspected: readPartIds(file, 'inspected', bodyStyle),
    skipped: readPartIds(file, 'skipped', bodyStyle),
    takenOn,
    startedAt: readInstant(file.startedAt, 'startedAt'),
    changedAt: readInstant(file.changedAt, 'changedAt'),
    photoTimes: readTimes(file.photoTimes),
    guideId: textOf(file.guideId, 'guideId', 100),
    ownGuide: file.ownGuide === null ? null : readGuideTexts(file.ownGuide),
    waiver: readWaiver(file.waiver),
  };
}

/** What files of earlier builds do not have: VIN, miles and lender. */
function readCar({
  vin,
  odometerMiles,
  lender,
}: Json): Pick<Walk, 'vin' | 'odometerMiles' | 'lender'> {
  return {
    vin:
      vin === undefined || vin === null
        ? null
        : (readAnyVin(textOf(vin, 'vin', 17)) ?? field('vin')),
    odometerMiles:
      odometerMiles === undefined || odometerMiles === null
        ? null
        : wholeOf(odometerMiles, 'odometerMiles', 0, MILES_MAX),
    lender:
      lender === undefined || lender === null
        ? null
        : oneOf(lender, 'lender', ['served', 'other'] as const),
  };
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function readInstant(read: unknown, place: string): string | null {
  if (read === undefined || read === null) return null;
  const text = textOf(read, place, 24);
  return INSTANT.test(text) && !Number.isNaN(Date.parse(text)) ? text : field(place);
}

function readTimes(read: unknown): Readonly<Record<string, string>> {
  if (read === undefined) return {};
  const times: Record<string, string> = {};
  for (const [id, at] of Object.entries(recordOf(read, 'photoTimes'))) {
    if (!PHOTO_ID.test(id)) throw new FileFault('photoTimes');
    times[id] = readInstant(at, `photoTimes.${id}`) ?? field(`photoTimes.${id}`);
  }
  return times;
}

function readPartIds(file: Json, name: string, style: BodyStyle): string[] {
  const known = partsOf(style).map(({ id }) => id);
  const ids = listOf(file[name], name, known.length).map((each, index) =>
    oneOf(each, `${name}.${String(index)}`, known),
  );
  return [...new Set(ids)];
}

function readGuideTexts(read: unknown): OwnGuide {
  const file = recordOf(read, 'ownGuide');
  const guideCsv = textOf(file.guideCsv, 'ownGuide.guideCsv', CSV_BYTES_MAX);
  const chargesCsv = textOf(file.chargesCsv, 'ownGuide.chargesCsv', CSV_BYTES_MAX);
  const own: OwnGuideRead = readOwnGuide({ guideCsv, chargesCsv });
  if (own.outcome === 'refused') throw new FileFault(`ownGuide.${own.file}Csv`);
  return { guideCsv, chargesCsv };
}

function readWaiver(read: unknown): WaiverAnswers {
  const file = recordOf(read, 'waiver');
  const cents = (name: string): CentsText | null => {
    if (file[name] === null) return null;
    const text = textOf(file[name], `waiver.${name}`, 12);
    return /^\d+$/.test(text) ? text : field(`waiver.${name}`);
  };
  return {
    totalCents: cents('totalCents'),
    perEventCents: cents('perEventCents'),
    perMissingCents: cents('perMissingCents'),
    above: oneOf(file.above, 'waiver.above', ['cap', 'exclude']),
  };
}

/** A JPEG begins with the bytes FF D8 FF, which base64 writes as these four letters. */
const JPEG_BEGINS = /^\/9j\//;

function readPhoto(read: unknown, index: number): FilePhoto {
  const place = `photos.${String(index)}`;
  const file = recordOf(read, place);
  const id = textOf(file.id, `${place}.id`, TEXT_MAX.id);
  const jpeg = textOf(file.jpeg, `${place}.jpeg`, FILE_BYTES_MAX);
  if (!PHOTO_ID.test(id)) throw new FileFault(`${place}.id`);
  if (!JPEG_BEGINS.test(jpeg) || !/^[A-Za-z0-9+/]+={0,2}$/.test(jpeg) || jpeg.length % 4 !== 0) {
    throw new FileFault(`${place}.jpeg`);
  }
  return { id, jpeg };
}
