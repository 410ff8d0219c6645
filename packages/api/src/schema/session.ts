import { z } from 'zod';

export const SignIn = z
  .strictObject({
    login: z.string().trim().min(1, 'your user name or e-mail').max(200),
    password: z.string().min(1, 'your password').max(200),
  })
  .meta({ id: 'SignIn' });

export const Session = z
  .object({
    /** To greet with; null where the session was opened before the server's last start. */
    firstName: z.string().nullable(),
    userName: z.string(),
    /** When the session ends if nothing is done. */
    idleUntil: z.string(),
    /** The open business day. */
    today: z.string(),
    /** True when gateways are simulated: every page says so. */
    simulated: z.boolean(),
  })
  .meta({ id: 'Session' });
