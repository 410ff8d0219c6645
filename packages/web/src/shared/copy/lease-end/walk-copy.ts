import { i18n } from '@lingui/core';
import '../copy.ts';
import { messages } from '../en/walk.po';

/** Adds the sentences of the walk around the car to the catalogue; imported for this effect. */
i18n.load('en', messages);
