import { i18n } from '@lingui/core';
import '../copy.ts';
import { messages } from '../en/plan-rest.po';

/** Adds what a plan says below the ways out: buying, leaving for less, miles, days, assumptions. */
i18n.load('en', messages);
