// The search page: results with filters that combine. Values of one facet are alternatives, facets narrow each other
// down. What is asked stands in the address (?q=...&country=FR&year=2024&sort=date): it can be sent to a colleague, in
// any language of the site, and "back" returns to it.

import { byRank, Engine, fetched } from "./engine.js";
import { counted, element, resultLink } from "./results.js";
import { plain } from "./han.js";

const WAIT = 60; // milliseconds without a key before a search starts
const FIRST = 8; // values of a facet that are shown at first
const FACETS = ["kind", "country", "theme", "year", "source", "language"];

const find = (name) => document.getElementById(`atlas-find-${name}`);
const { texts, index } = document.getElementById("atlas-search").dataset;
const TEXTS = JSON.parse(texts); // in the language of the page: see partials/search.html
const LANGUAGE = document.documentElement.lang || "en";
const [form, input, sort] = [document.getElementById("atlas-find"), find("input"), find("sort")];
const [status, list, more] = [find("status"), find("results"), find("more")];
const engine = new Engine(new URL(index, location.href));

let values = {}; // of each facet: [{key, label, value}], where `value` is what the index holds
let latest = 0; // number of the newest search: answers to older ones are dropped
let found = []; // results of the newest search, best first
let shown = 0; // how many of them were fetched
const whole = new Set(); // facets of which all values are shown

/** What is asked for, as the address says it: {query, sort, chosen: {country: Set of keys}}. */
function asked() {
  const state = new URL(location.href).searchParams;
  const facets = FACETS.map((name) => [name, new Set(state.getAll(name))]);
  return { query: (state.get("q") ?? "").trim(), sort: state.get("sort") ?? "", chosen: Object.fromEntries(facets) };
}

/** Puts into the address what is asked for; `step` makes it one to go back from. */
function remember({ query, sort: order, chosen }, step) {
  const address = new URL(location.href);
  address.search = "";
  if (query) address.searchParams.set("q", query);
  for (const [name, keys] of Object.entries(chosen)) keys.forEach((key) => address.searchParams.append(name, key));
  if (order) address.searchParams.set("sort", order);
  if (address.href !== location.href) history[step ? "pushState" : "replaceState"](null, "", address);
  translate();
}

/** Takes what is asked for along to the other languages. */
function translate() {
  for (const link of document.querySelectorAll(".atlas-languages a")) link.search = location.search;
}

/** The filters of a search, in the words of the index; of all facets but `except`. A value nobody has finds nothing. */
function filters(chosen, except) {
  const wanted = Object.entries(chosen).filter(([name, keys]) => keys.size && name !== except);
  const value = (name, key) => values[name]?.find((one) => one.key === key)?.value ?? key;
  return Object.fromEntries(wanted.map(([name, keys]) => [name, { any: [...keys].map((key) => value(name, key)) }]));
}

async function search() {
  const state = asked();
  const { query, chosen } = state;
  const number = ++latest;
  const ready = Object.keys(values).length ? values : engine.facets().then(readValues);
  list.setAttribute("aria-busy", "true");
  try {
    if (Object.values(chosen).some((keys) => keys.size)) values = await ready; // what filters are called in the index
    const sorted = Boolean(state.sort || !query);
    const answer = await engine.ask(query, { filters: filters(chosen), sort: sorted ? { date: "desc" } : {} });
    const entries = await fetched(answer.results, 0);
    if (number !== latest) return;
    [found, shown] = [answer.results, entries.length];
    show(sorted ? entries : entries.sort(byRank(query, plain)));
    status.textContent = told(answer, query);
    values = await ready;
    await showFacets(query, chosen, number);
  } catch (fault) {
    console.warn("search:", fault);
    if (number === latest) status.textContent = TEXTS.failed;
  }
  if (number === latest) list.removeAttribute("aria-busy");
}

function told({ results, loose }, query) {
  if (results.length) return counted(TEXTS.results, results.length) + (loose ? ` ${TEXTS.loose}` : "");
  return query ? TEXTS.nothing.replace("{query}", () => query) : counted(TEXTS.results, 0);
}

function show(entries, after = false) {
  const items = entries.map((entry) => {
    const item = element("li", "");
    item.append(resultLink(entry, TEXTS.kinds));
    return item;
  });
  if (after) list.append(...items);
  else list.replaceChildren(...items);
  more.hidden = shown >= found.length;
  return items;
}

async function showMore() {
  const number = latest;
  const entries = await fetched(found, shown);
  if (number !== latest) return;
  shown += entries.length;
  show(entries, true)[0]?.querySelector("a").focus();
}

/** Values as the index holds them, `FR France`, by key and label. */
function readValues(facets) {
  const read = (name, value) => {
    const [key, ...label] = value.split(" ");
    return { key, value, label: (name === "kind" && TEXTS.kinds[key]) || label.join(" ") || key };
  };
  const all = Object.entries(facets).map(([name, counts]) => [name, Object.keys(counts).map((one) => read(name, one))]);
  return Object.fromEntries(all);
}

/** Each facet with the number of pages that each of its values would show, given all other facets. */
async function showFacets(query, chosen, number) {
  const names = FACETS.filter((name) => values[name]);
  const count = (except) => engine.ask(query, { filters: filters(chosen, except) });
  const all = count();
  const counts = await Promise.all(names.map((name) => (chosen[name].size ? count(name) : all)));
  if (number !== latest) return;
  const focus = document.activeElement?.id;
  const boxes = names.map((name, place) => facet(name, counts[place].filters[name] ?? {}, chosen[name]));
  const offered = boxes.filter((box) => box.querySelector("input"));
  find("facets").replaceChildren(...offered);
  find("filters").classList.toggle("atlas-find__filters--none", !offered.length); // as wide as before: nothing jumps
  if (focus) document.getElementById(focus)?.focus();
  find("clear").hidden = !Object.values(chosen).some((keys) => keys.size);
}

function facet(name, counts, keys) {
  const numbered = (one) => ({ ...one, count: counts[one.value] ?? 0, chosen: keys.has(one.key) });
  const offered = values[name].map(numbered).filter((one) => one.count || one.chosen);
  const newest = (a, b) => b.key.localeCompare(a.key);
  const most = (a, b) => b.count - a.count || a.label.localeCompare(b.label, LANGUAGE);
  offered.sort(name === "year" ? newest : most);
  const box = element("fieldset", "atlas-facet");
  box.append(element("legend", "", TEXTS.facets[name]));
  const seen = offered.filter((one, place) => whole.has(name) || place < FIRST || one.chosen);
  for (const one of seen) box.append(choice(name, one));
  if (seen.length < offered.length) {
    const button = element("button", "atlas-facet__all", counted(TEXTS.every, offered.length));
    button.type = "button";
    button.id = `atlas-facet-${name}`;
    button.setAttribute("aria-label", `${TEXTS.facets[name]}: ${button.textContent}`);
    button.addEventListener("click", () => {
      whole.add(name);
      const next = offered.find((one) => !seen.includes(one));
      box.replaceWith(facet(name, counts, keys));
      document.getElementById(boxId(name, next.key))?.focus();
    });
    box.append(button);
  }
  return box;
}

const boxId = (name, key) => `atlas-facet-${name}-${key}`;

function choice(name, { key, label, count, chosen }) {
  const row = element("label", "atlas-facet__value");
  const box = element("input", "");
  Object.assign(box, { type: "checkbox", name, value: key, checked: chosen, id: boxId(name, key) });
  box.addEventListener("change", () => {
    const state = asked();
    state.chosen[name][box.checked ? "add" : "delete"](key);
    remember(state, true);
    search();
  });
  row.append(box, element("span", "atlas-facet__label", label));
  row.append(" ", element("span", "atlas-facet__count", count.toLocaleString(LANGUAGE)));
  return row;
}

/** Takes the form's fields from the address, and answers. */
function read() {
  const state = asked();
  if (input.value.trim() !== state.query) input.value = state.query;
  sort.value = state.sort;
  translate();
  search();
}

let timer;
input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    remember({ ...asked(), query: input.value.trim() }, false);
    search();
  }, WAIT);
  if (input.value.trim()) engine.warm(input.value.trim()).catch(() => {});
});
sort.addEventListener("change", () => {
  remember({ ...asked(), sort: sort.value }, true);
  search();
});
form.addEventListener("submit", (event) => event.preventDefault());
more.addEventListener("click", showMore);
find("clear").addEventListener("click", () => {
  remember({ ...asked(), chosen: {} }, true);
  input.focus();
  search();
});
addEventListener("popstate", read);
find("filters").open = matchMedia("(min-width: 60em)").matches;
form.hidden = false;
read();
