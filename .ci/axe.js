// Opens HTML reports in a headless browser, at the width of a desk and of a phone, in light and dark, and ends with
// status 1 where the accessibility checker finds a violation or something is wider than the window.
const { chromium } = require('playwright-core');
const axe = require.resolve('axe-core/axe.min.js');

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const views = [[1200, 'light'], [1200, 'dark'], [360, 'light'], [360, 'dark']];

(async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: quiet });
  const left = process.argv.slice(2).flatMap((file) => views.map((view) => [file, ...view]));
  let bad = 0;
  const worker = async () => {
    for (let next; (next = left.shift()); ) {
      const [file, width, colorScheme] = next;
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
      const page = await context.newPage();
      await page.goto('file://' + file);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      await page.addScriptTag({ path: axe });
      const { violations } = await page.evaluate(() => window.axe.run());
      for (const v of violations) console.log(`${file} (${width}, ${colorScheme}): ${v.id}: ${v.help}: ${v.nodes[0].html}`);
      if (over > 0) console.log(`${file} (${width}, ${colorScheme}): ${over} pixels wider than the window`);
      bad += violations.length + (over > 0 ? 1 : 0);
      await context.close();
    }
  };
  await Promise.all(Array.from({ length: require('os').availableParallelism() }, worker)); // a browser's page keeps one core busy
  await browser.close();
  process.exit(bad ? 1 : 0);
})();
