// The notation of diagrams, mended for print before Mermaid reads it.
'use strict';

// Labels are plain text: Mermaid would print the tags. Named entities become their characters, except those that
// stand for signs of the notation.
function plain(text) {
  const decoder = document.createElement('textarea');
  return text.replace(/^(\s*(?:participant|actor)\s+\S.*?\s+as\s+)"([^"\n]*)"\s*$/gm, '$1$2')
    .replace(/^(\s*(?:classDef|style|linkStyle)\s.*)$/gm, (line) => line.replace(/,?\s*font-size\s*:\s*[\w.]+/g, ''))
    .replace(/<\/?(?:b|i|u|em|strong|small|code|span|center)(?:\s[^<>]*)?>/gi, '')
    .replace(/&(?!lt;|gt;|amp;|quot;|apos;|nbsp;)[a-zA-Z]{2,31};/g, (entity) => { decoder.innerHTML = entity; return decoder.value; });
}

const ruler = document.createElement('canvas').getContext('2d');

const widthOf = (text) => { ruler.font = `${kFontPx}px ${families}`; return ruler.measureText(text.trimEnd()).width; };

// `text` in lines of at most `px`: parted at spaces; a longer word behind signs where code may be parted.
function broken(text, px) {
  const lines = [];
  for (const given of text.trim().split(/<br\s*\/?>/i)) {
    let line = '';
    for (const word of given.trim().split(/(?<=\s)/))
      for (const piece of widthOf(word) > px ? word.split(/(?<=[(,/.=_])(?=[^\s(,/.=_])/) : [word]) {
        if (line && widthOf(line + piece) > px) { lines.push(line.trimEnd()); line = ''; }
        line += piece;
      }
    lines.push(line.trimEnd());
  }
  return lines.join('<br/>');
}

// A sequence diagram whose words are parted by us: Mermaid would hyphenate code. `actors`: their names in order.
function wrapped(text, layout, actors) {
  if (actors.length === 0) return text;
  const room = (a, b) => {
    const span = Math.abs(actors.indexOf(a) - actors.indexOf(b));
    return actors.includes(a) && actors.includes(b) ? Math.max(1, span) * layout.wrap : layout.wrap;
  };
  return text.replace(/^(\s*(?:participant|actor)\s+\S.*?\s+as\s+)(.*)$/gm, (_, before, name) => before + broken(name, layout.sequence.width))
    .replace(/^(\s*note\s+(?:over|left of|right of)\s+([^:,\n]+)(?:,([^:\n]+))?:)(.*)$/gim,
      (_, before, a, b, words) => `${before} ${broken(words, room(a.trim(), (b ?? a).trim()))}`)
    .replace(/^(\s*(\S[^:#%\n]*?)\s*<?<?--?[->x)]+\s*[+-]?\s*([^:\n]+?)\s*:)(.*)$/gm,
      (whole, before, a, b, words) => actors.includes(a) ? `${before} ${broken(words, room(a, b))}` : whole);
}

// Mermaid shows only the last of several loops at a state.
function joinedLoops(text) {
  if (!/^\s*stateDiagram/m.test(text)) return text;
  const labels = new Map();
  const loop = /^[ \t]*(\w+)[ \t]*-->[ \t]*\1[ \t]*:[ \t]*(.*)\n?/gm;
  for (const [, state, label] of text.matchAll(loop)) labels.set(state, [...(labels.get(state) ?? []), label.trim()]);
  return text.replace(loop, (_, state) => {
    const all = labels.get(state);
    labels.delete(state);
    return all ? `${state} --> ${state}: ${all.join('<br/>')}\n` : '';
  });
}

const kTurned = { TD: 'LR', TB: 'LR', BT: 'LR', LR: 'TB', RL: 'TB' };

// The same diagram with its first direction turned, or nothing if it has none.
function turned(text) {
  const head = /^(\s*(?:graph|flowchart(?:-elk)?)\s+)(TD|TB|BT|LR|RL)\b/m;
  if (head.test(text)) return text.replace(head, (_, before, way) => before + kTurned[way]);
  if (!/^\s*stateDiagram/m.test(text)) return null;
  const line = /^(\s*direction\s+)(TB|BT|LR|RL)\b/m;
  if (line.test(text)) return text.replace(line, (_, before, way) => before + kTurned[way]);
  return text.replace(/^(\s*stateDiagram(?:-v2)?[^\n]*)$/m, '$1\n  direction LR');
}
