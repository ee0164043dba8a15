// The record that is open, and its place in the text.

const WHOLE = 60000; // characters; of longer texts the surroundings are shown first
const AROUND = 15000;
let whole = null; // number of the document that is shown in full whatever its length

const button = (key, act, attributes = {}, words = say(key)) => make("button", { type: "button", "data-key": key, onclick: act, ...attributes }, words);
const sign = (key, act, words) => button(key, act, { "aria-label": say(key), title: say(key), class: "turn" }, words);

function showReader() {
  const record = state.draft ?? recordOf(state.current);
  document.body.classList.toggle("reading", state.document !== null);
  $("picker").hidden = true;
  if (state.document === null) {
    $("card").replaceChildren(make("p", { class: "quiet hint" }, say("choose")));
    $("text").replaceChildren();
    return;
  }
  if (state.draft) showEditor();
  else showCard(record);
  showText(record);
}

function showCard(record) {
  const back = button("act.back", leave, { class: "back" });
  if (!record) {
    refill($("card"), make("div", { class: "acts" }, back, button("act.add", startAdding)),
      make("p", { class: "where" }, data.documents[state.document].name));
    return;
  }
  const verdict = verdictOf(record.id);
  const note = corrections.get(record.id)?.reason;
  refill($("card"),
    make("div", { class: "acts" }, back,
      sign("act.previous", () => move(-1), "←"), sign("act.next", () => move(1), "→"),
      button("act.accept", () => judge("accepted"), { class: "accept", "aria-pressed": String(verdict === "accepted") }),
      button("act.reject", askWhy, { class: "reject", "aria-pressed": String(verdict === "rejected"), "aria-expanded": "false" }),
      button("act.edit", startEditing), button("act.add", startAdding),
      corrections.has(record.id) ? button("act.undo", takeBack) : null,
      restIsOpen(record.document) ? button("act.acceptRest", () => { acceptRest(record.document); refresh(); }) : null,
      make("span", { class: "grow" }),
      button("act.copy", copyQuote), button("act.link", copyLink)),
    make("div", { id: "why", class: "acts why", role: "group", hidden: true }),
    make("p", { class: "line" },
      make("span", { class: `kind ${record.kind}` }, say(`kind.${record.kind}`)), ` ${say(`status.${record.status}`)}`,
      record.polarity === "against" ? `, ${say("polarity.against")}` : null,
      record.procedural ? `, ${say("field.procedural")}` : null,
      verdict === "unreviewed" ? null : make("span", { class: `sign ${verdict}` }, `${REVIEW_SIGNS[verdict]} ${say(`review.${verdict}`)}${note ? ` (${say(`reason.${note}`)})` : ""}`)),
    fields(record),
    make("p", { class: "where" }, reference(record)),
    make("p", { class: "where" }, `${say("field.rule")} ${record.rule}, ${say("field.confidence")} ${number(record.confidence)}`));
}

// Whether somebody began to look over the document, and has not finished.
function restIsOpen(index) {
  const there = data.records.filter((record) => record.document === index);
  const looked = there.filter((record) => corrections.has(record.id)).length;
  return looked > 0 && looked < there.length;
}

// The record's spans as buttons that lead to their words, one line a slot.
function fields(record) {
  const source = sourceOf(record.document);
  const list = make("dl", { class: "fields" });
  const chip = (slot, span, words, note) => make("button", { type: "button", class: `mark ${slot}`, onclick: () => showSpan(span) },
    note ? make("small", {}, `${note} `) : null, words);
  const line = (slot, ...chips) => { if (chips.length) list.append(make("dt", {}, say(`slot.${slot}`)), make("dd", {}, ...chips)); };
  line("content", ...record.content.map((span) => chip("content", span, record.content.length > 1 ? source.words(...span) : record.text)));
  line("trigger", chip("trigger", record.trigger, source.words(...record.trigger)));
  line("proposer", ...record.proposers.map((party) => chip("proposer", party.span, party.name, party.source === "stated" ? "" : say(`source.${party.source}`))));
  line("target", ...record.targets.map((party) => chip("target", party.span, party.name, say(`role.${party.role}`))));
  if (record.purpose) line("purpose", chip("purpose", record.purpose, source.words(...record.purpose)));
  line("timing", ...record.timing.map((time) => chip("timing", time.span, time.value ? `${time.text} = ${time.value}` : time.text, say(`timing.${time.type}`))));
  if (record.vote) line("vote", chip("vote", record.vote.span ?? record.trigger, told(record.vote)));
  if (record.outcome) line("outcome", chip("outcome", record.outcome.span, source.words(...record.outcome.span)));
  return list;
}

function told(vote) {
  const counts = ["for", "against", "abstained"].filter((side) => vote[side] !== undefined && vote[side] !== null);
  const parts = counts.map((side) => say(`vote.${side}`, number(vote[side])));
  if (vote.unanimous) parts.push(say("vote.unanimous"));
  return parts.join(", ") || say("slot.vote");
}

// Where the record stands, for people.
function reference(record) {
  const at = data.documents[record.document];
  const start = record.content[0][0];
  const end = record.content.at(-1)[1];
  return [
    record.speaker, at.body ?? at.title, at.date, at.name, record.section.join(" / "),
    record.item && say("quote.item", record.item), record.page && say("quote.page", record.page),
    say("quote.place", start, end), say("quote.record", record.id),
  ].filter(Boolean).join(", ");
}

function showText(record) {
  const source = sourceOf(state.document);
  const own = record ? marksOf(record) : [];
  const others = allRecords().filter((other) => other.document === state.document && other.id !== state.current && verdictOf(other.id) !== "rejected");
  const marks = others.flatMap((other) => other.content.map(([start, end]) => ({ start, end, slot: "other", record: other.id, label: `${say("slot.other")}: ${say(`kind.${other.kind}`)}` })));
  let [start, end] = [0, source.length];
  if (source.length > WHOLE && whole !== state.document) {
    const anchor = record?.content[0]?.[0] ?? record?.trigger?.[0] ?? 0;
    [start, end] = [Math.max(0, anchor - AROUND), Math.min(source.length, anchor + AROUND)];
  }
  // While a record is corrected the text has a caret, so that words can be selected without a mouse.
  $("text").contentEditable = state.draft ? "true" : "inherit";
  $("text").style.setProperty("--columns", source.columns);
  const more = () => button("act.whole", () => { whole = state.document; showReader(); }, { class: "more" });
  $("text").replaceChildren(
    ...(start > 0 ? [more()] : []), ...runs(source, [...marks, ...own], start, end), ...(end < source.length ? [more()] : []));
}

// Brings words of the text into sight, and lights them up for a moment.
function showSpan([start, end], quiet = false) {
  const seen = [...$("text").querySelectorAll("[data-at]")].filter((run) => {
    const at = Number(run.dataset.at);
    return at < end && at + characters(run.textContent) > start;
  });
  if (!seen.length) {
    whole = state.document;
    showReader();
    if (!quiet) showSpan([start, end], true);
    return;
  }
  const box = $("text");
  box.scrollTop += seen[0].getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
  if (quiet) return;
  for (const run of seen) run.classList.add("lit");
  setTimeout(() => { for (const run of seen) run.classList.remove("lit"); }, 1200);
}

function open(id) {
  const record = recordOf(id);
  if (!record) return toast(say("toast.unknown", id));
  if (state.draft) return toast(say("toast.draft"));
  state.current = id;
  state.document = record.document;
  if (location.hash !== `#${id}`) history.replaceState(null, "", `#${id}`);
  scrollToCurrent();
  showRows();
  showReader();
  showSpan([Math.min(record.trigger[0], record.content[0][0]), record.content[0][1]], true);
  return null;
}

function openDocument(index) {
  if (state.draft) return toast(say("toast.draft"));
  state.current = null;
  state.document = index;
  showRows();
  showReader();
  $("text").scrollTop = 0;
  return null;
}

function leave() {
  if (matchMedia("(max-width: 900px)").matches) {
    state.document = null;
    showReader();
  }
  $("grid").focus();
}

function judge(verdict, extra = {}) {
  if (state.current === null) return;
  if (verdict === "rejected" && verdictOf(state.current) === "added") return takeBack();
  decide(state.current, verdict, extra);
  refresh();
}

function takeBack() {
  const added = verdictOf(state.current) === "added";
  undo(state.current);
  if (added) state.current = null;
  refresh();
}

function askWhy() {
  const why = $("why");
  if (!why) return;
  const expand = why.hidden;
  why.hidden = !expand;
  $("card").querySelector(".reject").setAttribute("aria-expanded", String(expand));
  why.setAttribute("aria-label", say("reject.why"));
  why.replaceChildren(make("span", { class: "quiet" }, say("reject.why")),
    button("reject.plain", () => judge("rejected")),
    ...choices("reason").map((reason) => button(`reason.${reason}`, () => judge("rejected", { reason }))));
  if (expand) why.querySelector("button").focus();
}

async function copy(text) {
  let copied = false;
  try {
    await navigator.clipboard.writeText(text);
    copied = true;
  } catch {
    const field = make("textarea", { class: "unseen" });
    field.value = text;
    document.body.append(field);
    field.select();
    copied = document.execCommand("copy");
    field.remove();
  }
  toast(say(copied ? "toast.copied" : "toast.notCopied"));
}

function copyQuote() {
  const record = recordOf(state.current);
  if (record) copy(`«${sourceOf(record.document).words(...record.evidence)}» (${reference(record)})`);
}

function copyLink() {
  if (state.current !== null) copy(`${location.href.split("#")[0]}#${state.current}`);
}
