import { nextAppointmentState } from '@roadbook/domain/lease-end/appointment/appointment';
import type { Store } from '../../platform/database/store.ts';
import { appointmentAhead, changeAppointment } from './appointment.sql.ts';

/** Who came is not missed: a return that was booked for the car is done. */
export async function finishReturn(store: Store, contractId: string, at: string): Promise<void> {
  await store.transaction(async (tx) => {
    const ahead = await appointmentAhead(tx, contractId, 'return');
    const state = ahead === null ? null : nextAppointmentState(ahead.state, 'finish');
    if (ahead === null || state === null) return;
    await changeAppointment(tx, { ...ahead, state }, at);
  });
}
