// Asks the search index. Pagefind answers (search/pagefind.js below the site's root, or below the folder of a language),
// loaded when it is first needed; generator/publish/search.py makes the index.

import { folder, hasHan, queryForm } from "./han.js";

export const BATCH = 10; // results that are fetched at a time
// A hit in what a page is called counts more than one in its text.
const RANKING = { metaWeights: { names: 10, title: 6, note: 0.3 } };
const MARK = "\ua66e"; // of the second form of a frequent word: see generator/publish/parts.py
// A word that no page has stands for those that share at least so much of its beginning, and at least so many letters.
const [ALIKE, SHORTEST] = [0.6, 4];
const START = 4; // letters that tell a word from another
const PHRASE = /^\s*".+"\s*$/u; // as Pagefind has it
// Kinds of page, in the order in which equally good ones are shown.
const KINDS = ["country", "group", "theme", "source", "cell", "programme", "person", "indicator", "timeline", "page", "article"];

/** The engine of the index at `base` (an URL). */
export class Engine {
  #base;
  #pagefind; // a promise of it
  #held = new Map(); // words asked for alone, each with a promise of whether there is such a word
  #table; // a promise of what a query needs: how to fold characters, and the frequent words

  constructor(base) {
    this.#base = base;
  }

  /** Fetches the engine and the head of its index; what fails is tried again the next time. */
  load() {
    this.#pagefind ??= this.#start();
    this.#pagefind.catch(() => (this.#pagefind = undefined));
    this.#table ??= this.#needed();
    this.#table.catch(() => (this.#table = undefined));
    return this.#pagefind;
  }

  async #start() {
    const { createInstance } = await import(new URL("pagefind.js", this.#base).href);
    const pagefind = createInstance({ basePath: this.#base.href, noWorker: true, ranking: RANKING });
    await pagefind.search(""); // answers when everything is there, and asks for nothing more
    return pagefind;
  }

  async #needed() {
    const table = await (await fetch(new URL("query.json", this.#base))).json();
    return { simplified: folder(table), frequent: new Set(table.frequent) };
  }

  /** The query as the index understands it; null asks for all pages. */
  async #form(query) {
    if (!query) return null;
    const { simplified, frequent } = await this.#table;
    const phrase = PHRASE.test(query); // its words must stand side by side, so every one and every place of it counts
    const words = queryForm(hasHan(query) ? simplified(query) : query, phrase);
    if (phrase) return words;
    return words.split(" ").map((word) => (frequent.has(bare(word)) ? bare(word) + MARK : word)).join(" ");
  }

  /** Fetches the parts of the index that a query needs, while more is typed. */
  async warm(query) {
    const [pagefind, words] = await Promise.all([this.load(), this.#form(query)]);
    await pagefind.preload(words);
  }

  /** All values of all facets: {country: {"FR France": number of pages, ...}, ...}. */
  async facets() {
    return (await this.load()).filters();
  }

  /**
   * The pages with all words of `query` (all pages, where it is empty) within `filters`, and how many of them each
   * value of the loaded facets has: {results, filters, note}. Where no page has all words, a word that no page has
   * stands for those that begin like it (the note is "similar"); then one of several words is left out, or as many of the
   * rarest as leave more than half of them ("loose").
   */
  async ask(query, options = {}) {
    const [pagefind, form] = await Promise.all([this.load(), this.#form(query)]);
    const answer = await pagefind.search(form, options);
    if (!form || PHRASE.test(form)) return answer;
    const typed = [...new Set(form.split(" "))];
    if (typed.length > 1 ? answer.results.length : await this.#holds(form, answer.results)) return answer;
    const known = await Promise.all(typed.map((word) => this.#nearest(word)));
    if (known.some(({ exact }) => !exact)) {
      const similar = await pagefind.search(known.map(({ word }) => word).join(" "), options);
      if (similar.results.length) return { ...similar, note: "similar" };
    }
    const rarest = [...known].sort((a, b) => a.exact - b.exact || a.number - b.number); // and the misspelt before them
    for (const left of leftOut(rarest)) {
      const kept = known.filter((one) => !left.includes(one)).map(({ word }) => word);
      const loose = await pagefind.search(kept.join(" "), options);
      if (loose.results.length) return { ...loose, note: "loose" };
    }
    return { ...answer, results: [], filters: {} };
  }

  /** The word, or else the longest beginning of it that is in any page: {word, exact, number of these pages}. */
  async #nearest(word) {
    const pagefind = await this.load();
    for (let end = word.length; end === word.length || end >= Math.max(SHORTEST, word.length * ALIKE); end -= 1) {
      const start = word.slice(0, end);
      const { results } = await pagefind.search(start);
      if (await this.#holds(start, results)) return { word: start, exact: end === word.length, number: results.length };
    }
    return { word, exact: true, number: 0 };
  }

  /** Whether these pages, found by the word, hold it. */
  #holds(word, results) {
    if (!results.length || hasHan(word)) return results.length > 0;
    if (!this.#held.has(word)) this.#held.set(word, holds(results, word));
    return this.#held.get(word);
  }
}

/** What to try without: each word of several, then more and more of them while most remain. */
function* leftOut(words) {
  if (words.length < 3) return;
  for (const one of words) yield [one];
  for (let count = 2; words.length - count > words.length / 2; count += 1) yield words.slice(0, count);
}

/** The pages of some results, each with its place among all of them. */
export async function fetched(results, first) {
  const batch = results.slice(first, first + BATCH);
  return Promise.all(batch.map(async (result, index) => ({ ...(await result.data()), index: first + index })));
}

/**
 * Whether the first of some pages hold how a word begins. Where no page has a word, Pagefind answers with ever shorter
 * ones: with Laos (LA) for `laser`.
 */
async function holds(results, word) {
  const start = bare(simple(word.replace(MARK, ""))).slice(0, START);
  const entries = await fetched(results, 0);
  return entries.some(({ content, meta }) => simple([content, ...Object.values(meta)].join(" ")).includes(start));
}

/** Pages whose name is the query come first, then those whose name is in another number, both in the order of KINDS; all
 *  others by relevance. */
export function byRank(query, plain) {
  const wanted = simple(query);
  const rank = ({ meta, filters }) => {
    const kind = KINDS.indexOf(filters.kind?.[0]);
    const names = [meta.title, ...(meta.names ?? "").split("·")].map((name) => simple(plain(name.trim())));
    if (kind === KINDS.indexOf("article")) return 2 * KINDS.length;
    if (names.includes(wanted)) return kind;
    return names.some((name) => singular(name) === singular(wanted)) ? KINDS.length + kind : 2 * KINDS.length;
  };
  return (a, b) => rank(a) - rank(b) || a.index - b.index;
}

const simple = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const singular = (text) => text.replace(/(?<=\p{L}{3})ies\b/gu, "y").replace(/(?<=\p{L}{3})s\b/gu, "");

/** A word without the punctuation around it. */
const bare = (word) => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
