import { date } from '@roadbook/domain/time/calendar';
import type { WearGuide, WearRule } from '@roadbook/domain/wear/guide/guide';
import { CARD_LENGTH_MILS } from '@roadbook/domain/wear/walk/bank-card';

/** What most rules of the two guides share. */
const RULE = {
  measure: 'any',
  limit: 0,
  perPanelCount: null,
  paintBrokenIsCharged: false,
  inDriversView: false,
  since: null,
} as const;

const BODY = ['panel', 'bumper', 'mirror'];
const BRITTLE = ['glass', 'windshield', 'light', 'mirror', 'bumper'];
const INSIDE = ['upholstery', 'trim'];

/** Rules in which the two guides agree. */
function sharedRules(source: string): WearRule[] {
  return [
    {
      ...RULE,
      id: 'tread',
      parts: ['tire'],
      damages: ['tread-low'],
      measure: 'tread',
      limit: 4,
      source: `${source}, tires`,
    },
    {
      ...RULE,
      id: 'unsafe-tire',
      parts: ['tire'],
      damages: ['mismatched-tire', 'bubble', 'cut'],
      source: `${source}, tires`,
    },
    {
      ...RULE,
      id: 'cracked-wheel',
      parts: ['wheel'],
      damages: ['crack'],
      source: `${source}, wheels`,
    },
    {
      ...RULE,
      id: 'broken-part',
      parts: ['glass', 'light', 'mirror', 'bumper', 'trim', 'equipment'],
      damages: ['broken'],
      source: `${source}, parts`,
    },
    {
      ...RULE,
      id: 'missing-part',
      parts: ['equipment', 'bumper', 'light', 'mirror', 'wheel', 'trim'],
      damages: ['missing'],
      source: `${source}, parts`,
    },
  ];
}

/**
 * The guide of the demonstration's lender: a dent or scratch over 4 inches, more than 3 on a panel
 * or through the paint; a chip over 1/2 inch, a crack over 2, any of them in the driver's view;
 * tread under 4/32; a wheel gouge over 1 inch; a burn, cut or stain over 1/2 inch or more than 2;
 * every missing key, spare, manual and cover.
 */
export const LARKSPUR_GUIDE: WearGuide = {
  id: 'larkspur-demo',
  version: 1,
  effectiveFrom: date('2024-01-01'),
  title: 'Larkspur Motor Finance wear guide (demonstration)',
  source: 'Larkspur wear guide 1',
  rules: [
    {
      ...RULE,
      id: 'dent-or-scratch',
      parts: BODY,
      damages: ['dent', 'scratch', 'scuff'],
      measure: 'length',
      limit: 4_000,
      perPanelCount: 3,
      paintBrokenIsCharged: true,
      source: 'Larkspur wear guide 1, body',
    },
    {
      ...RULE,
      id: 'drivers-view',
      parts: ['windshield'],
      damages: ['chip', 'crack', 'scratch'],
      inDriversView: true,
      source: 'Larkspur wear guide 1, glass',
    },
    {
      ...RULE,
      id: 'chip',
      parts: ['panel', ...BRITTLE],
      damages: ['chip'],
      measure: 'diameter',
      limit: 500,
      source: 'Larkspur wear guide 1, glass',
    },
    {
      ...RULE,
      id: 'crack',
      parts: [...BRITTLE, 'trim'],
      damages: ['crack'],
      measure: 'length',
      limit: 2_000,
      source: 'Larkspur wear guide 1, glass',
    },
    {
      ...RULE,
      id: 'scratched-glass',
      parts: ['glass', 'windshield', 'light'],
      damages: ['scratch'],
      measure: 'length',
      limit: 4_000,
      source: 'Larkspur wear guide 1, glass',
    },
    {
      ...RULE,
      id: 'wheel-gouge',
      parts: ['wheel'],
      damages: ['gouge', 'scuff', 'dent'],
      measure: 'length',
      limit: 1_000,
      source: 'Larkspur wear guide 1, wheels',
    },
    {
      ...RULE,
      id: 'burn-cut-stain',
      parts: INSIDE,
      damages: ['burn', 'cut', 'tear', 'stain'],
      measure: 'diameter',
      limit: 500,
      perPanelCount: 2,
      source: 'Larkspur wear guide 1, inside',
    },
    {
      ...RULE,
      id: 'inside-scratch',
      parts: ['trim'],
      damages: ['scratch', 'gouge'],
      measure: 'length',
      limit: 4_000,
      perPanelCount: 3,
      source: 'Larkspur wear guide 1, inside',
    },
    ...sharedRules('Larkspur wear guide 1'),
  ],
};

/**
 * A stricter guide that measures with a bank card. Whatever the first guide charges it charges too;
 * it also charges marks between a card's length and 4 inches, a third mark on a panel, any crack,
 * any scratch through glass in the driver's view, burns over 1/8 inch and a second stain.
 */
export const CARD_GUIDE: WearGuide = {
  id: 'card-demo',
  version: 1,
  effectiveFrom: date('2024-01-01'),
  title: 'Bank card wear guide (demonstration)',
  source: 'Card guide 1',
  rules: [
    {
      ...RULE,
      id: 'larger-than-a-card',
      parts: [...BODY, 'glass', 'windshield', 'light', 'trim'],
      damages: ['dent', 'scratch', 'scuff', 'gouge'],
      measure: 'length',
      limit: CARD_LENGTH_MILS,
      perPanelCount: 2,
      paintBrokenIsCharged: true,
      source: 'Card guide 1, marks',
    },
    {
      ...RULE,
      id: 'drivers-view',
      parts: ['windshield'],
      damages: ['chip', 'scratch'],
      inDriversView: true,
      source: 'Card guide 1, glass',
    },
    {
      ...RULE,
      id: 'chip',
      parts: ['panel', ...BRITTLE],
      damages: ['chip'],
      measure: 'diameter',
      limit: 500,
      perPanelCount: 2,
      source: 'Card guide 1, glass',
    },
    {
      ...RULE,
      id: 'any-crack',
      parts: [...BRITTLE, 'trim'],
      damages: ['crack'],
      source: 'Card guide 1, cracks',
    },
    {
      ...RULE,
      id: 'wheel-gouge',
      parts: ['wheel'],
      damages: ['gouge', 'scuff', 'dent'],
      measure: 'length',
      limit: 1_000,
      source: 'Card guide 1, wheels',
    },
    {
      ...RULE,
      id: 'burn',
      parts: INSIDE,
      damages: ['burn'],
      measure: 'diameter',
      limit: 125,
      perPanelCount: 1,
      source: 'Card guide 1, inside',
    },
    {
      ...RULE,
      id: 'cut-or-stain',
      parts: INSIDE,
      damages: ['burn', 'cut', 'tear', 'stain'],
      measure: 'diameter',
      limit: 500,
      perPanelCount: 1,
      source: 'Card guide 1, inside',
    },
    ...sharedRules('Card guide 1'),
  ],
};

export const DEMO_GUIDES: readonly WearGuide[] = [LARKSPUR_GUIDE, CARD_GUIDE];
