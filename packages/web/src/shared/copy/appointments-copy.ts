import { i18n } from '@lingui/core';
import './copy.ts';
import { messages } from './en/appointments.po';

/** Adds the sentences of appointments to the catalogue; imported for this effect. */
i18n.load('en', messages);
