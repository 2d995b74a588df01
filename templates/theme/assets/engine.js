// Asks the search index. Pagefind answers (search/pagefind.js below the site's root, or below the folder of a language),
// loaded when it is first needed; generator/publish/search.py makes the index.

import { folder, hasHan, queryForm } from "./han.js";

export const BATCH = 10; // results that are fetched at a time
// A hit in what a page is called counts more than one in its text.
const RANKING = { metaWeights: { names: 10, title: 6, note: 0.3, every: 0 } };
const EVERY = "\ua66e"; // stands in every page: see generator/publish/search.py
// Kinds of page, in the order in which equally good ones are shown.
const START = 4; // letters that tell a word from another
const KINDS = ["country", "group", "theme", "source", "cell", "page", "article"];

/** The engine of the index at `base` (an URL). */
export class Engine {
  #base;
  #pagefind; // a promise of it
  #simplified; // a promise of what folds traditional characters
  #known = new Map(); // words asked for alone, each with a promise of whether there is such a word

  constructor(base) {
    this.#base = base;
  }

  /** Fetches the engine and the head of its index; what fails is tried again the next time. */
  load() {
    this.#pagefind ??= this.#start();
    this.#pagefind.catch(() => (this.#pagefind = undefined));
    return this.#pagefind;
  }

  async #start() {
    const { createInstance } = await import(new URL("pagefind.js", this.#base).href);
    const pagefind = createInstance({ basePath: this.#base.href, noWorker: true, ranking: RANKING });
    await pagefind.search(""); // answers when everything is there, and asks for nothing more
    return pagefind;
  }

  /** The query as the index understands it. */
  async #form(query) {
    if (!hasHan(query)) return queryForm(query);
    this.#simplified ??= fetch(new URL("folding.json", this.#base)).then((answer) => answer.json()).then(folder);
    this.#simplified.catch(() => (this.#simplified = undefined));
    return queryForm((await this.#simplified)(query));
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
   * value of the loaded facets has: {results, filters, loose}. Where no page has all of several words, the rarest are
   * left out, as long as more than half of them remain; `loose` then is true.
   */
  async ask(query, options = {}) {
    const [pagefind, form] = await Promise.all([this.load(), this.#form(query)]);
    const answer = await pagefind.search(form || EVERY, options);
    const words = [...new Set(form.split(" "))];
    if (form && answer.results.length && words.length === 1 && !hasHan(form)) {
      if (!this.#known.has(form)) this.#known.set(form, holds(answer.results, form));
      return (await this.#known.get(form)) ? answer : { ...answer, results: [], filters: {} };
    }
    if (answer.results.length || words.length < 3) return answer;
    const number = async (word) => (await pagefind.search(word)).results.length;
    const numbers = new Map(await Promise.all(words.map(async (word) => [word, await number(word)])));
    const rarest = [...words].sort((a, b) => numbers.get(a) - numbers.get(b));
    for (let left = 1; words.length - left > words.length / 2; left += 1) {
      const kept = words.filter((word) => !rarest.slice(0, left).includes(word));
      const loose = await pagefind.search(kept.join(" "), options);
      if (loose.results.length) return { ...loose, loose: true };
    }
    return answer;
  }
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
  const start = simple(word).replace(/[^\p{L}\p{N}]/gu, "").slice(0, START);
  const entries = await fetched(results, 0);
  return entries.some(({ content, meta }) => simple([content, ...Object.values(meta)].join(" ")).includes(start));
}

/** Pages whose name is the query come first, in the order of KINDS; all others by relevance. */
export function byRank(query, plain) {
  const wanted = simple(query);
  const rank = ({ meta, filters }) => {
    const kind = filters.kind?.[0];
    const names = [meta.title, ...(meta.names ?? "").split("·")].map((name) => simple(plain(name.trim())));
    return kind !== "article" && names.includes(wanted) ? KINDS.indexOf(kind) : KINDS.length;
  };
  return (a, b) => rank(a) - rank(b) || a.index - b.index;
}

const simple = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
