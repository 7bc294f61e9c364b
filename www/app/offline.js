/** The page as an app: kept for when there is no network, installed where the reader wants it, renewed when it is closed. */

/** A worker's address is code where Trusted Types are required; this one is the page's own and fixed. */
const address = (/** @type {string} */ url) => {
  const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('crossread-page', {
    createScriptURL: (/** @type {string} */ given) => given,
  });
  return policy?.createScriptURL(url) ?? url;
};

/**
 * Registers the service worker.
 * @param {() => void} renewed  Is called when a newer version has come than the one that is open.
 */
export async function keepOffline(renewed) {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  // The first worker of all is no newer version.
  let had = Boolean(serviceWorker.controller);
  serviceWorker.addEventListener('controllerchange', () => {
    if (had) renewed();
    had = true;
  });
  try {
    await serviceWorker.register(address('./service-worker.js'));
  } catch {
    // The page works without, as long as there is a network.
  }
}

/** Offers to install the page, where the browser would. @param {HTMLButtonElement} button */
export function offerInstall(button) {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    button.hidden = false;
    button.onclick = () => {
      button.hidden = true;
      /** @type {any} */ (event).prompt();
    };
  });
}

/** What another app has shared with this one; taken once. @returns {Promise<{ title: string, text: string, url: string, files: { name: string, text: string }[] } | null>} */
export async function takeShared() {
  const cache = await caches.open('shared-with-crossread');
  const response = await cache.match(new URL('./share', document.baseURI));
  await caches.delete('shared-with-crossread');
  return response ? response.json() : null;
}
