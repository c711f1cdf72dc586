/**
 * Says for whom a request is meant, by user id: what one person wrote is not sent in the name of another who signed in
 * meanwhile in the same browser. [O5]
 */
export const EXPECTED_USER = 'x-warroom-user';
