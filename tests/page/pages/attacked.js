/** Writes down whatever an attack may reach: dialogs, violations of the policy, errors, and what is saved. */
const seen = { dialogs: [], violations: [], errors: [], files: [], outcome: '' };
window.seen = seen;

for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) {
  window[name] = (...args) => void seen.dialogs.push(`${name} ${args.join()}`);
}
for (const name of ['error', 'warn']) {
  const own = console[name];
  console[name] = (...args) => {
    seen.errors.push(args.join(' '));
    own.apply(console, args);
  };
}
document.addEventListener('securitypolicyviolation', (event) => {
  seen.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
});
addEventListener('error', (event) => seen.errors.push(String(event.message)));
addEventListener('unhandledrejection', (event) => seen.errors.push(`Uncaught (in promise) ${event.reason}`));
if (window.ReportingObserver) {
  new ReportingObserver(
    (reports) => seen.violations.push(...reports.map(({ type, body }) => `${type} ${body?.message ?? ''}`)),
    {
      types: ['csp-violation', 'intervention'],
    },
  ).observe();
}
// What is saved is kept here and no file is made of it.
URL.createObjectURL = (blob) => {
  seen.files.push(blob);
  return '#saved';
};
HTMLAnchorElement.prototype.click = () => {};
document.addEventListener('cross-read-ready', () => (seen.outcome = 'ready'));
document.addEventListener('cross-read-error', ({ detail }) => (seen.outcome = detail.code));
