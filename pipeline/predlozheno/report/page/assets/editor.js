// Correcting a record: a form for what it is, and words selected in the text for its spans.

const WORD = /[\p{L}\p{N}_]/u;

function startEditing() {
  const record = recordOf(state.current);
  if (!record || state.draft) return;
  state.draft = structuredClone(record);
  showReader();
  $("card").querySelector("select").focus();
}

function startAdding(content = null) {
  if (state.document === null || state.draft) return;
  state.draft = complete({
    id: `new-${Date.now().toString(36)}`, document: state.document, kind: "proposal", status: "proposed",
    trigger: null, content: Array.isArray(content) ? [content] : [], rule: "reader", confidence: 1,
  });
  state.current = null;
  showRows();
  showReader();
  $("card").querySelector("select").focus();
}

function stopEditing() {
  const { id } = state.draft;
  state.draft = null;
  state.current = recordOf(id) ? id : state.current;
  showReader();
  $("grid").focus();
}

function keepDraft() {
  const record = state.draft;
  if (!record.trigger || !record.content.length) return toast(say("edit.missing"));
  const source = sourceOf(record.document);
  record.content.sort((a, b) => a[0] - b[0]);
  record.text = record.content.map((span) => source.words(...span)).join(" ");
  record.evidence ??= [record.content[0][0], record.content.at(-1)[1]];
  const added = !predicted.has(record.id);
  state.draft = null;
  state.current = record.id;
  decide(record.id, added ? "added" : "edited", { record });
  refresh();
  open(record.id);
  $("grid").focus();
  return null;
}

function showEditor() {
  const record = state.draft;
  const source = sourceOf(record.document);
  const pick = (prefix, value, change) => make("select", { "aria-label": say(`field.${prefix}`), onchange: (event) => change(event.target.value) },
    ...choices(prefix).map((choice) => make("option", { value: choice, selected: choice === value }, say(`${prefix}.${choice}`))));
  const flag = (key, value, change) => make("label", { class: "check" },
    make("input", { type: "checkbox", checked: value, onchange: (event) => change(event.target.checked) }), make("span", {}, say(key)));
  const remove = (words, act) => make("button", { type: "button", class: "drop", "aria-label": say("act.remove", words), title: say("act.remove", words), onclick: () => { act(); showReader(); } }, "×");
  const row = (slot, span, act, ...extra) => make("div", { class: "edited" },
    make("button", { type: "button", class: `mark ${slot}`, onclick: () => showSpan(span) }, source.words(...span)), ...extra, remove(source.words(...span), act));
  const name = (party) => make("input", { type: "text", value: party.name, "aria-label": say("field.name"), oninput: (event) => { party.name = event.target.value.trim() || source.words(...party.span); party.named = true; } });
  const origin = (party) => labelled(make("select", { onchange: (event) => { party.source = event.target.value; } },
    ...choices("source").map((choice) => make("option", { value: choice, selected: choice === party.source }, say(`source.${choice}`)))), "slot.proposer");
  const labelled = (element, key) => { element.setAttribute("aria-label", say(key)); return element; };
  const without = (list, part) => () => list.splice(list.indexOf(part), 1);
  const slots = {
    trigger: record.trigger ? [row("trigger", record.trigger, () => { record.trigger = null; })] : [],
    content: record.content.map((span) => row("content", span, without(record.content, span))),
    proposer: record.proposers.map((party) => row("proposer", party.span, without(record.proposers, party), name(party), origin(party))),
    target: record.targets.map((party) => row("target", party.span, without(record.targets, party), name(party), pick("role", party.role, (value) => { party.role = value; }))),
    purpose: record.purpose ? [row("purpose", record.purpose, () => { record.purpose = null; })] : [],
    timing: record.timing.map((time) => row("timing", time.span, without(record.timing, time), labelled(pickType(time), "field.type"))),
  };
  const list = make("dl", { class: "fields" });
  for (const [slot, rows] of Object.entries(slots)) {
    list.append(make("dt", {}, say(`slot.${slot}`)), make("dd", {}, ...(rows.length ? rows : [make("span", { class: "quiet" }, say("edit.empty"))])));
  }
  refill($("card"),
    make("div", { class: "acts" }, make("strong", {}, say(predicted.has(record.id) ? "edit.title" : "edit.added")), make("span", { class: "grow" }),
      button("act.keep", keepDraft, { class: "accept" }), button("act.cancel", stopEditing)),
    make("div", { class: "acts" },
      pick("kind", record.kind, (value) => { record.kind = value; }), pick("status", record.status, (value) => { record.status = value; }),
      flag("field.procedural", record.procedural, (value) => { record.procedural = value; }),
      flag("field.against", record.polarity === "against", (value) => { record.polarity = value ? "against" : "for"; })),
    make("p", { class: "quiet" }, say("edit.hint")), list);
}

function pickType(time) {
  return make("select", { onchange: (event) => { time.type = event.target.value; } },
    ...choices("timing").map((choice) => make("option", { value: choice, selected: choice === time.type }, say(`timing.${choice}`))));
}

// What a slot becomes when the selected words are called so.
const assign = {
  trigger: (record, span) => { record.trigger = span; },
  content: (record, span) => { record.content = [span]; },
  fragment: (record, span) => { record.content.push(span); },
  proposer: (record, span) => { record.proposers.push(party(record, span)); },
  target: (record, span) => { record.targets.push({ ...party(record, span), role: "addressee" }); },
  purpose: (record, span) => { record.purpose = span; },
  timing: (record, span) => { record.timing.push({ span, type: "deadline", text: sourceOf(record.document).words(...span) }); },
};

function party(record, span) {
  return { span, source: "stated", name: sourceOf(record.document).words(...span) };
}

// The selected words of the text, widened to whole words, without commas and spaces at the ends.
function selectedSpan() {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!$("text").contains(range.startContainer) || !$("text").contains(range.endContainer)) return null;
  const source = sourceOf(state.document);
  let [start, end] = [offsetOf(range.startContainer, range.startOffset), offsetOf(range.endContainer, range.endOffset)];
  const at = (place) => source.slice(place, place + 1);
  const blank = (character) => /[\s,;:\u00ad]/.test(character);
  while (start < end && blank(at(start))) start += 1;
  while (end > start && blank(at(end - 1))) end -= 1;
  if (start >= end) return null;
  while (start > 0 && WORD.test(at(start)) && WORD.test(at(start - 1))) start -= 1;
  while (end < source.length && WORD.test(at(end - 1)) && WORD.test(at(end))) end += 1;
  return [start, end];
}

function offsetOf(node, offset) {
  if (node.nodeType === Node.TEXT_NODE) {
    const run = node.parentElement.closest("[data-at]");
    return run ? Number(run.dataset.at) + characters(node.data.slice(0, offset)) : 0;
  }
  const child = node.childNodes[offset];
  if (child) return offsetOf(child, 0);
  const last = node.lastChild;
  return last ? offsetOf(last, last.nodeType === Node.TEXT_NODE ? last.data.length : last.childNodes.length) : Number(node.dataset?.at ?? 0);
}

// The buttons that name the selected words, beside them.
function showPicker() {
  const span = state.document === null ? null : selectedSpan();
  $("picker").hidden = !span;
  if (!span) return;
  const take = (slot) => () => {
    assign[slot](state.draft, span);
    getSelection().removeAllRanges();
    showReader();
  };
  const acts = state.draft
    ? Object.keys(assign).map((slot) => button(slot === "fragment" ? "edit.fragment" : `slot.${slot}`, take(slot), { class: `mark ${slot === "fragment" ? "content" : slot}` }))
    : [button("act.add", () => { getSelection().removeAllRanges(); startAdding(span); })];
  $("picker").replaceChildren(...acts);
  const box = getSelection().getRangeAt(0).getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = $("picker");
  $("picker").style.left = `${Math.max(8, Math.min(box.left, innerWidth - width - 8))}px`;
  $("picker").style.top = `${box.top - height - 8 < 0 ? Math.min(box.bottom + 8, innerHeight - height - 8) : box.top - height - 8}px`;
}

function makeEditor() {
  let timer = null;
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    timer = setTimeout(showPicker, 150);
  });
  for (const change of ["beforeinput", "cut", "paste", "drop", "dragstart"]) {
    $("text").addEventListener(change, (event) => event.preventDefault());
  }
  // A press on a button must not lose the selection that it is about.
  $("picker").addEventListener("mousedown", (event) => event.preventDefault());
  $("text").addEventListener("scroll", () => { $("picker").hidden = true; });
}
