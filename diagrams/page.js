// Draws the Mermaid diagrams of a book: the script of the page that nbpublish opens in Chromium, once a run.
//
// In the page: mermaid.min.js, the book's faces as @font-face, <div id="job"> with the measures in points, and one
// <pre class="diagram"> for each diagram. The answer is the text of <pre id="answer">: a JSON list with
// {svg} or {error, line} for each diagram, in ASCII without markup, so that it passes through a dump of the page.
//
// Before it: notation.js mends the text, drawing.js draws anew what Mermaid has drawn, words.js says what is shown.
'use strict';

const kFontPx = 16;                 // Mermaid's sizes are made for it
const kUsual = 8, kLeast = 7;       // pt: lettering in print
const kStroke = 0.75;               // pt: the thinnest line that prints solid
const kBlack = '#000', kWhite = '#fff', kLight = '#e0e0e0', kMiddle = '#bfbfbf';  // K 100, 0, 12, 25
const kMostAlt = 250;               // characters; more goes to the long description

const given = document.getElementById('job').dataset;
const job = { width: Number(given.width), height: Number(given.height), page: Number(given.page), families: given.families.split('\n') };
const families = job.families.map((f) => JSON.stringify(f)).join(', ');

// What Mermaid is told.
const kGrays = {
  background: kWhite, primaryColor: kWhite, secondaryColor: kLight, tertiaryColor: kLight, mainBkg: kWhite,
  primaryBorderColor: kBlack, secondaryBorderColor: kBlack, tertiaryBorderColor: kBlack, nodeBorder: kBlack,
  primaryTextColor: kBlack, secondaryTextColor: kBlack, tertiaryTextColor: kBlack, textColor: kBlack, lineColor: kBlack,
  clusterBkg: kLight, clusterBorder: kBlack, edgeLabelBackground: kWhite, titleColor: kBlack,
  noteBkgColor: kLight, noteBorderColor: kBlack, noteTextColor: kBlack, actorBkg: kWhite, actorBorder: kBlack,
  actorTextColor: kBlack, actorLineColor: kBlack, signalColor: kBlack, signalTextColor: kBlack, labelBoxBkgColor: kLight,
  labelBoxBorderColor: kBlack, labelTextColor: kBlack, loopTextColor: kBlack, activationBkgColor: kMiddle,
  activationBorderColor: kBlack, altBackground: kWhite, compositeBackground: kWhite, compositeTitleBackground: kLight,
  stateBkg: kWhite, stateLabelColor: kBlack, transitionColor: kBlack, transitionLabelColor: kBlack, specialStateColor: kBlack,
};

// Chapters are contributed: their directives may not undo these.
const kSecure = ['secure', 'securityLevel', 'startOnLoad', 'maxTextSize', 'maxEdges', 'suppressErrorRendering', 'theme',
  'themeVariables', 'themeCSS', 'fontFamily', 'altFontFamily', 'fontSize', 'htmlLabels', 'useMaxWidth', 'look', 'layout'];

function configure(layout) {
  mermaid.initialize({
    startOnLoad: false, securityLevel: 'strict', secure: kSecure, maxTextSize: 20000, maxEdges: 400,
    suppressErrorRendering: true, deterministicIds: true, deterministicIDSeed: 'nbpublish', theme: 'base', handDrawnSeed: 1,
    themeVariables: { ...kGrays, fontFamily: families, fontSize: kFontPx + 'px' }, fontFamily: families, fontSize: kFontPx,
    markdownAutoWrap: true, htmlLabels: false,
    flowchart: { htmlLabels: false, useMaxWidth: false, subGraphTitleMargin: { top: 4, bottom: 8 }, ...layout.flowchart },
    state: { useMaxWidth: false, ...layout.flowchart },
    class: { htmlLabels: false, useMaxWidth: false }, er: { useMaxWidth: false }, gantt: { useMaxWidth: false, useWidth: Math.floor(job.width / kUsual * kFontPx), fontSize: kFontPx, sectionFontSize: kFontPx, barHeight: 26 },
    sequence: { useMaxWidth: false, mirrorActors: false, actorFontFamily: families, noteFontFamily: families,
      height: 40, boxMargin: 6, noteMargin: 8, bottomMarginAdj: 1, wrap: false, messageFontFamily: families, actorFontSize: kFontPx, noteFontSize: kFontPx, messageFontSize: kFontPx, ...layout.sequence },
  });
}

// Ways to lay a diagram out, the usual one first; px. Lines of a sequence are broken at `wrap`.
const kLayouts = [
  { flowchart: { nodeSpacing: 36, rankSpacing: 36, padding: 10, wrappingWidth: 200 }, wrap: 190, sequence: { width: 100, actorMargin: 24, messageMargin: 26 } },
  { flowchart: { nodeSpacing: 24, rankSpacing: 26, padding: 8, wrappingWidth: 130 }, wrap: 130, sequence: { width: 80, actorMargin: 12, messageMargin: 24 } },
  { flowchart: { nodeSpacing: 20, rankSpacing: 31, padding: 4, wrappingWidth: 260 }, wrap: 110, sequence: { width: 76, actorMargin: 12, messageMargin: 22 } },
  { flowchart: { nodeSpacing: 20, rankSpacing: 16, padding: 5, wrappingWidth: 260 }, wrap: 100, sequence: { width: 70, actorMargin: 10, messageMargin: 22 } },
  { flowchart: { nodeSpacing: 14, rankSpacing: 14, padding: 5, wrappingWidth: 110 }, wrap: 80, sequence: { width: 60, actorMargin: 8, messageMargin: 20 } },
  { flowchart: { nodeSpacing: 12, rankSpacing: 9, padding: 4, wrappingWidth: 170 }, wrap: 70, sequence: { width: 60, actorMargin: 6, messageMargin: 20 } },
];

let count = 0;

// Mermaid draws some shapes and makes some names by chance. Here chance is the same for each diagram (mulberry32).
let seed = 0;
Math.random = () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

async function attempt(text, layout, actors) {
  seed = 1;
  configure(layout);
  const holder = document.getElementById('holder');
  const { svg } = await mermaid.render('d' + ++count, wrapped(text, layout, actors), holder);
  holder.innerHTML = '';
  // As HTML: <br> and entities in what Mermaid writes are not XML.
  const element = new DOMParser().parseFromString(svg, 'text/html').querySelector('svg');
  element.removeAttribute('style');
  holder.append(document.importNode(element, true));
  const shown = holder.querySelector('svg');
  const trial = new Drawing(shown, kUsual / kFontPx).draw(), bounds = trial.box;
  const width = bounds.right - bounds.left, height = bounds.bottom - bounds.top;
  if (!(width > 0 && height > 0)) throw new Error('nothing is drawn');
  return { shown, width, height, collisions: trial.collisions() };
}

// pt per px at which a drawing of this size fits, at most the usual.
const fitting = ({ width, height }, most) => Math.min(kUsual / kFontPx, job.width / width, most / height);

async function draw(source) {
  const text = joinedLoops(plain(source));
  configure(kLayouts[0]);
  await mermaid.parse(text);  // throws where it cannot be read
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
  const actors = /^sequence/.test(diagram.type) ? [...diagram.db.getActors().keys()] : [];
  const texts = [text, turned(text)].filter((t) => t !== null);
  let best = null;
  for (const t of texts)
    for (const [i, layout] of kLayouts.entries()) {
      const tried = await attempt(t, layout, actors);
      // Full size within a figure's usual height is best; then a whole page; then what is least too small.
      const usual = fitting(tried, job.height), page = fitting(tried, job.page);
      const least = kLeast / kFontPx;
      const cost = (usual >= least ? 0 : page >= least ? 10 : 100 * (least / page)) + (kUsual / kFontPx - Math.max(usual, Math.min(page, least))) * 4
        + (t === text ? 0 : 2) + 3 * tried.collisions + i;
      if (!best || cost < best.cost) best = { cost, text: t, layout, scale: usual >= least ? usual : page };
      if (best.cost <= i) break;  // it fits as it should
    }
  const { shown } = await attempt(best.text, best.layout, actors);
  const scale = best.scale;
  const drawing = new Drawing(shown, scale).draw();
  const box = drawing.box, x = Math.floor(box.left), y = Math.floor(box.top), width = Math.ceil(box.right) - x, height = Math.ceil(box.bottom) - y;
  const about = described(diagram, drawing);
  const given = shown.querySelector('desc')?.textContent.trim(), title = shown.querySelector('title')?.textContent.trim();
  const alt = words(given || title) || short(about.kind, about.labels);
  const long = about.relations.length > 0 ? about.relations.join('; ') + '.' : about.labels.join('; ') + '.';
  document.getElementById('holder').innerHTML = '';
  return { svg: `<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" viewBox="${x} ${y} ${width} ${height}" width="${round(width * scale)}pt" height="${round(height * scale)}pt"`
    + ` font-family="${escaped(job.families[0])}, sans-serif" font-size="${kFontPx}" fill="${kBlack}" role="img">\n<title>${escaped(alt)}</title>\n<desc>${escaped(long)}</desc>\n`
    + (drawing.defs ? `<defs>\n${drawing.defs}</defs>\n` : '') + drawing.body + '</svg>\n' };
}

async function run() {
  await Promise.all([...document.fonts].map((f) => f.load().catch(() => {})));
  const answers = [];
  for (const element of document.querySelectorAll('pre.diagram')) {
    try {
      answers.push(await draw(element.textContent));
    } catch (error) {
      document.getElementById('holder').innerHTML = '';
      answers.push({ error: String(error?.message ?? error).slice(0, 500), line: (error?.hash?.loc?.first_line ?? 0) });
    }
  }
  const answer = document.createElement('pre');
  answer.id = 'answer';
  answer.textContent = JSON.stringify(answers).replace(/[<>&\u007f-\uffff]/g, (c) => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'));
  document.body.replaceChildren(answer);
}

run();
