// Words for those who do not see a diagram.
'use strict';

const words = (label) => plain(String(label ?? '')).replace(/<br\s*\/?>/gi, ' ').replace(/\s+/g, ' ').replace(/^["\s]+|["\s]+$/g, '').trim();

// {kind, labels, relations} from Mermaid's own reading where it is known, else from what is written in the drawing.
function described(diagram, drawing) {
  const db = diagram.db, type = diagram.type;
  if (/^flowchart/.test(type)) {
    const vertices = db.getVertices(), name = (id) => words((vertices.get ? vertices.get(id) : vertices[id])?.text) || id;
    const ids = vertices.keys ? [...vertices.keys()] : Object.keys(vertices);
    return { kind: 'Flowchart', labels: ids.map(name),
      relations: db.getEdges().map((e) => name(e.start) + (words(e.text) ? ` – ${words(e.text)} → ` : ' → ') + name(e.end)) };
  }
  if (/^sequence/.test(type)) {
    const actors = db.getActors(), name = (id) => words((actors.get ? actors.get(id) : actors[id])?.description) || id;
    const ids = actors.keys ? [...actors.keys()] : Object.keys(actors);
    return { kind: 'Sequence diagram', labels: ids.map(name),
      relations: db.getMessages().filter((m) => m.message && m.from && m.to).map((m) => m.placement === undefined
        ? `${name(m.from)} → ${name(m.to)}: ${words(m.message)}` : `Note: ${words(m.message)}`) };
  }
  const labels = [...drawing.body.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map((m) => words(m[1].replace(/<[^>]*>/g, '')))
    .map((t) => t.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&'));
  const kind = /^state/.test(type) ? 'State diagram' : /^class/.test(type) ? 'Class diagram' : /^er/.test(type) ? 'Entity-relationship diagram' : 'Diagram';
  return { kind, labels, relations: [] };
}

function short(kind, labels) {
  let out = kind + ': ';
  for (let i = 0; i < labels.length; ++i) {
    const next = (i > 0 ? ', ' : '') + labels[i], rest = labels.length - i, more = ` and ${rest} more`;
    const room = kMostAlt - (i + 1 < labels.length ? ` and ${rest - 1} more`.length : 0);
    if (out.length + next.length + 1 > room) return i === 0 ? kind + '.' : out + more + '.';
    out += next;
  }
  return labels.length > 0 ? out + '.' : kind + '.';
}
