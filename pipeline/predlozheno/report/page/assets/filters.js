// The conditions: a menu for each facet, and the chosen ones as buttons that drop them.

const MOST = 100;

function makeFacets() {
  for (const facet of ["kind", "status", "proposers", "targets", "document", "review"]) {
    const list = make("div", { class: "options" });
    const find = make("input", { type: "search", "data-hint": "facet.find", "data-label": "facet.find", spellcheck: "false" });
    const menu = make("details", { class: "facet", "data-facet": facet },
      make("summary", {}, make("span", { "data-say": `facet.${facet}` }), make("b", { class: "badge", hidden: true })),
      make("div", { class: "menu" }, find, list));
    find.addEventListener("input", () => fillFacet(menu));
    menu.addEventListener("toggle", () => {
      if (!menu.open) return;
      for (const other of document.querySelectorAll(".facet[open]")) if (other !== menu) other.open = false;
      find.value = "";
      fillFacet(menu);
    });
    $("facets").append(menu);
  }
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll(".facet[open]")) if (!menu.contains(event.target)) menu.open = false;
  });
}

function fillFacet(menu) {
  const facet = menu.dataset.facet;
  const find = menu.querySelector("input");
  const chosen = state.chosen[facet];
  const counted = tally(facet);
  const known = new Map(counted);
  const options = [...chosen].filter((value) => !known.has(value)).map((value) => [value, 0]).concat(counted);
  // A text without records can be opened, too.
  if (facet === "document") {
    data.documents.forEach((_, index) => {
      if (!known.has(String(index)) && !chosen.has(String(index))) options.push([String(index), 0]);
    });
  }
  const wanted = fold(find.value.trim());
  const fitting = options.filter(([value]) => fold(called(facet, value)).includes(wanted));
  find.hidden = options.length <= 8 && !wanted;
  const rows = fitting.slice(0, MOST).map(([value, count]) => make("label", { class: "check" },
    make("input", {
      type: "checkbox", value, "data-key": value, checked: chosen.has(value),
      onchange: (event) => choose(facet, value, event.target.checked),
    }),
    make("span", { class: value || facet === "document" ? "" : "quiet" }, called(facet, value)),
    make("span", { class: "number" }, number(count))));
  if (fitting.length > MOST) rows.push(make("p", { class: "quiet" }, say("facet.more", number(fitting.length - MOST))));
  refill(menu.querySelector(".options"), ...rows);
}

function choose(facet, value, on) {
  if (on) state.chosen[facet].add(value);
  else state.chosen[facet].delete(value);
  refilter();
}

function dropConditions() {
  state.search = $("search").value = "";
  for (const chosen of Object.values(state.chosen)) chosen.clear();
  refilter();
}

function showConditions() {
  const chips = [];
  for (const [facet, chosen] of Object.entries(state.chosen)) {
    const badge = document.querySelector(`[data-facet=${facet}] .badge`);
    badge.hidden = !chosen.size;
    badge.textContent = chosen.size || "";
    for (const value of chosen) {
      const name = called(facet, value);
      chips.push(make("button", {
        type: "button", class: "chip", "data-key": `${facet} ${value}`, "aria-label": say("facet.drop", name), onclick: () => choose(facet, value, false),
      }, `${say(`facet.${facet}`)}: ${name} ×`));
    }
  }
  refill($("chosen"), ...chips);
  $("procedural").checked = state.procedural;
  $("count").textContent = say("count", number(state.view.length), number(allRecords().length));
  const looked = [...corrections.values()].length;
  $("reviewed").textContent = looked ? say("reviewed", number(looked), number(allRecords().length)) : "";
}
