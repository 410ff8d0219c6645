import { i18n } from '@lingui/core';
import './copy.ts';
import { messages } from './en/odometer.po';

/** Adds the questions about the odometer. */
i18n.load('en', messages);
