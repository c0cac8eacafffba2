// Runs in the page. Each function looks for one kind of fault and returns a sentence for every element that has it.
const checks = (() => {
  const slack = 0.5;  // CSS pixels: boxes are laid out in fractions of one

  function name_of(element) {
    const of_class = element.className ? '.' + String(element.className).trim().replace(/\s+/g, '.') : '';
    const text = element.textContent.trim().replace(/\s+/g, ' ').slice(0, 40);
    return `<${element.localName}${element.id ? '#' + element.id : of_class}> "${text}"`;
  }

  function ancestors(element) {
    const all = [];
    for (let at = element; at; at = at.parentElement) all.push(at);
    return all;
  }

  function scrolls_itself(element) {
    return element !== document.documentElement && element !== document.body &&
      ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
  }

  function texts() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const all = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim()) all.push(walker.currentNode);
    return all;
  }

  function sticks_out(box) {
    return box.width > 0 && (box.right > window.innerWidth + slack || box.left < -slack);
  }

  // White space hangs at the end of a line, where nobody sees it: of a text the words count, of its element nothing else.
  function word_boxes(text) {
    const range = document.createRange();
    return [...text.data.matchAll(/\S+/g)].flatMap((word) => {
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      return [...range.getClientRects()];
    });
  }

  // [element, box] of every block, and of every word, that is not inside the viewport.
  function outside() {
    const found = [];
    for (const element of document.body.querySelectorAll('*')) {
      const box = element.getBoundingClientRect();
      if (sticks_out(box) && getComputedStyle(element).display !== 'inline') found.push([element, box]);
    }
    const range = document.createRange();
    for (const text of texts()) {
      range.selectNodeContents(text);
      const box = sticks_out(range.getBoundingClientRect()) && word_boxes(text).find(sticks_out);
      if (box) found.push([text.parentElement, box]);
    }
    return found;
  }

  // Nothing sticks out of the viewport sideways, unless it is in a box that scrolls by itself, or in one that is excused.
  function overflow({ excused = ':not(*)' }) {
    const found = new Map(outside().filter(([element]) =>
      !element.closest(excused) && !ancestors(element.parentElement).some(scrolls_itself)));
    // Of boxes in each other the innermost says where it is.
    const inner = [...found.keys()].filter((element) => ![...found.keys()].some((other) => other !== element && element.contains(other)));
    const sentences = inner.map((element) => {
      const box = found.get(element);
      return `${name_of(element)} goes from ${Math.round(box.left)} to ${Math.round(box.right)} of ${window.innerWidth}`;
    });
    const width = document.documentElement.scrollWidth;
    if (!sentences.length && excused === ':not(*)' && width > window.innerWidth)
      sentences.push(`the page is ${width} wide in a viewport of ${window.innerWidth}`);
    return sentences;
  }

  // What scrolls can be reached by keyboard and has a name.
  function scrollers() {
    return [...document.body.querySelectorAll('*')].filter(scrolls_itself)
      .filter((box) => box.scrollWidth > box.clientWidth)
      .filter((box) => box.tabIndex < 0 || !box.getAttribute('aria-label'))
      .map((box) => `${name_of(box)} scrolls, but has no tabindex or no name`);
  }

  // What cannot be divided (CSS Fragmentation, "monolithic") is no taller than a page. `break-inside: avoid` is but a wish.
  function unbreakable() {
    return [...document.body.querySelectorAll('*')]
      .filter((box) => box.localName === 'img' || scrolls_itself(box) || getComputedStyle(box).display.startsWith('inline-'))
      .filter((box) => box.offsetHeight > window.innerHeight)
      .map((box) => `${name_of(box)} cannot break and is ${box.offsetHeight} high on a page of ${window.innerHeight}`);
  }

  // [r, g, b, a] of "rgb(1, 2, 3)" and "rgba(1, 2, 3, 0.5)", as getComputedStyle gives them.
  function components(colour) {
    const numbers = colour.match(/[\d.]+/g).map(Number);
    return numbers.length > 3 ? numbers : [...numbers, 1];
  }

  function over(top, ground) {
    return [0, 1, 2].map((i) => top[i] * top[3] + ground[i] * (1 - top[3]));
  }

  // What is behind an element's text; `known` keeps what was found for its ancestors.
  function ground_of(element, known) {
    if (!element) return [255, 255, 255];
    if (!known.has(element)) {
      const own = components(getComputedStyle(element).backgroundColor);
      known.set(element, over(own, ground_of(element.parentElement, known)));
    }
    return known.get(element);
  }

  // WCAG 2.2, relative luminance and contrast ratio.
  function luminance(colour) {
    const linear = colour.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  }

  function ratio(colour, ground) {
    const [low, high] = [luminance(over(components(colour), ground)), luminance(ground)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }

  // Every text, and every mark that is made by the styles, stands at 7:1 or more.
  function contrast() {
    const found = new Map();
    const grounds = new Map();
    const check = (element, style, what) => {
      const got = ratio(style.color, ground_of(element, grounds));
      const key = `${what} ${element.localName}.${element.className} at ${got.toFixed(1)}:1`;
      if (got < 7 && !found.has(key)) found.set(key, `${key}: ${name_of(element)}`);
    };
    for (const element of new Set(texts().map((text) => text.parentElement)))
      if (element.checkVisibility()) check(element, getComputedStyle(element), 'text of');
    for (const element of document.body.querySelectorAll('*'))
      for (const part of ['::before', '::after']) {
        const style = getComputedStyle(element, part);
        if (!['none', 'normal', '""'].includes(style.content)) check(element, style, part + ' of');
      }
    return [...found.values()];
  }

  // A listing that is selected gives its source: no numbers and marks, no line feeds more or less.
  function copies() {
    const selection = window.getSelection();
    const without_end = (text) => text.replace(/\n$/, '');
    return [...document.querySelectorAll('pre')].filter((pre) => pre.checkVisibility()).filter((pre) => {
      selection.selectAllChildren(pre);
      const source = without_end(pre.textContent);
      return without_end(selection.toString()) !== source;
    }).map((pre) => `${name_of(pre)} is not copied as it is`);
  }

  return { overflow, scrollers, unbreakable, contrast, copies };
})();
