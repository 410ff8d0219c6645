import { STAFF_ROLES, type StaffRole } from '@roadbook/domain/person/staff-role';
import { Option } from 'commander';
import { readSettings } from '../../../serve/settings.ts';
import type { DatabaseCommand, RequestOf } from '../../command.ts';

type StaffRequest = RequestOf<
  'staff-invite' | 'staff-list' | 'staff-disable' | 'staff-role' | 'staff-place'
>;

const roleOption = () => new Option('--role <role>', 'what they may do').choices(STAFF_ROLES);

/** Who works at the desk: the first account is made here, because nobody is there yet. */
export const staff: DatabaseCommand<StaffRequest> = {
  requests: ['staff-invite', 'staff-list', 'staff-disable', 'staff-role', 'staff-place'],
  declare: (program, send) => {
    const group = program.command('staff').description('who works at the desk');
    group
      .command('invite')
      .description('make an account, and a link that sets its password; it works for seven days')
      .argument('<email>', 'their email address')
      .requiredOption('--name <name>', 'their name')
      .addOption(roleOption().makeOptionMandatory())
      .action((email: string, { name, role }: { name: string; role: StaffRole }) =>
        send({
          command: 'staff-invite',
          email,
          name,
          role,
          deskUrl: readSettings(process.env).staffUrl,
        }),
      );
    group
      .command('list')
      .description('everybody who has an account, with role and state')
      .action(() => send({ command: 'staff-list' }));
    group
      .command('disable')
      .description('close an account and end its sessions at once')
      .argument('<email>', 'their email address')
      .action((email: string) => send({ command: 'staff-disable', email }));
    group
      .command('role')
      .description('give somebody another role, from their next request on')
      .argument('<email>', 'their email address')
      .addOption(roleOption().makeOptionMandatory())
      .action((email: string, { role }: { role: StaffRole }) =>
        send({ command: 'staff-role', email, role }),
      );
    group
      .command('place')
      .description('say at which place a dealer or inspector works')
      .argument('<email>', 'their email address')
      .argument('<place>', 'the code of the place, or "none"')
      .action((email: string, place: string) =>
        send({ command: 'staff-place', email, placeId: place === 'none' ? null : place }),
      );
  },
  run: async (shell, request, say) => {
    const { runStaff } = await import('./run-staff.ts');
    return runStaff(shell, request, say);
  },
};
