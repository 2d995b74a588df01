// The search dialog. Pagefind answers (search/pagefind.js, loaded when it is first needed); everything that comes from
// the index is put on the page as text. The query stands in the address (?q=), so that "back" returns to the results.

import { HAN_TOKEN, plain, queryForm, readable } from "./han.js";

const ROOT = new URL("../", import.meta.url); // of the site, wherever it is hosted
const LANGUAGE = document.documentElement.lang || "en";
const BATCH = 10; // results that are fetched at a time
const WAIT = 120; // milliseconds without a key before a search starts
const EXCERPT = 190; // width of an excerpt, in letters; a Han character is as wide as two
const LEAD = 40; // what is shown of it before the first hit
const NEARBY = 25; // tokens within which hits count as one place
// A hit in what a page is called counts more than one in its text.
const RANKING = { metaWeights: { names: 10, title: 6, note: 0.3 } };
// Kinds of page, in the order in which equally good ones are shown.
const KINDS = ["country", "group", "theme", "source", "cell", "page", "article"];

const find = (id) => document.getElementById(id);
const opener = find("atlas-search-open");
const dialog = find("atlas-search");
const input = find("atlas-search-input");
const status = find("atlas-search-status");
const list = find("atlas-search-results");
const more = find("atlas-search-more");

const TEXTS = JSON.parse(dialog.dataset.texts); // in the language of the page: see partials/search.html
const INDEX = new URL(dialog.dataset.index, location.href); // of the pages in that language

let engine; // a promise of Pagefind
let latest = 0; // number of the newest search: answers to older ones are dropped
let found = []; // results of the newest search, best first
let shown = 0; // how many of them were fetched
let answered = ""; // the query they answer

function load() {
  engine ??= import(new URL("pagefind.js", INDEX).href).then((pagefind) =>
    pagefind.createInstance({ basePath: INDEX.href, noWorker: true, ranking: RANKING }),
  );
  return engine;
}

async function search() {
  const query = input.value.trim();
  const number = ++latest;
  remember(query);
  if (!query) return show([], "");
  try {
    const pagefind = await load();
    const answer = await pagefind.search(queryForm(query));
    if (number === latest) await show(answer.results, query, number);
  } catch (fault) {
    engine = undefined; // so that the next key tries again
    console.warn("search:", fault);
    if (number === latest) show([], "", number, TEXTS.failed);
  }
}

async function show(results, query, number = latest, message = "") {
  found = results;
  shown = 0;
  const entries = query ? await fetchBatch() : [];
  if (number !== latest) return;
  answered = query;
  if (query) {
    message = found.length ? counted(found.length) : TEXTS.nothing.replace("{query}", () => query);
  }
  status.textContent = message;
  list.replaceChildren(...entries.sort(byRank(query)).map(option));
  list.hidden = entries.length === 0;
  list.parentElement.scrollTop = 0;
  more.hidden = shown >= found.length;
  input.setAttribute("aria-expanded", String(entries.length > 0));
  choose(list.firstElementChild);
}

/** How many results there are, in the plural form of the language. */
function counted(number) {
  const form = TEXTS.results[new Intl.PluralRules(LANGUAGE).select(number)] ?? TEXTS.results.other;
  return form.replace("{n}", number.toLocaleString(LANGUAGE));
}

async function fetchBatch() {
  const first = shown;
  const batch = found.slice(first, first + BATCH);
  shown += batch.length;
  return Promise.all(batch.map(async (result, index) => ({ ...(await result.data()), index: first + index })));
}

async function showMore() {
  const number = latest;
  const entries = await fetchBatch();
  if (number !== latest) return;
  const options = entries.map(option);
  list.append(...options);
  more.hidden = shown >= found.length;
  choose(options[0]);
  input.focus();
}

/** Pages whose name is the query come first, in the order of KINDS; all others by relevance. */
function byRank(query) {
  const wanted = fold(query);
  const rank = ({ meta, filters }) => {
    const kind = filters.kind?.[0];
    const names = [meta.title, ...(meta.names ?? "").split("·")].map((name) => fold(plain(name.trim())));
    return kind !== "article" && names.includes(wanted) ? KINDS.indexOf(kind) : KINDS.length;
  };
  return (a, b) => rank(a) - rank(b) || a.index - b.index;
}

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function option(entry) {
  const kind = entry.filters.kind?.[0] ?? "page";
  const link = element("a", "atlas-result");
  link.id = `atlas-result-${entry.index}`;
  link.href = new URL(entry.raw_url.replace(/^\//, ""), ROOT).href;
  link.setAttribute("role", "option");
  link.setAttribute("aria-selected", "false");
  link.tabIndex = -1;
  const head = element("span", "atlas-result__head");
  head.append(element("span", "atlas-result__title", plain(entry.meta.title ?? "")));
  head.append(element("span", `atlas-result__kind atlas-result__kind--${kind}`, TEXTS.kinds[kind] ?? kind));
  link.append(head);
  if (entry.meta.note) link.append(element("span", "atlas-result__note", plain(entry.meta.note)));
  const excerpt = element("span", "atlas-result__text");
  excerpt.append(...excerptOf(entry));
  if (excerpt.hasChildNodes()) link.append(excerpt);
  return link;
}

function element(name, className, text = "") {
  const node = document.createElement(name);
  node.className = className;
  node.textContent = text;
  return node;
}

/** The place of a text with the most hits, as text nodes and <mark>s. */
function excerptOf({ content, locations }) {
  const tokens = content.split(/\s+/u).filter(Boolean);
  const hits = [...locations].sort((a, b) => a - b);
  const near = (place) => hits.filter((hit) => hit >= place && hit < place + NEARBY).length;
  const best = hits.reduce((a, b) => (near(b) > near(a) ? b : a), hits[0] ?? 0);
  const [start, end] = around(tokens, best);
  const pieces = readable(tokens.slice(start, end), new Set(hits), start);
  if (start > 0) pieces.unshift({ text: "… " });
  if (end < tokens.length) pieces.push({ text: " …" });
  return pieces.map(({ text, marked }) => (marked ? element("mark", "", text) : document.createTextNode(text)));
}

/** Where an excerpt with the token at `place` starts and ends. */
function around(tokens, place) {
  let [start, end, width] = [place, place, 0];
  const take = (token) => (width += HAN_TOKEN.test(token) ? 2 : token.length + 1);
  while (start > 0 && width < LEAD) take(tokens[--start]);
  while (end < tokens.length && width < EXCERPT) take(tokens[end++]);
  while (start > 0 && width < EXCERPT) take(tokens[--start]);
  return [start, end];
}

const chosen = () => list.querySelector("[aria-selected=true]");

function choose(node) {
  chosen()?.setAttribute("aria-selected", "false");
  if (!node) return input.removeAttribute("aria-activedescendant");
  node.setAttribute("aria-selected", "true");
  node.scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", node.id);
}

function remember(query) {
  const address = new URL(location.href);
  if (query) address.searchParams.set("q", query);
  else address.searchParams.delete("q");
  if (address.href !== location.href) history.replaceState(history.state, "", address);
}

function open(query) {
  if (query !== undefined) input.value = query;
  if (!dialog.open) dialog.showModal();
  input.focus();
  input.select();
  load().catch(() => {}); // the search itself will tell
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

function onShortcut(event) {
  const elsewhere = event.target !== input; // which keeps the focus for a moment after the dialog closed
  const typing = dialog.open || (elsewhere && event.target.closest?.("input, textarea, select, [contenteditable]"));
  const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const controlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
  if (!slash && !controlK) return;
  event.preventDefault();
  open();
}

let timer;
input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(search, WAIT);
});
input.addEventListener("keydown", onKey);
input.form.addEventListener("submit", (event) => event.preventDefault());
more.addEventListener("click", showMore);
opener.addEventListener("click", () => open());
find("atlas-search-close").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
dialog.addEventListener("close", () => {
  clearTimeout(timer);
  latest += 1; // an answer that is still under way comes too late
  remember("");
});
document.addEventListener("keydown", onShortcut);
opener.hidden = false;

const asked = new URL(location.href).searchParams.get("q");
if (asked) open(asked);
