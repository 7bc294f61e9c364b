import { story } from '../story.js';

await navigator.serviceWorker.register('./service-worker.js');
await navigator.serviceWorker.ready;
if (!navigator.serviceWorker.controller)
  await new Promise((go) => navigator.serviceWorker.addEventListener('controllerchange', go, { once: true }));
const response = await fetch('./analyze', { method: 'POST', body: JSON.stringify(story) });
document.querySelector('output').textContent = `${(await response.json()).facts.length} facts`;
