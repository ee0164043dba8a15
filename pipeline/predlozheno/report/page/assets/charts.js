// Kinds, proposers and targets as bars; a press on a bar filters by it.

const BARS = 15;

function showCharts() {
  refill($("charts"), make("p", { class: "quiet" }, say("chart.note")),
    ...["kind", "proposers", "targets"].map(chart));
}

function chart(facet) {
  const counts = tally(facet, facet === "kind" ? "kind" : undefined).filter(([value]) => value).slice(0, BARS);
  const most = Math.max(1, ...counts.map(([, count]) => count));
  const bars = counts.map(([value, count]) => bar(facet, value, count, most));
  const parts = [make("h2", {}, say(`chart.${facet}`))];
  if (facet === "kind") {
    parts.push(make("p", { class: "legend" }, ...choices("status").map((status) => make("span", {}, make("i", { class: `part ${status}` }), say(`status.${status}`)))));
  }
  return make("figure", { class: "chart", "data-chart": facet }, ...parts, make("ul", {}, ...bars));
}

function bar(facet, value, count, most) {
  const name = called(facet, value);
  const parts = facet === "kind" ? statusesOf(value) : [["plain", count]];
  const track = make("span", { class: "track", "aria-hidden": "true" }, ...parts.map(([status, share]) => {
    const part = make("i", { class: `part ${status}` });
    part.style.width = `${(100 * share) / most}%`;
    return part;
  }));
  const told = facet === "kind" ? parts.map(([status, share]) => say("chart.bar", say(`status.${status}`), number(share))).join(", ") : "";
  const chosen = state.chosen[facet].has(value);
  return make("li", {}, make("button", {
    type: "button", "data-key": `${facet} ${value}`, title: told || name, "aria-label": `${say("chart.bar", name, number(count))}${told ? ` (${told})` : ""}`, "aria-pressed": String(chosen),
    onclick: () => choose(facet, value, !chosen),
  }, make("span", { class: "name" }, name), track, make("span", { class: "number" }, number(count))));
}

function statusesOf(kind) {
  const words = searched();
  const counts = new Map(choices("status").map((status) => [status, 0]));
  for (const record of allRecords()) {
    if (record.kind === kind && fits(record, words, "kind")) counts.set(record.status, counts.get(record.status) + 1);
  }
  return [...counts].filter(([, count]) => count);
}
