import { i18n } from '@lingui/core';
import './copy.ts';
import { messages as next } from './en/next-step.po';
import { messages } from './en/planner.po';

/** Adds the sentences of the lease-end planner to the catalogue; imported for this effect. */
i18n.load('en', messages);
i18n.load('en', next);
