// The spans of a record, and a text cut into runs wherever one begins or ends.

// From what shows through to what lies on top where spans overlap.
const SLOTS = ["other", "content", "outcome", "vote", "purpose", "timing", "target", "proposer", "trigger"];

// All spans of a record: { start, end, slot, label }.
function marksOf(record) {
  const marks = [];
  const add = (slot, span, label) => {
    if (span) marks.push({ start: span[0], end: span[1], slot, label: label ?? say(`slot.${slot}`), record: record.id });
  };
  for (const span of record.content) add("content", span);
  add("trigger", record.trigger);
  for (const party of record.proposers) add("proposer", party.span, `${say("slot.proposer")}: ${party.name}`);
  for (const party of record.targets) add("target", party.span, `${say(`role.${party.role}`)}: ${party.name}`);
  add("purpose", record.purpose);
  for (const time of record.timing) add("timing", time.span, say(`timing.${time.type}`));
  add("vote", record.vote?.span);
  add("outcome", record.outcome?.span);
  return marks;
}

// The text from start to end as elements; each knows where it stands (data-at).
function runs(source, marks, start, end) {
  const edges = new Set([start, end]);
  for (const mark of marks) {
    for (const edge of [mark.start, mark.end]) if (edge > start && edge < end) edges.add(edge);
  }
  const sorted = [...edges].sort((a, b) => a - b);
  const opening = [...marks].sort((a, b) => a.start - b.start);
  const elements = [];
  let over = [];
  for (let place = 0, next = 0; place + 1 < sorted.length; place += 1) {
    const [from, to] = [sorted[place], sorted[place + 1]];
    while (next < opening.length && opening[next].start <= from) over.push(opening[next++]);
    over = over.filter((mark) => mark.end > from);
    elements.push(run(source.display(from, to), from, over));
  }
  return elements;
}

function run(words, at, over) {
  if (!over.length) return make("span", { "data-at": at }, words);
  const slots = new Set(over.map((mark) => mark.slot));
  const top = SLOTS.findLast((slot) => slots.has(slot));
  const mine = over.filter((mark) => mark.slot !== "other");
  const title = (mine.length ? mine : over).map((mark) => mark.label);
  const other = top === "other" ? over[0].record : null;
  return make(top === "other" ? "span" : "mark", {
    "data-at": at, class: `mark ${top}${slots.has("content") ? " within" : ""}`, title: [...new Set(title)].join("\n"),
    onclick: other ? () => { if (getSelection().isCollapsed && !state.draft) open(other); } : null,
  }, words);
}
