import { i18n } from '@lingui/core';
import './copy.ts';
import { messages } from './en/overview.po';

/** Adds what only the overview of a contract says: its schedule and what was assumed. */
i18n.load('en', messages);
