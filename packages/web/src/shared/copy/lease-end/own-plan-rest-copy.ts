import { i18n } from '@lingui/core';
import './own-plan-copy.ts';
import './plan-rest-copy.ts';
import { messages } from '../en/own-plan-rest.po';

/** Adds what stands below the ways out of a lease of ours, in the lender's own voice. */
i18n.load('en', messages);
