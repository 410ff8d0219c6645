/** Languages in which a lender may talk to a person. Screens and letters are English. */
export const PREFERRED_LANGUAGES = ['en', 'es'] as const;
export type PreferredLanguage = (typeof PREFERRED_LANGUAGES)[number];
