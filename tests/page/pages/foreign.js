/** Loads the element from the site that the address names. */
const script = document.createElement('script');
script.type = 'module';
script.src = `${new URLSearchParams(location.search).get('from')}pkg/element/define.js`;
document.head.append(script);
