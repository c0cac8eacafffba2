// How a reader may see a content document, and what is looked for in each rendering (in_page.js).
//
// width, height: of the viewport in CSS pixels. scheme: prefers-color-scheme. css: what the reading system, or the
// reader's settings, lay over the publisher's styles. styles: false = the publisher's are off. excused: a selector of
// what may be wider than the page.

export const phone = { width: 320, height: 568 };
export const tablet = { width: 768, height: 1024 };
export const desktop = { width: 1280, height: 800 };

// Page colours as reading systems set them: on the root alone, so that all colours we set must bear them.
const darkPage = 'html { background: #121212; color: #e6e6e6 }';
const sepiaPage = 'html { background: #f4ecd8; color: #3b2f2f }';

// WCAG 2.2, success criterion 1.4.12.
const textSpacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
  ' p { margin-bottom: 2em !important }';

// What reading systems lay beneath a publisher's styles, and so keep when these are off (after Readium CSS, safeguards).
const readingSystem = 'a, h1, h2, h3, h4, h5, h6 { overflow-wrap: break-word } img { max-width: 100%; height: auto }';

const fits = ['overflow', 'scrollers'];

export const renderings = [
  { name: 'phone', ...phone, checks: [...fits, 'unbreakable', 'contrast', 'copies'] },
  { name: 'tablet', ...tablet, checks: [...fits, 'unbreakable'] },
  { name: 'desktop', ...desktop, checks: fits },
  { name: 'sepia', ...desktop, css: sepiaPage, checks: ['contrast'] },
  // A night page of a reading system that does not tell pages about it.
  { name: 'night page', ...desktop, css: darkPage, checks: ['contrast'] },
  { name: 'dark scheme, light page', ...desktop, scheme: 'dark', checks: ['contrast'] },
  { name: 'dark desktop', ...desktop, scheme: 'dark', css: darkPage, checks: [...fits, 'contrast'] },
  { name: 'dark tablet', ...tablet, scheme: 'dark', css: darkPage, checks: fits },
  { name: 'dark phone', ...phone, scheme: 'dark', css: darkPage, checks: fits },
  { name: 'text spacing, phone', ...phone, css: textSpacing, checks: [...fits, 'copies'] },
  { name: 'text spacing, desktop', ...desktop, css: textSpacing, checks: fits },
  // WCAG 1.4.10 wants it of the whole page, whose width is then the phone's; here the text alone grows.
  { name: '400 % text, desktop', ...desktop, css: 'html { font-size: 400% }', checks: fits },
  // More than WCAG asks for. A table's words are not torn apart: it is wider than the page then.
  { name: '200 % text, phone', ...phone, css: 'html { font-size: 200% }', checks: fits, excused: 'table' },
  // Last: the styles do not come back. Without any the browser neither wraps listings nor divides names in code.
  {
    name: 'publisher styles off', ...phone, styles: false, css: readingSystem, checks: ['overflow', 'copies'],
    excused: 'pre, code, table, :has(> code)',
  },
];
