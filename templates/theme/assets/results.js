// Shows what a search found. Everything that comes from the index is put on the page as text.

import { HAN_TOKEN, plain, readable } from "./han.js";

const ROOT = new URL("../", import.meta.url); // of the site, wherever it is hosted
const EXCERPT = 190; // width of an excerpt, in letters; a Han character is as wide as two
const LEAD = 40; // what is shown of it before the first hit
const NAMES_ONLY = new Set(["country", "group", "source", "cell"]); // kinds of page whose text is a list of names
const NEARBY = 25; // tokens within which hits count as one place

/** A result as a link: title, kind, date and source, and the place in the text that answers the query. */
export function resultLink(entry, kinds) {
  const kind = entry.filters.kind?.[0] ?? "page";
  const link = element("a", "atlas-result");
  // A place on a page is a page of its own to the index: people/#person-1a2b/.
  link.href = new URL(decodeURI(entry.raw_url).replace(/^\//, "").replace(/(#[^/]*)\/$/u, "$1"), ROOT).href;
  const head = element("span", "atlas-result__head");
  head.append(element("span", "atlas-result__title", plain(entry.meta.title ?? "")));
  head.append(" ", element("span", `atlas-result__kind atlas-result__kind--${kind}`, kinds[kind] ?? kind));
  link.append(head);
  if (entry.meta.note) link.append(" ", element("span", "atlas-result__note", plain(entry.meta.note)));
  const excerpt = element("span", "atlas-result__text");
  if (!NAMES_ONLY.has(kind)) excerpt.append(...excerptOf(entry));
  if (excerpt.hasChildNodes()) link.append(" ", excerpt);
  return link;
}

/** An element with a class and a text. */
export function element(name, className, text = "") {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.textContent = text;
  return node;
}

/** A message with a number in it, in the plural form of the language of the page. */
export function counted(forms, number) {
  const language = document.documentElement.lang || "en";
  const form = forms[new Intl.PluralRules(language).select(number)] ?? forms.other;
  return form.replace("{n}", number.toLocaleString(language));
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
