import { outboxOn } from '../../../testing/platform/post/outbox-suite.ts';

outboxOn('postgresql');
