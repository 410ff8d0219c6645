/** The other system that calls, by the name of its token. */
export type Integrator = { readonly name: string };
