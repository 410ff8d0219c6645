import { personOutboxOn } from '../../../../testing/platform/post/person-suite.ts';

personOutboxOn('embedded');
