/** Carries a secret that was made just now to the page that shows it, once; the server keeps none that it could show. */
export const SHOWN_SECRET = 'warroom-shown';

/** A `Set-Cookie` header for two minutes and one page. */
export const shownSecretCookie = (secret: string, secure: boolean): string =>
  `${SHOWN_SECRET}=${encodeURIComponent(secret)}; Max-Age=120; Path=/subscribe/manage; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
