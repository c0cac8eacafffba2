// Looks at every content document of an unpacked EPUB in Chromium, in every rendering of renderings.mjs, and prints
// what is wrong. Ends with 0 if there was nothing.
// usage: node check.mjs FOLDER CHROMIUM
import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { open_browser, open_document, open_page, show } from './browser.mjs';
import { renderings } from './renderings.mjs';

const [folder, chromium] = process.argv.slice(2);
const documents = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.xhtml')).sort();
let faults = 0;

function report(file, rendering, sentence) {
  faults += 1;
  console.log(`${file}: ${rendering}: ${sentence}`);
}

async function check(page, file) {
  await open_document(page, pathToFileURL(resolve(join(folder, file))).href);
  for (const rendering of renderings) {
    await show(page, rendering);
    for (const name of rendering.checks)
      for (const sentence of await page.evaluate((name, rendering) => window.checks[name](rendering), name, rendering))
        report(file, rendering.name, `${name}: ${sentence}`);
  }
}

const browser = await open_browser(chromium);
let current = '';
try {
  const page = await open_page(browser, (sentence) => report(current, 'loading', sentence));
  for (current of documents) await check(page, current);
} finally {
  await browser.close();
}
if (!documents.length) report(relative('.', folder), 'all', 'no content documents');
console.log(`${documents.length} documents in ${renderings.length} renderings: ${faults} faults`);
process.exitCode = faults ? 1 : 0;
