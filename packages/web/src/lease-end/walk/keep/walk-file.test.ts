import { generateWalk } from '@roadbook/domain/testing/wear/walks';
import { wearEstimate } from '@roadbook/domain/wear/charge/estimate';
import { partsOf } from '@roadbook/domain/wear/walk/car-part';
import { LARKSPUR_CHARGES } from '@roadbook/server/lender/larkspur/wear-charges';
import { LARKSPUR_GUIDE } from '@roadbook/server/lender/larkspur/wear-guides';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstGuideId } from '../guide/wear-data.ts';
import '../guide/testing/larkspur-wear.ts';
import { NO_WAIVER, newWalk, reportOf, type Walk } from '../walk.ts';
import { readWalkFile, writeWalkFile } from './walk-file.ts';

const someWalk = fc.integer({ min: 1, max: 100_000 }).map((seed): Walk => {
  const { report } = generateWalk(seed);
  const findings = report.findings.map((each) => ({ ...each, sizeMils: each.sizeMils || null }));
  return {
    ...newWalk(report.takenOn, firstGuideId()),
    ...report,
    findings,
    vin: seed % 2 === 0 ? '1HGCM82633A004352' : null,
    odometerMiles: seed % 4 === 0 ? seed : null,
    lender: seed % 2 === 0 ? 'served' : null,
    startedAt: seed % 2 === 0 ? '2026-11-22T15:10:00.000Z' : null,
    changedAt: seed % 2 === 0 ? '2026-11-22T15:42:00.000Z' : null,
    photoTimes: seed % 2 === 0 ? { 'photo-1': '2026-11-22T15:20:00.000Z' } : {},
    carName: seed % 2 === 0 ? '2023 Honda' : null,
    waiver: seed % 3 === 0 ? { ...NO_WAIVER, totalCents: '500000' } : NO_WAIVER,
  };
});
const PHOTO = { id: 'photo-1', jpeg: '/9j/4AAQ' };
const withPhoto = (walk: Walk): Walk => ({
  ...walk,
  findings: walk.findings.map((each) => ({ ...each, photoIds: [PHOTO.id] })),
});

describe('a kept walk', () => {
  it('is the same after it was written and read', () => {
    fc.assert(
      fc.property(someWalk, (walk) => {
        const file = { walk: withPhoto(walk), photos: [PHOTO] };
        expect(readWalkFile(writeWalkFile(file))).toEqual({ outcome: 'read', ...file });
      }),
    );
  });

  it.each([
    ['', 'not-a-walk'],
    ['[]', 'field-wrong'],
    ['{"kind":"roadbook-walk"}', 'not-a-walk'],
    ['{"kind":"roadbook-walk","version":2}', 'newer-version'],
    ['{"kind":"roadbook-walk","version":1}', 'field-wrong'],
  ])('is refused when it is none: %s', (text, rule) => {
    expect(readWalkFile(text)).toMatchObject({ outcome: 'refused', rule });
  });

  it.each([
    ['a part that no car has', { partId: 'wing' }, 'findings.0.partId'],
    ['a damage that the part cannot have', { damage: 'tread-low' }, 'findings.0.damage'],
    ['a size beyond any car', { sizeMils: 1e9 }, 'findings.0.sizeMils'],
    ['half a mark', { count: 1.5 }, 'findings.0.count'],
    ['a photo that is not in it', { photoIds: ['photo-9'] }, 'findings.0.photoIds.0'],
    ['a note as long as a book', { note: 'a'.repeat(501) }, 'findings.0.note'],
  ])('is refused for %s, and says where', (_what, change, place) => {
    const finding = {
      id: 'finding-1',
      partId: 'hood',
      damage: 'dent' as const,
      sizeMils: 500,
      depthMils: null,
      count: 1,
      paintBroken: false,
      inDriversView: false,
      treadThirtySeconds: null,
      photoIds: [],
    };
    const walk = { ...fc.sample(someWalk, 1)[0]!, findings: [{ ...finding, ...change }] };
    const text = JSON.stringify({ kind: 'roadbook-walk', version: 1, ...walk, photos: [] });
    expect(readWalkFile(text)).toEqual({ outcome: 'refused', rule: 'field-wrong', place });
  });

  it.each([
    ['a VIN whose check digit is wrong', { vin: '1HGCM82634A004352' }, 'vin'],
    ['more miles than an odometer shows', { odometerMiles: 1_000_000 }, 'odometerMiles'],
    ['a time that is none', { startedAt: 'yesterday' }, 'startedAt'],
    ['the time of something else', { photoTimes: { hood: null } }, 'photoTimes'],
  ])('is refused for %s', (_what, change, place) => {
    const walk = { ...fc.sample(someWalk, 1)[0]!, ...change };
    const text = JSON.stringify({ kind: 'roadbook-walk', version: 1, ...walk, photos: [] });
    expect(readWalkFile(text)).toEqual({ outcome: 'refused', rule: 'field-wrong', place });
  });

  it('of an earlier build, without VIN, miles and times, is read', () => {
    const walk = fc.sample(someWalk, 1)[0]!;
    const { vin, odometerMiles, lender, startedAt, changedAt, photoTimes, ...before } = walk;
    const text = JSON.stringify({ kind: 'roadbook-walk', version: 1, ...before, photos: [] });
    const unsaid = { vin: null, odometerMiles: null, lender: null };
    const timeless = { startedAt: null, changedAt: null, photoTimes: {} };
    expect(readWalkFile(text)).toMatchObject({ outcome: 'read', walk: { ...unsaid, ...timeless } });
  });

  it('is refused or safe to judge, whatever somebody wrote into it', () => {
    const fields = [
      'bodyStyle',
      'findings',
      'inspected',
      'skipped',
      'waiver',
      'ownGuide',
      'photos',
    ];
    fc.assert(
      fc.property(someWalk, fc.constantFrom(...fields), fc.jsonValue(), (walk, name, forged) => {
        const file = { kind: 'roadbook-walk', version: 1, ...walk, photos: [], [name]: forged };
        const read = readWalkFile(JSON.stringify(file));
        if (read.outcome === 'refused') return;
        const parts = partsOf(read.walk.bodyStyle!).map(({ id }) => id);
        expect(read.walk.findings.every(({ partId }) => parts.includes(partId))).toBe(true);
        const estimate = wearEstimate(reportOf(read.walk), LARKSPUR_GUIDE, LARKSPUR_CHARGES, []);
        expect(estimate.range.lowCents).toBeGreaterThanOrEqual(0n);
      }),
      { numRuns: 300 },
    );
  });

  it('is refused when one of its findings is changed into anything else', () => {
    fc.assert(
      fc.property(someWalk, fc.string(), fc.jsonValue(), (walk, name, forged) => {
        const [first, ...rest] = walk.findings;
        const findings = [{ ...first, [name]: forged }, ...rest];
        const file = { kind: 'roadbook-walk', version: 1, ...walk, findings, photos: [] };
        const read = readWalkFile(JSON.stringify(file));
        if (read.outcome === 'read') {
          wearEstimate(reportOf(read.walk), LARKSPUR_GUIDE, LARKSPUR_CHARGES, []);
        } else expect(read.place).toMatch(/^findings/);
      }),
    );
  });
});
