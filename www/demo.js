/** The choice of sample stories: the address says which, so that each can be linked to. */
const links = [...document.querySelectorAll('.stories a')];
const element = document.querySelector('cross-read');

function choose() {
  const chosen = links.find((link) => link.getAttribute('href') === location.hash) ?? links[0];
  const name = chosen.getAttribute('href').slice(1);
  const src = `./stories/${name}.json`;
  for (const link of links) {
    if (link === chosen) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  if (element.getAttribute('src') !== src) element.setAttribute('src', src);
}

addEventListener('hashchange', choose);
choose();
