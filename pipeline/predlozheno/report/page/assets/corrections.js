// What the reader decided: kept in the browser, saved to a file, loaded from one.

const FORMAT = "predlozheno-corrections";
// By record: { verdict, reason, record }; the record where it was corrected or added.
let corrections = new Map();

const verdictOf = (id) => corrections.get(id)?.verdict ?? "unreviewed";
const recordOf = (id) => corrections.get(id)?.record ?? predicted.get(id);

// All records as they stand now, in the order of documents and text.
let ordered = null;
function allRecords() {
  if (!ordered) {
    const added = [...corrections.values()].filter((entry) => entry.verdict === "added").map((entry) => entry.record);
    ordered = data.records.map((record) => recordOf(record.id));
    if (added.length) {
      ordered = [...ordered, ...added].sort((a, b) => a.document - b.document || a.content[0][0] - b.content[0][0]);
    }
  }
  return ordered;
}

function keep() {
  ordered = null;
  if (!memory.set(data.key, JSON.stringify([...corrections]))) toast(say("toast.unkept"));
}

// Whether this page can show the correction: a browser's memory and files may hold anything.
function sound([id, entry]) {
  const { record } = entry;
  return choices("review").includes(entry.verdict) && (record ? record.content.length > 0 && record.trigger.length === 2
    && record.document in data.documents : predicted.has(id));
}

function recall() {
  try { corrections = new Map(JSON.parse(memory.get(data.key) ?? "[]").filter(sound)); } catch { corrections = new Map(); }
}

function decide(id, verdict, extra = {}) {
  const before = corrections.get(id);
  // A verdict on a corrected record keeps the correction.
  const record = extra.record ?? before?.record;
  if (verdict === "accepted" && record) verdict = before.verdict === "added" ? "added" : "edited";
  corrections.set(id, { ...extra, verdict, ...(record ? { record } : {}) });
  keep();
}

function undo(id) {
  corrections.delete(id);
  keep();
}

// Of a document: every record that nobody looked at is right.
function acceptRest(number) {
  for (const record of data.records) {
    if (record.document === number && !corrections.has(record.id)) corrections.set(record.id, { verdict: "accepted" });
  }
  keep();
}

const plainParty = ({ span, source, role, name, named }) => ({
  span, source, ...(role ? { role } : {}), ...(named ? { name } : {}),
});

// A record as the file holds it: what was marked, without what the extractor made of it.
function plain(record) {
  const { span: _, ...vote } = record.vote ?? {};
  return {
    kind: record.kind, status: record.status, polarity: record.polarity, procedural: record.procedural,
    trigger: record.trigger, content: record.content,
    proposers: record.proposers.map(plainParty), targets: record.targets.map(plainParty),
    purpose: record.purpose,
    timing: record.timing.map(({ span, type, value }) => ({ span, type, value: value ?? null })),
    vote: record.vote ? vote : null,
    section: record.section, item: record.item, speaker: record.speaker,
  };
}

// The file: each document that was touched, with its text and all its records.
function correctionsFile() {
  const touched = [...new Set([...corrections.keys()].map((id) => recordOf(id).document))].sort((a, b) => a - b);
  const documents = touched.map((number) => ({
    document: data.documents[number].name,
    source: sourceOf(number).slice(0),
    records: allRecords().filter((record) => record.document === number).map((record) => ({
      verdict: verdictOf(record.id),
      reason: corrections.get(record.id)?.reason ?? null,
      record: plain(record),
    })),
  }));
  return { format: FORMAT, version: 1, documents, page: { key: data.key, corrections: [...corrections] } };
}

function save() {
  if (!corrections.size) return toast(say("toast.nothing"));
  const blob = new Blob([JSON.stringify(correctionsFile(), null, 1)], { type: "application/json" });
  const link = make("a", { href: URL.createObjectURL(blob), download: "corrections.json" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  return toast(say("toast.saved"));
}

async function load(file) {
  try {
    const { format, page } = JSON.parse(await file.text());
    if (format !== FORMAT || page.key !== data.key) throw new Error("another run's");
    if (!page.corrections.every(sound)) throw new Error("damaged");
    for (const [id, entry] of page.corrections) corrections.set(id, entry);
    keep();
    refresh();
    toast(say("toast.loaded", page.corrections.length));
  } catch {
    toast(say("toast.notLoaded"));
  }
}
