// Questions answered by facts, without a model and without a request to anybody else. It reads data/ask.json, and does
// what generator/ask/ does: the same units, the same longest names, the same conditions. What comes from an article is put on the page as text.

import { folder, HAN_CLASS as HAN } from "./han.js";

const BATCH = 20; // facts shown at a time
const UNIT = new RegExp(`[${HAN}]|(?:(?![${HAN}_])[\\p{L}\\p{M}\\p{N}])+(?:['’](?:(?![${HAN}_])[\\p{L}\\p{M}\\p{N}])+)*`, "gu");
const ONE_HAN = new RegExp(`^[${HAN}]$`, "u");
const KINDS = ["figure", "agreement", "programme", "event", "person", "article"];

function folded(text) {
  return text.normalize("NFKC").toLowerCase().replace(/ß/gu, "ss").normalize("NFKD").replace(/\p{Mn}/gu, "").normalize("NFC");
}

function baseForm(word) {
  const bare = word.replace(/['’]s?$/u, "");
  if (bare.length > 4 && bare.endsWith("ies")) return `${bare.slice(0, -3)}y`;
  return bare.length > 3 && bare.endsWith("s") && !/(?:ss|us|is)$/u.test(bare) ? bare.slice(0, -1) : bare;
}

const units = (text) => (text.match(UNIT) ?? []).map(baseForm);

/** What data/ask.json knows, ready to be asked. */
export function lexiconOf(data) {
  const simplified = folder(data.folding);
  const meanings = new Map(Object.entries(data.meanings));
  return { ...data, meanings, silent: new Set(data.silent), compared: (text) => simplified(folded(text)) };
}

function time(text, times) {
  for (const one of times) {
    const found = new RegExp(one.pattern, "u").exec(text);
    if (!found) continue;
    const year = (group) => (group ? Number(found[group]) : null);
    const since = year(one.since) ?? (one.after ? year(one.after) + 1 : null);
    const until = year(one.until) ?? (one.before ? year(one.before) - 1 : null);
    return [`${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`, since, until];
  }
  return [text, null, null];
}

/** The question that a text asks: see generator/ask/question.py. */
export function understand(text, lexicon) {
  const [rest, since, until] = time(lexicon.compared(text), lexicon.times);
  const found = units(rest);
  const conditions = new Map();
  const words = [];
  let after = 0;
  for (let position = 0; position < found.length; ) {
    let end = Math.min(found.length, position + lexicon.longest);
    let name = found.slice(position, end).join(" ");
    while (end > position + 1 && !lexicon.meanings.has(name) && !lexicon.silent.has(name)) {
      end -= 1;
      name = found.slice(position, end).join(" ");
    }
    if (lexicon.meanings.has(name)) {
      conditions.set(lexicon.meanings.get(name).join(" "), lexicon.meanings.get(name));
    } else if (!lexicon.silent.has(name)) {
      const last = words.at(-1);
      if (last && position === after && ONE_HAN.test(name) && ONE_HAN.test(last.at(-1))) last.push(name);
      else words.push([name]);
      after = end;
    }
    position = end;
  }
  return { conditions: [...conditions.values()], words, since, until };
}

/** Whether a fact meets every condition of a question. */
function fits(fact, question, compared) {
  const { conditions, words, since, until } = question;
  if (!conditions.every((choice) => choice.some((concept) => fact.concepts.includes(concept)))) return false;
  if (since !== null && (fact.year === null || fact.year < since)) return false;
  if (until !== null && (fact.year === null || fact.year > until)) return false;
  if (!words.length) return true;
  const said = ` ${units(compared(`${fact.title} ${fact.told} ${fact.sentence}`)).join(" ")} `;
  return words.every((word) => said.includes(` ${word.join(" ")} `));
}

/** The facts that answer a text, figures first, each kind newest first; and how it was understood. */
function answer(text, lexicon, facts) {
  const question = understand(text, lexicon);
  const empty = !question.conditions.length && !question.words.length && question.since === null && question.until === null;
  const fitting = empty ? [] : facts.filter((fact) => fits(fact, question, lexicon.compared));
  fitting.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || (b.year ?? 0) - (a.year ?? 0));
  return { question, empty, facts: fitting };
}

function element(name, text = "", attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function item(fact, texts, root) {
  const made = element("li");
  const told = element("p");
  told.append(element("a", fact.told || fact.title, { href: new URL(fact.page, root).href }));
  made.append(told);
  if (fact.sentence) {
    const quote = element("blockquote", "", { lang: fact.language });
    quote.append(element("p", fact.sentence));
    made.append(quote);
  }
  made.append(element("p", texts.according.replace("{source}", () => fact.speaker).replace("{date}", () => fact.date)));
  return made;
}

function show(place, { question, empty, facts }, texts, root) {
  place.replaceChildren();
  if (empty) return;
  const words = question.words.map((word) => word.join(ONE_HAN.test(word[0]) ? "" : " "));
  place.append(element("p", facts.length ? texts.found.replace("{n}", facts.length) : texts.none));
  if (words.length) place.append(element("p", texts.words.replace("{words}", () => words.join(", "))));
  let list = null;
  let kind = "";
  const more = element("button", texts.more, { type: "button" });
  let shown = 0;
  const next = () => {
    for (const fact of facts.slice(shown, shown + BATCH)) {
      if (fact.kind !== kind) {
        kind = fact.kind;
        list = element("ul", "", { class: "atlas-ask-facts" });
        place.insertBefore(element("h2", texts[kind]), more);
        place.insertBefore(list, more);
      }
      list.append(item(fact, texts, root));
    }
    shown += BATCH;
    more.hidden = shown >= facts.length;
  };
  place.append(more);
  more.addEventListener("click", next);
  next();
}

async function read(root) {
  const response = await fetch(new URL("data/ask.json", root));
  if (!response.ok) throw new Error(response.statusText);
  const data = await response.json();
  return { lexicon: lexiconOf(data), facts: data.facts };
}

function start(form) {
  const input = form.querySelector("input");
  const place = document.getElementById("atlas-ask-answer");
  const texts = JSON.parse(form.dataset.texts);
  const root = new URL("../", location.href.replace(/[?#].*$/u, "")); // the pages of this language
  let data;
  const ask = async () => {
    if (!input.value.trim()) return place.replaceChildren();
    try {
      if (!data) place.replaceChildren(element("p", texts.loading));
      data ??= await read(root);
      show(place, answer(input.value, data.lexicon, data.facts), texts, root);
    } catch (fault) {
      console.warn("ask:", fault);
      place.replaceChildren(element("p", texts.failed));
    }
  };
  const fromAddress = () => {
    input.value = new URLSearchParams(location.search).get("question") ?? "";
    ask();
  };
  for (const example of document.querySelectorAll(".atlas-ask-examples li")) {
    const question = example.textContent;
    example.replaceChildren(element("a", question, { href: `?question=${encodeURIComponent(question)}` }));
  }
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.pushState(null, "", input.value.trim() ? `?question=${encodeURIComponent(input.value.trim())}` : location.pathname);
    ask();
  });
  window.addEventListener("popstate", fromAddress);
  fromAddress();
}

if (typeof document !== "undefined") {
  const form = document.getElementById("atlas-ask");
  if (form) start(form);
}
