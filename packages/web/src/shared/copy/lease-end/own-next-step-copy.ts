import { i18n } from '@lingui/core';
import '../copy.ts';
import { messages as anybody } from '../en/next-step.po';
import { messages as own } from '../en/own-next-step.po';

/** Adds the next step of a lease of ours, in the lender's own voice: all that an overview says. */
i18n.load('en', anybody);
i18n.load('en', own);
