/** The demo page as published: it shows the sample story compared, and keeps to itself. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeBrowser, openDemo, whenCompared } from './harness.mjs';

after(closeBrowser);

for (const width of [1280, 390]) {
  test(`at ${width} px the sample story is shown, the console is empty and nothing foreign is asked for`, async () => {
    const demo = await openDemo({ width });
    await whenCompared(demo.page);
    assert.ok(demo.requests.includes(`${demo.origin}pkg/crossread_bg.wasm`), 'the built core is loaded');
    const overflow = await demo.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(overflow <= 0, `the page does not scroll sideways (it does, by ${overflow} px)`);
    demo.assertQuiet();
  });
}

test('what stands inside the element is readable without scripts', async () => {
  const demo = await openDemo({ javaScript: false });
  assert.ok((await demo.page.locator('body').innerText()).trim().length > 0);
  demo.assertQuiet();
});
