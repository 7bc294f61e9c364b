import init, { analyze } from 'crossread/inline';

addEventListener('install', (event) => event.waitUntil(init().then(() => skipWaiting())));
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  if (!new URL(event.request.url).pathname.endsWith('/analyze')) return;
  const compared = async () => {
    await init();
    return Response.json(analyze(await event.request.json()));
  };
  event.respondWith(compared());
});
