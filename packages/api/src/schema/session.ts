import { z } from 'zod';

export const SignIn = z
  .strictObject({
    login: z.string().trim().min(1, 'your user name or email').max(200),
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
    /** The same as seconds from now: no clock of a browser's has to be right. */
    endsInSeconds: z.int(),
    /** Seconds until it ends whatever is done. */
    endsAtLatestInSeconds: z.int(),
    /** The open business day. */
    today: z.string(),
    /** True when gateways are simulated: every page says so. */
    simulated: z.boolean(),
  })
  .meta({ id: 'Session' });

/** What a person may see of the own file; never the SSN. */
export const Details = z
  .object({
    /** A person's one name or two, or a company's. */
    name: z.string(),
    userName: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    /** The postal address, line by line. */
    address: z.array(z.string()),
  })
  .meta({ id: 'Details' });
