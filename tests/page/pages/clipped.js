/** What a host of foreign frames does with the message in which a frame says how high it is. */
addEventListener('message', ({ data }) => {
  if (data?.sentinel !== 'amp' || data.type !== 'embed-size') return;
  window.asked = (window.asked ?? 0) + 1;
  document.querySelector('iframe').style.height = `${data.height}px`;
});
