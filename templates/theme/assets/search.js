// The search dialog, with the ten best results; all of them, with filters, are on the search page (find.js). The query
// stands in the address (?q=), so that "back" returns to the results.

import { BATCH, byRank, Engine, fetched } from "./engine.js";
import { counted, resultLink } from "./results.js";
import { plain } from "./han.js";

const WAIT = 30; // milliseconds without a key before a search starts
const [KEPT, OFF] = ["atlas-search-key", "off"]; // where a browser remembers that "/" is switched off

const find = (id) => document.getElementById(id);
const opener = find("atlas-search-open");
const dialog = find("atlas-search");
const input = find("atlas-search-input");
const status = find("atlas-search-status");
const list = find("atlas-search-results");
const more = find("atlas-search-more");
const all = find("atlas-search-all");
const oneKey = find("atlas-search-key"); // whether "/" alone opens the search: who speaks to a computer may switch it off

const TEXTS = JSON.parse(dialog.dataset.texts); // in the language of the page: see partials/search.html
const PAGE = new URL(dialog.dataset.index, location.href); // the search page, and the index, of that language
const engine = new Engine(PAGE);

let latest = 0; // number of the newest search: answers to older ones are dropped
let found = []; // results of the newest search, best first
let shown = 0; // how many of them were fetched
let answered = ""; // the query they answer

async function search() {
  const query = input.value.trim();
  const number = ++latest;
  remember(query);
  if (!query) return show([], "", number);
  try {
    const { results, note } = await engine.ask(query);
    if (number === latest) await show(results, query, number, TEXTS[note]);
  } catch (fault) {
    console.warn("search:", fault);
    if (number === latest) show([], "", number, TEXTS.failed);
  }
}

async function show(results, query, number, note = "") {
  const entries = await fetched(results, 0);
  if (number !== latest) return;
  [found, shown, answered] = [results, Math.min(BATCH, results.length), query];
  const told = results.length ? counted(TEXTS.results, results.length) : TEXTS.nothing.replace("{query}", () => query);
  status.textContent = query ? [told, note].filter(Boolean).join(" ") : note;
  list.replaceChildren(...entries.sort(byRank(query, plain)).map(option));
  list.hidden = entries.length === 0;
  list.parentElement.scrollTop = 0;
  more.hidden = shown >= found.length;
  input.setAttribute("aria-expanded", String(entries.length > 0));
  choose(list.firstElementChild);
}

async function showMore() {
  const number = latest;
  const entries = await fetched(found, shown);
  if (number !== latest) return;
  shown += entries.length;
  const options = entries.map(option);
  list.append(...options);
  more.hidden = shown >= found.length;
  choose(options[0]);
  input.focus();
}

function option(entry) {
  const link = resultLink(entry, TEXTS.kinds);
  link.id = `atlas-result-${entry.index}`;
  link.setAttribute("role", "option");
  link.setAttribute("aria-selected", "false");
  link.tabIndex = -1;
  return link;
}

const chosen = () => list.querySelector("[aria-selected=true]");

function choose(node) {
  chosen()?.setAttribute("aria-selected", "false");
  if (!node) return input.removeAttribute("aria-activedescendant");
  node.setAttribute("aria-selected", "true");
  node.scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", node.id);
}

/** Puts the query into the address of this page, and into the way to the page with all results. */
function remember(query) {
  const address = new URL(location.href);
  const way = new URL(PAGE);
  for (const url of [address, way]) {
    if (query) url.searchParams.set("q", query);
    else url.searchParams.delete("q");
  }
  all.href = way.href;
  if (address.href !== location.href) history.replaceState(history.state, "", address);
}

const prepare = () => engine.load().catch(() => {}); // the search itself will tell

function open(query) {
  if (query !== undefined) input.value = query;
  all.href = PAGE.href;
  if (!dialog.open) dialog.showModal();
  input.focus();
  input.select();
  prepare();
  if (input.value) search();
}

function onKey(event) {
  if (event.isComposing) return; // an input method for Chinese is at work
  const current = chosen();
  if (event.key === "ArrowDown") choose(current?.nextElementSibling ?? list.firstElementChild);
  else if (event.key === "ArrowUp") choose(current?.previousElementSibling ?? list.lastElementChild);
  else if (event.key === "Enter") follow();
  else return;
  event.preventDefault();
}

/** Opens the chosen result; who types fast and presses Enter means what is typed, not what was found before. */
async function follow() {
  clearTimeout(timer);
  if (answered !== input.value.trim()) await search();
  chosen()?.click();
}

/** The field for searching that stands on the page itself, if there is one. */
const field = () => document.querySelector("form[role=search]:not([hidden]) input[name=q]:not(#atlas-search-input)");

function onShortcut(event) {
  const elsewhere = !dialog.contains(event.target); // what is in it keeps the focus for a moment after it closed
  const typing = dialog.open || (elsewhere && event.target.closest?.("input, textarea, select, [contenteditable]"));
  const slash = oneKey.checked && event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const controlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
  if (!slash && !controlK) return;
  event.preventDefault();
  if (slash && field()) field().select();
  else open();
}

/** Shows on the field which keys open the search. */
function showKeys() {
  opener.querySelector("kbd").hidden = !oneKey.checked;
  opener.setAttribute("aria-keyshortcuts", oneKey.checked ? "/ Control+K" : "Control+K");
}

/** Does something with what the browser remembers; it may be told to remember nothing. */
function remembered(act) {
  try {
    act(localStorage);
  } catch (fault) {
    console.debug("search:", fault);
  }
}

let timer;
input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(search, WAIT);
  if (input.value.trim()) engine.warm(input.value.trim()).catch(() => {});
});
input.addEventListener("keydown", onKey);
input.form.addEventListener("submit", (event) => event.preventDefault());
more.addEventListener("click", showMore);
opener.addEventListener("click", () => open());
for (const sign of ["pointerenter", "focus"]) opener.addEventListener(sign, prepare, { once: true });
find("atlas-search-close").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
dialog.addEventListener("close", () => {
  clearTimeout(timer);
  latest += 1; // an answer that is still under way comes too late
  remember("");
});
document.addEventListener("keydown", onShortcut);
remembered((store) => (oneKey.checked = store.getItem(KEPT) !== OFF));
oneKey.addEventListener("change", () => {
  remembered((store) => (oneKey.checked ? store.removeItem(KEPT) : store.setItem(KEPT, OFF)));
  showKeys();
});
showKeys();
opener.hidden = false;

const asked = new URL(location.href).searchParams.get("q");
if (asked && !find("atlas-find")) open(asked); // on the search page it is the page that answers
