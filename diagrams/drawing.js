// A drawing of Mermaid's, drawn anew from what the browser shows: every shape and line of text by itself, styled by
// attributes, in grays, numbers rounded, no ids but its own. So what is printed does not depend on Mermaid's style sheets,
// and equal input gives equal bytes.
'use strict';

const round = (x) => String(Math.round(x * 100) / 100 + 0);
const rounded = (text) => text.replace(/-?\d*\.?\d+(?:e[-+]?\d+)?/gi, (n) => round(Number(n)))
  .replace(/\s+/g, ' ').trim();
const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const tag = (name, attributes) => '<' + name + Object.entries(attributes)
  .filter(([, value]) => value !== null && value !== undefined && value !== '').map(([key, value]) => ` ${key}="${escaped(String(value))}"`).join('') + '/>';

// The browser's own sums are not exact.
const isTranslation = (m) => [m.a - 1, m.b, m.c, m.d - 1].every((x) => Math.abs(x) < 1e-4);

// [r, g, b] of a computed colour; null for none.
function channels(colour) {
  const parts = /^rgba?\(([^)]*)\)/.exec(colour);
  if (!parts) return null;
  const [r, g, b, a = 1] = parts[1].split(/[\s,/]+/).map(Number);
  return a < 0.05 ? null : [r, g, b];
}
const luminance = ([r, g, b]) => (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;

// What a fill becomes in print. Grounds of text are never darker than K 25, so that black is read on them.
function gray(colour, isGround) {
  const c = channels(colour);
  if (!c) return 'none';
  const y = luminance(c);
  if (y > 0.97) return kWhite;
  if (y > 0.7) return kLight;
  return isGround || y > 0.35 ? kMiddle : kBlack;
}

class Drawing {
  constructor(svg, scale) {
    this.svg = svg;
    this.scale = scale;  // pt per px
    this.origin = svg.getScreenCTM().inverse();
    this.markers = new Map();
    this.defs = '';
    this.body = '';
    this.late = '';  // over the arrows
    this.lifelines = [];
    this.titles = [];
    this.grounds = [];  // of clusters, outer ones first
    this.nodes = [...svg.querySelectorAll('.node')].map((n) => this.placed(n));
    this.box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  }

  draw() {
    this.walk(this.svg);
    this.body += this.late;
    // Lifelines of a sequence end a little below the last message, not where Mermaid leaves them; they are the ground.
    const bottom = this.box.bottom + 12;
    for (const { attributes, width } of this.lifelines) {
      this.body = tag('line', { ...attributes, y2: round(bottom), stroke: kBlack, 'stroke-width': round(width) }) + '\n' + this.body;
      this.box.bottom = bottom;
    }
    return this;
  }

  // The rectangle of an element in the drawing.
  placed(element) {
    const m = this.matrix(element), b = element.getBBox();
    return { left: b.x + m.e, top: b.y + m.f, right: b.x + b.width + m.e, bottom: b.y + b.height + m.f };
  }

  // The innermost cluster under the middle of `place`, and its fill.
  under(place) {
    const x = (place.left + place.right) / 2, y = (place.top + place.bottom) / 2;
    return this.grounds.findLast((g) => g.left <= x && x <= g.right && g.top <= y && y <= g.bottom);
  }
  ground(place) { return this.under(place)?.fill ?? kWhite; }

  // How many titles of clusters stand on a node.
  collisions() {
    return this.titles.filter((t) => this.nodes.some((n) => t.left < n.right && n.left < t.right && t.top < n.bottom && n.top < t.bottom)).length;
  }

  // Clusters in clusters are white and gray in turn. One without a title around a single node says nothing.
  cluster(element, attributes) {
    const place = this.placed(element);
    const within = (n) => n.left >= place.left && n.right <= place.right && n.top >= place.top && n.bottom <= place.bottom;
    if (!element.closest('.cluster').textContent.trim() && this.nodes.filter(within).length < 2) return false;
    attributes.fill = this.ground(place) === kLight ? kWhite : kLight;
    this.grounds.push({ ...place, fill: attributes.fill });
    return true;
  }

  walk(element) {
    for (const child of element.children) {
      const name = child.localName;
      if (['defs', 'marker', 'style', 'title', 'desc', 'script', 'symbol', 'clipPath', 'mask', 'filter', 'linearGradient', 'foreignObject', 'image'].includes(name)) continue;
      if (child.classList.contains('today')) continue;  // drawings know no clock
      const style = getComputedStyle(child);
      if (style.display === 'none' || style.visibility === 'hidden' || Number(style.opacity) < 0.05) continue;
      if (name === 'text') this.text(child);
      else if (['rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'path'].includes(name)) this.shape(child, style);
      else this.walk(child);
    }
  }

  // From the element's own coordinates to those of the drawing.
  matrix(element) { return this.origin.multiply(element.getScreenCTM()); }

  reach(box, m, margin) {
    for (const [x, y] of [[box.x, box.y], [box.x + box.width, box.y], [box.x, box.y + box.height], [box.x + box.width, box.y + box.height]]) {
      const px = m.a * x + m.c * y + m.e, py = m.b * x + m.d * y + m.f;
      this.box.left = Math.min(this.box.left, px - margin);
      this.box.right = Math.max(this.box.right, px + margin);
      this.box.top = Math.min(this.box.top, py - margin);
      this.box.bottom = Math.max(this.box.bottom, py + margin);
    }
  }

  shape(element, style) {
    const box = element.getBBox();
    const m = this.matrix(element);
    const stroke = channels(style.stroke) && parseFloat(style.strokeWidth) > 0 && Number(style.strokeOpacity) >= 0.05;
    const holder = element.closest('.node, .actor, .note, .cluster, .edgeLabel, .statediagram-note, .labelBox, .statediagram-cluster');
    const fill = Number(style.fillOpacity) < 0.05 ? 'none' : element.closest('.edgeLabel, .labelBkg') ? this.ground(this.placed(element)) : gray(style.fill, holder && holder.textContent.trim() !== '');
    if (fill === 'none' && !stroke) return;
    if (box.width === 0 && box.height === 0) return;
    if (fill !== 'none' && !stroke && (box.width === 0 || box.height === 0)) return;
    if (element.closest('.edgeLabel') && !stroke && !element.closest('.edgeLabel').textContent.trim()) return;
    const thick = parseFloat(style.strokeWidth) > 2.5;
    const width = (thick ? 2 : 1) * kStroke / this.scale / Math.sqrt(Math.abs(m.a * m.d - m.b * m.c));
    const attributes = this.geometry(element);
    if (!attributes) return;
    if (element.classList.contains('actor-line')) return void this.lifelines.push({ attributes, width });
    const isMove = isTranslation(m);
    if (!isMove || m.e !== 0 || m.f !== 0)
      attributes.transform = isMove ? `translate(${round(m.e)} ${round(m.f)})` : `matrix(${[m.a, m.b, m.c, m.d, m.e, m.f].map(round).join(' ')})`;
    attributes.fill = fill;
    const cluster = element.localName === 'rect' && element.closest('.cluster');
    if (cluster && !this.cluster(element, attributes)) return;
    if (stroke) {
      attributes.stroke = luminance(channels(style.stroke)) > 0.97 ? kWhite : kBlack;
      attributes['stroke-width'] = round(width);
      if (/[1-9]/.test(style.strokeDasharray)) attributes['stroke-dasharray'] = this.dashes(style.strokeDasharray, width);
      for (const end of ['start', 'mid', 'end']) {
        const marker = this.marker(style.getPropertyValue('marker-' + end));
        if (marker) attributes['marker-' + end] = marker;
      }
    }
    this.reach(box, m, stroke ? width / 2 : 0);
    this.body += tag(element.localName, attributes) + '\n';
  }

  // Dots and dashes as long as their line is wide, or three times that: told apart at any size.
  dashes(pattern, width) {
    const first = parseFloat(pattern);
    const on = first > 3.5 ? 4 : 2;
    return `${round(on * width)} ${round(2 * width)}`;
  }

  geometry(element) {
    const number = (name) => { const a = element[name]; return a && a.baseVal ? round(a.baseVal.value) : null; };
    const all = (...names) => Object.fromEntries(names.map((n) => [n, number(n)]));
    switch (element.localName) {
      case 'rect': {
        const out = all('x', 'y', 'width', 'height', 'rx', 'ry');
        if (Number(out.width) <= 0 || Number(out.height) <= 0) return null;
        if (!(Number(out.rx) > 0)) { delete out.rx; delete out.ry; }
        return out;
      }
      case 'circle': return all('cx', 'cy', 'r');
      case 'ellipse': return all('cx', 'cy', 'rx', 'ry');
      case 'line': return all('x1', 'y1', 'x2', 'y2');
      case 'path': { const d = element.getAttribute('d'); return d && !/nan|undefined/i.test(d) ? { d: rounded(d) } : null; }
      default: return { points: rounded(element.getAttribute('points') || '') };
    }
  }

  // A marker of our own for what `value` ("url(#id)") names: black, or white with a black edge.
  marker(value) {
    const id = /#([^"')]+)/.exec(value || '');
    const element = id && document.getElementById(id[1]);
    if (!element) return null;
    if (!this.markers.has(element)) {
      const name = 'm' + (this.markers.size + 1);
      this.markers.set(element, name);
      const keep = {};
      for (const a of ['viewBox', 'refX', 'refY', 'markerUnits', 'markerWidth', 'markerHeight', 'orient']) {
        const v = element.getAttribute(a);
        if (v) keep[a] = /^[-\d. ]+$/.test(v) ? rounded(v) : v;
      }
      let inside = '';
      for (const shape of element.querySelectorAll('path, circle, line, polygon, rect')) {
        const geometry = this.geometry(shape);
        if (!geometry) continue;
        const style = getComputedStyle(shape);
        const c = style.fill === 'none' ? null : channels(style.fill);
        const open = shape.getAttribute('fill') === 'none' || (c && luminance(c) > 0.7);
        inside += tag(shape.localName, { ...geometry, fill: !c || shape.getAttribute('fill') === 'none' ? 'none' : open ? kWhite : kBlack, stroke: kBlack, 'stroke-width': '1' });
      }
      this.defs += `<marker id="${name}"${Object.entries(keep).map(([k, v]) => ` ${k}="${escaped(v)}"`).join('')}>${inside}</marker>\n`;
    }
    return `url(#${this.markers.get(element)})`;
  }

  // Each line by itself, set from its middle: other faces than the book's may run wider without harm.
  text(element) {
    const m = this.matrix(element);
    const isMove = isTranslation(m);
    const title = isMove && element.closest('.cluster-label');
    const grounded = isMove && (title || element.classList.contains('messageText'));
    // Titles of clusters stand on the left, out of the way of arrows, which mostly come in the middle.
    const frame = title && this.under(this.placed(element));
    for (const line of linesOf(element)) {
      const move = frame ? frame.left + 8 - m.e - line.left : 0;
      line.left += move;
      line.right += move;
      const x = (line.left + line.right) / 2, y = line.y + drop(element) * line.size;
      const attributes = { x: round(isMove ? x + m.e : x), y: round(isMove ? y + m.f : y), 'text-anchor': 'middle',
        'font-size': line.size === kFontPx ? null : round(line.size), transform: isMove ? null : `matrix(${[m.a, m.b, m.c, m.d, m.e, m.f].map(round).join(' ')})` };
      const only = line.runs.length === 1 ? line.runs[0] : null;
      if (only && only.bold) attributes['font-weight'] = '600';
      if (only && only.italic) attributes['font-style'] = 'italic';
      const inside = only ? escaped(only.text) : line.runs.map((r) => r.bold || r.italic
        ? `<tspan${r.bold ? ' font-weight="600"' : ''}${r.italic ? ' font-style="italic"' : ''}>${escaped(r.text)}</tspan>` : escaped(r.text)).join('');
      const ground = { left: line.left + m.e, right: line.right + m.e, top: y + m.f - 0.85 * line.size, bottom: y + m.f + 0.28 * line.size };
      const words = (grounded ? tag('rect', { x: round(ground.left - 2), y: round(ground.top), width: round(ground.right - ground.left + 4),
        height: round(ground.bottom - ground.top), fill: this.ground(ground) }) + '\n' : '') + tag('text', attributes).slice(0, -2) + '>' + inside + '</text>\n';
      if (title) this.titles.push(ground);
      if (title) this.late += words; else this.body += words;
      this.reach({ x: line.left, y: y - 0.8 * line.size, width: line.right - line.left, height: 1.05 * line.size }, m, 0);
    }
  }
}

// From the line that a text is set on to its baseline, in ems: Mermaid centres some lines by their capitals.
function drop(element) {
  const baseline = getComputedStyle(element.querySelector('tspan') ?? element).dominantBaseline;
  return /central|middle|mathematical/.test(baseline) ? 0.36 : /hanging|before-edge|text-top/.test(baseline) ? 0.75 : 0;
}

// The lines of a <text> as the browser has set them: {runs, left, right, y, size}.
function linesOf(element) {
  const lines = [];
  let at = 0;  // of the next character among those that are addressed
  const total = element.getNumberOfChars();
  const pieces = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = pieces.nextNode(); node; node = pieces.nextNode()) {
    const style = getComputedStyle(node.parentElement);
    const bold = Number(style.fontWeight) >= 600, italic = style.fontStyle !== 'normal', size = parseFloat(style.fontSize);
    // Characters that collapse are not addressed.
    const preserved = style.whiteSpace.startsWith('pre') || style.whiteSpaceCollapse === 'preserve';
    const shown = preserved ? node.data.replace(/[\n\t]/g, ' ') : node.data.replace(/\s+/g, ' ');
    for (let i = 0; i < shown.length && at < total; ) {
      const wide = shown.codePointAt(i) > 0xffff ? 2 : 1;
      const start = element.getStartPositionOfChar(at), end = element.getEndPositionOfChar(at + wide - 1);
      let line = lines[lines.length - 1];
      if (!line || Math.abs(line.y - start.y) > 1 || start.x < line.right - size) {
        line = { runs: [], left: start.x, right: end.x, y: start.y, size };
        lines.push(line);
      }
      const character = shown.slice(i, i + wide);
      let run = line.runs[line.runs.length - 1];
      if (!run || run.bold !== bold || run.italic !== italic) line.runs.push(run = { text: '', bold, italic });
      run.text += character;
      if (character !== ' ') line.right = Math.max(line.right, end.x);
      i += wide;
      at += wide;
    }
  }
  for (const line of lines) {
    line.runs[0].text = line.runs[0].text.replace(/^ +/, '');
    line.runs.at(-1).text = line.runs.at(-1).text.replace(/ +$/, '');
    line.runs = line.runs.filter((r) => r.text !== '');
  }
  return lines.filter((l) => l.runs.some((r) => r.text.trim() !== ''));
}
