// Words for those who do not see a diagram.
'use strict';

const words = (label) => plain(String(label ?? '')).replace(/<br\s*\/?>/gi, ' ').replace(/\s+/g, ' ').replace(/^["\s]+|["\s]+$/g, '').trim();

const joined = (from, label, to) => from + (words(label) ? ` – ${words(label)} → ` : ' → ') + to;

// Every statement of a state diagram, those inside of states too.
const statements = (doc) => doc.flatMap((s) => [s, ...statements(s.doc ?? [])]);

function stateRelations(db) {
  const all = statements(db.getRootDocV2().doc), names = new Map();
  for (const s of all) if (s.stmt === 'state' && s.description) names.set(s.id, words(s.description));
  const name = (s) => s.start === true ? 'start' : s.start === false ? 'end' : names.get(s.id) || s.id;
  return all.filter((s) => s.stmt === 'relation').map((s) => joined(name(s.state1), s.description, name(s.state2)))
    .concat(all.filter((s) => s.note?.text).map((s) => `Note: ${words(s.note.text)}`));
}

// Of classes: "Duck – is a kind of → Animal". The sign stands at the class that is extended or pointed to, or at the whole that has parts.
const kClassVerbs = ['has', 'is a kind of', 'consists of'];

function classRelations(db) {
  return db.getRelations().map(({ id1, id2, title, relation: { type1, type2 } }) => {
    const isFirst = type1 !== 'none', type = isFirst ? type1 : type2, isWhole = type === 0 || type === 2;
    const [from, to] = isFirst === isWhole ? [id1, id2] : [id2, id1];
    return joined(words(from), title || kClassVerbs[type], words(to));
  });
}

// Entities' ids are not their names.
function entityRelations(db) {
  const names = new Map([...db.getEntities()].map(([name, entity]) => [entity.id, words(entity.alias) || name]));
  return db.getRelationships().map((r) => joined(names.get(r.entityA), r.roleA, names.get(r.entityB)));
}

const relationsOf = (type, db) => /^state/.test(type) ? stateRelations(db) : /^class/.test(type) ? classRelations(db) : /^er/.test(type) ? entityRelations(db)
  : /^pie/.test(type) ? [...db.getSections()].map(([name, value]) => `${words(name)}: ${value}`) : [];

// {kind, labels, relations} from Mermaid's own reading where it is known, else from what is written in the drawing.
function described(diagram, drawing) {
  const db = diagram.db, type = diagram.type;
  if (/^flowchart/.test(type)) {
    const vertices = db.getVertices(), name = (id) => words((vertices.get ? vertices.get(id) : vertices[id])?.text) || id;
    const ids = vertices.keys ? [...vertices.keys()] : Object.keys(vertices);
    const edges = db.getEdges(), alone = edges.length > 0 ? ids.filter((id) => !edges.some((e) => e.start === id || e.end === id)) : [];
    return { kind: 'Flowchart', labels: ids.map(name), relations: edges.map((e) => joined(name(e.start), e.text, name(e.end))).concat(alone.map(name)) };
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
  return { kind, labels, relations: relationsOf(type, db) };
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
