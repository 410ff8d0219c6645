import { boarding } from './boarding.ts';
import { tableOf } from '../report/table.ts';
import { machine } from '../report/machine.ts';
console.log(tableOf(machine(), { boarding: await boarding.run(console.error) }));
