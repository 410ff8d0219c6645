import { machine } from '../report/machine.ts';
import { tableOf } from '../report/table.ts';
import { boarding } from './boarding.ts';

console.log(tableOf(machine(), { boarding: await boarding.run(console.error) }));
