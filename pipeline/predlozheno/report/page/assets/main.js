// Puts the page together and listens.

let view = "table";

function refresh() {
  look();
  showConditions();
  showTable();
  if (view === "charts") showCharts();
  showReader();
  for (const menu of document.querySelectorAll(".facet[open]")) fillFacet(menu);
}

// After other conditions or another order: the open record stays in sight, else the first is.
function refilter() {
  refresh();
  $("grid").scrollTop = 0;
  scrollToCurrent();
  showRows();
}

function show(which) {
  view = which;
  for (const name of ["table", "charts"]) {
    $(`tab-${name}`).setAttribute("aria-selected", String(name === which));
    $(`tab-${name}`).tabIndex = name === which ? 0 : -1;
  }
  $("list").hidden = which !== "table";
  $("charts").hidden = which !== "charts";
  refresh();
}

let fading = null;
function toast(words) {
  $("toast").textContent = words;
  $("toast").classList.add("shown");
  clearTimeout(fading);
  fading = setTimeout(() => $("toast").classList.remove("shown"), 4000);
}

function speak(index) {
  language = index;
  memory.set("language", languages[index]);
  sayAll();
  showHelp();
  refresh();
}

function dress(theme) {
  document.documentElement.dataset.theme = theme;
  memory.set("theme", theme);
}

const KEYS = {
  "↑ ↓ · j k": "move", "Home · End": "ends", Enter: "read", "/": "search", a: "accept", r: "reject", e: "edit", n: "add",
  u: "undo", c: "quote", l: "link", Esc: "back", "?": "help",
};

function showHelp() {
  const rows = Object.entries(KEYS).flatMap(([key, act]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, say(`help.${act}`))]);
  $("help").replaceChildren(make("h2", { id: "help-title" }, say("help.title")), make("dl", {}, ...rows),
    button("act.close", () => $("help").close()));
}

const acts = {
  "/": () => $("search").focus(), "?": () => $("help").showModal(), j: () => move(1), k: () => move(-1),
  a: () => judge("accepted"), r: askWhy, e: startEditing, n: () => startAdding(), u: () => { if (corrections.has(state.current)) takeBack(); },
  c: copyQuote, l: copyLink,
};

// Russian and Latin letters of one key do the same.
const latin = { "ф": "a", "к": "r", "у": "e", "т": "n", "г": "u", "с": "c", "д": "l", "о": "j", "л": "k", ".": "/", ",": "?" };

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || $("help").open) return;
  if (event.key === "Escape") return escape(event);
  if (event.target.closest("input, select, textarea") || state.draft) return;
  const act = acts[event.key.toLowerCase()] ?? acts[latin[event.key.toLowerCase()]];
  if (!act || event.defaultPrevented) return;
  event.preventDefault();
  act();
}

function escape(event) {
  const menu = document.querySelector(".facet[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  } else if (state.draft) {
    stopEditing();
  } else if (event.target === $("search") && state.search) {
    state.search = $("search").value = "";
    refilter();
  } else {
    leave();
  }
}

function openLinked() {
  const id = decodeURIComponent(location.hash.slice(1));
  if (!id) return;
  const record = recordOf(id);
  if (record && !state.view.includes(record)) {
    // A link must lead to its record whatever is filtered.
    state.procedural ||= record.procedural;
    dropConditions();
  }
  open(id);
}

function start() {
  language = Math.max(0, languages.indexOf(memory.get("language")));
  if (memory.get("theme")) dress(memory.get("theme"));
  recall();
  makeFacets();
  makeTable();
  makeEditor();
  $("search").addEventListener("input", () => { state.search = $("search").value; refilter(); });
  $("procedural").addEventListener("change", () => { state.procedural = $("procedural").checked; refilter(); });
  $("language").addEventListener("click", () => speak(1 - language));
  $("theme").addEventListener("click", () => {
    const dark = getComputedStyle(document.documentElement).colorScheme.startsWith("dark");
    dress(dark ? "light" : "dark");
  });
  $("help-open").addEventListener("click", () => $("help").showModal());
  $("save").addEventListener("click", save);
  $("load").addEventListener("click", () => $("load-file").click());
  $("load-file").addEventListener("change", (event) => { if (event.target.files[0]) load(event.target.files[0]); });
  for (const name of ["table", "charts"]) $(`tab-${name}`).addEventListener("click", () => show(name));
  document.querySelector(".tabs").addEventListener("keydown", (event) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    show(view === "table" ? "charts" : "table");
    $(`tab-${view}`).focus();
  });
  document.addEventListener("keydown", onKey);
  addEventListener("hashchange", openLinked);
  sayAll();
  showHelp();
  show("table");
  openLinked();
}

start();
