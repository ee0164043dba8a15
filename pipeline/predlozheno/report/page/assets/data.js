// The run's data, parsed out of the page; texts only when somebody opens their document.

const $ = (id) => document.getElementById(id);
const data = JSON.parse($("data").textContent);

// An element with its attributes and children. Words become text, never markup.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

// Fills a part of the page anew. Whoever stood on one of its elements stands on it again (they know
// each other by data-key), or where it is gone on the first one, or on the table.
function refill(part, ...children) {
  const { activeElement } = document;
  const within = part.contains(activeElement) && part !== activeElement;
  part.replaceChildren(...children);
  if (!within) return;
  const keyed = [...part.querySelectorAll("[data-key]")].filter((element) => element.checkVisibility());
  (keyed.find((element) => element.dataset.key === activeElement.dataset.key) ?? keyed[0] ?? $("grid")).focus();
}

// A text whose offsets count characters, as the records' do, while JavaScript counts halves of
// those beyond the first 65,536.
class Source {
  constructor(text) {
    this.shown = text
      .replace(/\r\n/g, "\u200b\n").replace(/\r/g, "\n") // as long as before, so that offsets hold
      .replace(/[\u0000\u202a-\u202e\u2066-\u2069]/g, "\ufffd"); // what turns the words about it
    const wide = /[\ud800-\udfff]/.test(text);
    this.text = wide ? [...text] : text;
    this.shown = wide ? [...this.shown] : this.shown;
    this.length = this.text.length;
    // Lines that were broken by hand near this column should not be broken again.
    const lengths = text.split("\n", 2000).map((line) => line.trimEnd().length).sort((a, b) => a - b);
    const long = lengths[Math.floor(lengths.length * 0.95)];
    this.columns = long > 40 && long < 100 ? long : 60;
  }

  static #join(part) {
    return typeof part === "string" ? part : part.join("");
  }

  slice(start, end) {
    return Source.#join(this.text.slice(start, end));
  }

  // The words with the layout smoothed: one line, no soft hyphens.
  words(start, end) {
    return this.slice(start, end).replace(/\u00ad\s*/g, "").replace(/\s+/g, " ").trim();
  }

  // What stands on the page in its place, of the same length.
  display(start, end) {
    return Source.#join(this.shown.slice(start, end));
  }
}

const characters = (text) => (/[\ud800-\udfff]/.test(text) ? [...text].length : text.length);

const sources = new Map();
function sourceOf(number) {
  if (!sources.has(number)) sources.set(number, new Source(JSON.parse($(`source-${number}`).textContent)));
  return sources.get(number);
}

// Fields that are empty are left out of the data; here they come back.
function complete(record) {
  return {
    polarity: "for", procedural: false, proposers: [], targets: [], timing: [], section: [],
    purpose: null, vote: null, outcome: null, item: null, speaker: null, ...record,
  };
}

data.records = data.records.map(complete);
const predicted = new Map(data.records.map((record) => [record.id, record]));
