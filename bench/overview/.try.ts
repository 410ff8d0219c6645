import { machine } from '../report/machine.ts';
import { tableOf } from '../report/table.ts';
import { overview } from './overview.ts';

console.log(tableOf(machine(), { overview: await overview.run(console.error) }));
