/** Where tabs of one host hear that who is signed in was proven again. */
export const provenChannel = 'identity-proven';

/** The page that says so. */
export const provenPath = '/proven';
