// Shows push messages and opens what they are about. Nothing else: no cache, no page passes through here.
self.addEventListener('push', (event) => {
  let message = { title: 'Warroom', text: 'There is something for you.', url: '/', tag: 'warroom' };
  try {
    message = { ...message, ...event.data.json() };
  } catch {
    // A message that cannot be read still says that there is one.
  }
  const { title, text, url, tag } = message;
  event.waitUntil(self.registration.showNotification(title, { body: text, tag, data: { url }, icon: '/icon.svg', silent: true }));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const target = new URL(event.notification.data?.url ?? '/', self.location.origin);
  if (target.origin !== self.location.origin) return;
  event.waitUntil(
    self.clients.matchAll({ type: 'window', includeUncontrolled: true }).then((windows) => {
      const open = windows.find((one) => new URL(one.url).pathname === target.pathname);
      if (!open) return self.clients.openWindow(target.href);
      return open.focus().then((focused) => (focused.url === target.href ? focused : focused.navigate(target.href)));
    }),
  );
});
