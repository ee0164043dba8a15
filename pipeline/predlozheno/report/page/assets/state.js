// What is chosen: conditions, order, the record that is open.

const state = {
  search: "",
  procedural: false,
  chosen: { review: new Set(), kind: new Set(), status: new Set(), proposers: new Set(), targets: new Set(), document: new Set() },
  order: null, // { column, down }
  view: [], // the records that fit, in order
  current: null, // id of the open record
  document: null, // number of the open document
  draft: null, // the record while it is corrected
};

const collator = new Intl.Collator("ru", { numeric: true });

const fold = (text) => text.toLowerCase().replaceAll("ё", "е");

const haystacks = new WeakMap();
function haystack(record) {
  if (!haystacks.has(record)) {
    const names = [...record.proposers, ...record.targets].map((party) => party.name);
    const times = record.timing.map((time) => time.text);
    const parts = [record.text, ...names, ...times, ...record.section, record.speaker ?? "", data.documents[record.document].name, record.id];
    haystacks.set(record, fold(parts.join("\n")));
  }
  return haystacks.get(record);
}

// The values of a record in a facet; "" stands for none.
const facetValues = {
  review: (record) => [verdictOf(record.id)],
  kind: (record) => [record.kind],
  status: (record) => [record.status],
  proposers: (record) => names(record.proposers),
  targets: (record) => names(record.targets),
  document: (record) => [String(record.document)],
};

// «КОМИССИЯ» and «Комиссия» are one party; of its spellings the one with small letters is shown.
const spellings = new Map();
function spelling(name) {
  const key = fold(name);
  const known = spellings.get(key);
  if (!known || (known === known.toUpperCase() && name !== name.toUpperCase())) spellings.set(key, name);
  return spellings.get(key);
}

for (const record of data.records) for (const { name } of [...record.proposers, ...record.targets]) spelling(name);

function names(parties) {
  return parties.length ? [...new Set(parties.map((party) => spelling(party.name)))] : [""];
}

// Whether a record fits the conditions, all but those of one facet.
function fits(record, words, except) {
  if (record.procedural && !state.procedural) return false;
  for (const [facet, chosen] of Object.entries(state.chosen)) {
    if (facet !== except && chosen.size && !facetValues[facet](record).some((value) => chosen.has(value))) return false;
  }
  return words.every((word) => haystack(record).includes(word));
}

const searched = () => fold(state.search).split(/\s+/).filter(Boolean);

const sortKeys = {
  review: (record) => choices("review").indexOf(verdictOf(record.id)),
  kind: (record) => choices("kind").indexOf(record.kind),
  text: (record) => record.text,
  proposers: (record) => record.proposers.map((party) => party.name).join(),
  targets: (record) => record.targets.map((party) => party.name).join(),
  deadline: (record) => record.timing.map((time) => time.value ?? time.text).join(),
  document: (record) => data.documents[record.document].name,
};

// Works out which records are shown; the order of the documents is kept where keys are the same.
function look() {
  const words = searched();
  const view = allRecords().filter((record) => fits(record, words));
  if (state.order) {
    const key = sortKeys[state.order.column];
    const sign = state.order.down ? -1 : 1;
    const keyed = view.map((record) => [key(record), record]);
    // What is empty stands last in either direction.
    keyed.sort(([a], [b]) => (a === "") - (b === "") || sign * (typeof a === "number" ? a - b : collator.compare(a, b)));
    state.view = keyed.map(([, record]) => record);
  } else {
    state.view = view;
  }
}

// How often each value of a facet stands in the records that fit all other conditions.
function tally(facet, except = facet) {
  const words = searched();
  const counts = new Map();
  for (const record of allRecords()) {
    if (!fits(record, words, except)) continue;
    for (const value of facetValues[facet](record)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || collator.compare(a[0], b[0]));
}

// How a value of a facet is called.
function called(facet, value) {
  if (facet === "kind" || facet === "status" || facet === "review") return say(`${facet}.${value}`);
  if (facet === "document") return data.documents[value].name;
  return value || say("facet.none");
}
