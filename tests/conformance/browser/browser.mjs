// A headless Chromium that sees one content document after the other in one page.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// Installed by scripts/npm-packages.sh.
const installed = createRequire(new URL('../../../build/npm/conformance/package.json', import.meta.url));
const puppeteer = installed('puppeteer-core');

const inPage = readFileSync(new URL('in_page.js', import.meta.url), 'utf8');

// `program` is Chromium's path. The sandbox takes rights that a container does not give; documents run no scripts.
// Files may read the fonts and styles beside them.
export async function open_browser(program) {
  return puppeteer.launch({
    executablePath: program,
    args: ['--no-sandbox', '--allow-file-access-from-files', '--disable-gpu', '--font-render-hinting=none'],
    timeout: 60000,
    protocolTimeout: 240000,
  });
}

// A page that calls `complain` with a sentence for everything that fails to load and every error on its console.
export async function open_page(browser, complain) {
  const page = await browser.newPage();
  page.setDefaultTimeout(240000);
  page.on('requestfailed', (request) => complain(`${request.url()}: ${request.failure()?.errorText}`));
  page.on('pageerror', (error) => complain(error.message));
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complain(message.text());
  });
  return page;
}

export async function open_document(page, url) {
  await page.goto(url, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.evaluate(`${inPage}; window.checks = checks; undefined`);
}

// Shows the open document as `rendering` (renderings.mjs) says.
export async function show(page, { width, height, scheme = 'light', css = '', styles = true }) {
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.evaluate((css, styles) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
    if (styles) return;
    for (const each of document.styleSheets) each.disabled = true;
    for (const element of document.querySelectorAll('[style]')) element.removeAttribute('style');
  }, css, styles);
}
