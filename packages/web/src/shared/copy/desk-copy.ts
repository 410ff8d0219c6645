import { i18n } from '@lingui/core';
import './copy.ts';
import { messages } from './en/desk.po';

/** Adds the sentences of the desk to the catalogue; imported for this effect. */
i18n.load('en', messages);
