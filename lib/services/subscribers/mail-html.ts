const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it stands in HTML, in attributes too. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one);

const FONT = 'font-family:system-ui,-apple-system,Segoe UI,Roboto,sans-serif;font-size:15px;line-height:1.5';

/** A plain mail: a title and what follows it. `body` is HTML; what people wrote in it is escaped already. */
export const mailHtml = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>` +
  `<body style="margin:0;padding:24px;${FONT}"><div style="max-width:560px"><h1 style="font-size:18px;margin:0 0 12px">` +
  `${escapeHtml(title)}</h1>${body}</div></body></html>`;

/** Puts something at the end of such a mail. */
export const withFoot = (html: string, foot: string): string =>
  html.replace(/<\/div><\/body><\/html>$/, () => `${foot}</div></body></html>`);
