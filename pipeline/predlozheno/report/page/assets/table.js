// The table: as many rows in the page as can be seen, however many records there are.

const ROW = 68; // pixels, as in style.css
const COLUMNS = ["review", "kind", "text", "proposers", "targets", "deadline", "document"];
const REVIEW_SIGNS = { unreviewed: "", accepted: "✓", edited: "✎", added: "+", rejected: "✗" };

function makeHeads() {
  refill($("heads"), ...COLUMNS.map((column, index) => {
    const order = state.order?.column === column ? state.order.down : null;
    const sorted = order === null ? "none" : order ? "descending" : "ascending";
    const name = say(`column.${column}`);
    return make("div", { role: "columnheader", class: `cell ${column}`, "aria-sort": sorted, "aria-colindex": index + 1 },
      make("button", { type: "button", "data-key": column, onclick: () => sortBy(column), title: name, "aria-label": name },
        column === "review" ? "✓" : name, order === null ? null : make("span", { "aria-hidden": "true" }, order ? " ↓" : " ↑")));
  }));
}

// A press sorts upward, the next downward, the third gives the order of the texts back.
function sortBy(column) {
  const same = state.order?.column === column;
  state.order = !same ? { column, down: false } : state.order.down ? null : { column, down: true };
  refilter();
}

function showTable() {
  makeHeads();
  const { view } = state;
  $("rows").replaceChildren(); // those of before would keep the table as long as it was
  $("rows").style.height = `${view.length * ROW}px`;
  $("grid").setAttribute("aria-rowcount", view.length + 1);
  $("grid").setAttribute("aria-colcount", COLUMNS.length);
  $("grid").hidden = !view.length;
  $("empty").hidden = view.length > 0;
  if (!view.length) showEmpty();
  showRows();
}

function showEmpty() {
  const parts = [make("p", {}, say(allRecords().length ? "empty" : "empty.run"))];
  if (allRecords().length) parts.push(make("button", { type: "button", onclick: dropConditions }, say("empty.reset")));
  const documents = state.chosen.document.size ? [...state.chosen.document] : data.documents.length === 1 ? ["0"] : [];
  for (const value of documents) {
    parts.push(make("button", { type: "button", onclick: () => openDocument(Number(value)) }, say("empty.open", called("document", value))));
  }
  $("empty").replaceChildren(...parts);
}

function showRows() {
  const grid = $("grid");
  const first = Math.max(0, Math.floor(grid.scrollTop / ROW) - 4);
  const last = Math.min(state.view.length, Math.ceil((grid.scrollTop + grid.clientHeight) / ROW) + 4);
  const at = currentIndex();
  const indices = Array.from({ length: Math.max(0, last - first) }, (_, offset) => first + offset);
  // The chosen row must be in the page for those who hear it.
  if (at >= 0 && (at < first || at >= last)) indices.push(at);
  $("rows").replaceChildren(...indices.map((index) => makeRow(state.view[index], index)));
  if (at >= 0) grid.setAttribute("aria-activedescendant", `row-${at}`);
  else grid.removeAttribute("aria-activedescendant");
}

const currentIndex = () => state.view.findIndex((record) => record.id === state.current);

function makeRow(record, index) {
  const chosen = record.id === state.current;
  const verdict = verdictOf(record.id);
  const cells = {
    review: [make("span", { class: `sign ${verdict}`, title: say(`review.${verdict}`), "aria-label": say(`review.${verdict}`), role: "img" }, REVIEW_SIGNS[verdict])],
    kind: [
      make("span", { class: `kind ${record.kind}` }, say(`kind.${record.kind}`)),
      make("span", { class: `quiet status ${record.status}` }, say(`status.${record.status}`) + (record.polarity === "against" ? `, ${say("polarity.against")}` : "")),
    ],
    text: [record.text],
    proposers: [record.proposers.map((party) => party.name).join("; ")],
    targets: record.targets.flatMap((party, number) => [
      number ? "; " : "", make("span", { class: "quiet" }, `${say(`role.${party.role}`)} `), party.name]),
    deadline: [record.timing.map((time) => time.text).join("; ")],
    document: [data.documents[record.document].name],
  };
  const row = make("div", {
    role: "row", id: `row-${index}`, class: `row${chosen ? " chosen" : ""}${verdict === "rejected" ? " gone" : ""}`,
    "aria-rowindex": index + 2, "aria-selected": String(chosen), onclick: () => open(record.id),
  }, ...COLUMNS.map((column, place) => make("div", { role: "gridcell", class: `cell ${column}`, "aria-colindex": place + 1, title: column === "document" ? data.documents[record.document].name : null },
    make("div", { class: "clamp" }, ...cells[column]))));
  row.style.top = `${index * ROW}px`;
  return row;
}

function scrollToCurrent() {
  const at = currentIndex();
  if (at < 0) return;
  const grid = $("grid");
  const room = grid.clientHeight - $("heads").offsetHeight;
  if (at * ROW < grid.scrollTop) grid.scrollTop = at * ROW;
  else if ((at + 1) * ROW > grid.scrollTop + room) grid.scrollTop = (at + 1) * ROW - room;
}

// Chooses the record so many rows further down, or up.
function move(steps) {
  if (!state.view.length) return;
  const at = currentIndex();
  const last = state.view.length - 1;
  const to = at < 0 ? (steps === Infinity ? last : 0) : Math.min(last, Math.max(0, at + steps));
  open(state.view[to].id);
}

function makeTable() {
  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; showRows(); });
  };
  $("grid").addEventListener("scroll", soon);
  new ResizeObserver(soon).observe($("grid"));
  $("grid").addEventListener("keydown", (event) => {
    if (event.target !== $("grid")) return; // a column's head has keys of its own
    const page = Math.max(1, Math.floor($("grid").clientHeight / ROW) - 1);
    const steps = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity }[event.key];
    if (steps !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      move(steps);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (state.current === null) move(0);
      $("text").focus();
    }
  });
}
