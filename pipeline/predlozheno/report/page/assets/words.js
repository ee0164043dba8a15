// What the page says, in Russian and English.

const languages = ["ru", "en"];
let language = 0;

// Some browsers refuse a page opened from a disk any memory; then it lasts until the page closes.
const memory = {
  get(name) {
    try { return localStorage.getItem(`predlozheno:${name}`); } catch { return null; }
  },
  set(name, value) {
    try { localStorage.setItem(`predlozheno:${name}`, value); return true; } catch { return false; }
  },
};

// The words for a key, with «{}» filled by the values in turn.
function say(key, ...values) {
  const words = data.words[key];
  if (!words) throw new Error(`no words for ${key}`);
  return words[language].replace(/\{\}/g, () => values.shift());
}

// The values of a closed vocabulary, such as every kind, in the order of words.json.
function choices(prefix) {
  const keys = Object.keys(data.words).filter((key) => key.startsWith(`${prefix}.`));
  return keys.map((key) => key.slice(prefix.length + 1));
}

function number(value) {
  return value.toLocaleString(languages[language]);
}

// Fills the words of everything that stands in the page from the start.
function sayAll() {
  document.documentElement.lang = languages[language];
  document.title = `${say("title")} · ${data.run}`;
  $("title").textContent = say("title");
  $("title").append(make("small", {}, data.run));
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
  for (const element of document.querySelectorAll("[data-hint]")) element.placeholder = say(`${element.dataset.hint}.hint`);
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", say(`label.${element.dataset.label}`));
    if (element.tagName === "BUTTON") element.title = say(`label.${element.dataset.label}`);
  }
  const other = languages[1 - language];
  $("language").textContent = other.toUpperCase();
  $("language").lang = other;
  $("language").setAttribute("aria-label", data.words["label.language"][1 - language]);
}
