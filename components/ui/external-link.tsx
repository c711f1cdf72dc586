/** A web address that somebody gave, opened beside; as text where it is none. */
export function ExternalLink({ href }: { href: string }) {
  if (!/^https?:\/\//i.test(href)) return href;
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="text-accent-ink underline decoration-line-strong underline-offset-2 hover:decoration-current"
    >
      {href.replace(/^https?:\/\//i, '')}
    </a>
  );
}
