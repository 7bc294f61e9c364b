/** Writes down what the elements of the page tell, and tells it to the page around this one. */
window.told = [];
for (const name of ['ready', 'error', 'warning']) {
  addEventListener(`cross-read-${name}`, ({ detail }) => {
    window.told.push([name, detail?.code].filter(Boolean).join(' '));
    if (parent !== window) parent.postMessage({ told: window.told }, '*');
  });
}
addEventListener('message', ({ data }) => {
  if (data?.told) window.inner = data.told;
});
