// Adds the reader's own time beside UTC, and takes over a newer page while this one stands open.
(() => {
  const EVERY_MS = 60_000;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const local = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  const hours = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

  const showLocal = () => {
    document.querySelectorAll('[data-range]').forEach(showLocalRange);
    for (const time of document.querySelectorAll('time[data-utc]')) {
      const at = new Date(time.dateTime);
      const isBeside = time.dataset.utc === 'beside';
      time.removeAttribute('data-utc');
      if (at.getTimezoneOffset() === 0) continue;
      const sameDay = at.getDate() === at.getUTCDate();
      time.title = `${local.format(at)} (${zone})`;
      if (isBeside) addYours(time, (sameDay ? hours : local).format(at));
    }
  };

  const addYours = (place, text) => {
    const yours = Object.assign(document.createElement('span'), { className: 'yours', textContent: `${text} your time` });
    place.append(' · ', yours);
  };

  const showLocalRange = (range) => {
    const [from, to] = [...range.querySelectorAll('time')].map((time) => new Date(time.dateTime));
    range.removeAttribute('data-range');
    if (from.getTimezoneOffset() === 0 && to.getTimezoneOffset() === 0) return;
    const isOneDay = from.toDateString() === to.toDateString();
    const isSameDay = isOneDay && from.getDate() === from.getUTCDate();
    addYours(range, `${(isSameDay ? hours : local).format(from)} to ${(isOneDay ? hours : local).format(to)}`);
  };

  const takeNewer = async () => {
    if (document.hidden) return;
    const answer = await fetch(location.href.split('#')[0], { cache: 'no-cache' });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const main = page.querySelector('main');
    const shown = document.querySelector('main');
    if (!main || main.dataset.mark === shown.dataset.mark) return;
    const open = new Set([...shown.querySelectorAll('details[open]')].map(({ id }) => id));
    for (const one of main.querySelectorAll('details')) one.open = open.has(one.id);
    shown.replaceWith(document.adoptNode(main));
    document.title = page.title;
    showLocal();
    document.querySelector('#said').textContent = 'This page was updated.';
  };

  showLocal();
  setInterval(() => takeNewer().catch(() => undefined), EVERY_MS);
})();
