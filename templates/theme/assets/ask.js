// Questions answered by facts, without a model and without a request to anybody else. It reads data/ask.json, and does
// what generator/ask/ does: the same units, the same longest names, the same conditions. What comes from an article is put on the page as text.

import { folder, HAN_CLASS as HAN } from "./han.js";

const BATCH = 20; // facts shown at a time
const UNIT = new RegExp(`[${HAN}]|(?:(?![${HAN}_])[\\p{L}\\p{M}\\p{N}])+(?:['’](?:(?![${HAN}_])[\\p{L}\\p{M}\\p{N}])+)*`, "gu");
const ONE_HAN = new RegExp(`^[${HAN}]$`, "u");
const LATIN = /[A-Za-z]+/gu;
const [ITSELF, SOLE, ABOUT] = [0, 1, 2]; // how a fact meets a condition: see generator/ask/answer.py
// What is asked for, the most telling first, and the kinds of facts that tell it: see generator/ask/question.py.
const ASKED = { figure: ["kind:figure"], person: ["kind:person"], country: ["kind:country"], event: ["kind:event", "kind:agreement"], time: [] };

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
  const meanings = new Map();
  for (const [concepts, names] of Object.entries(data.names)) {
    for (const name of names.split("|")) meanings.set(name, concepts.split("\n"));
  }
  const silent = new Set(data.silent.split("|"));
  const lengths = new Map();
  for (const name of [...meanings.keys(), ...silent]) {
    const found = name.split(" ");
    if (!lengths.has(found[0])) lengths.set(found[0], new Set());
    lengths.get(found[0]).add(found.length);
  }
  for (const [first, of] of lengths) lengths.set(first, [...of].sort((a, b) => b - a));
  const { times, capitals } = data;
  return { meanings, silent, lengths, times, capitals, compared: (text) => simplified(folded(text)) };
}

/** The facts of data/ask.json, each with what its article is about. */
export function factsOf(data) {
  return data.facts.map(([kind, number, own, of, years, dated, told, sentence, anchor]) => {
    const article = data.articles[number];
    const named = (numbers) => numbers.map((one) => data.concepts[one]);
    const [place, words] = sentence < 0 ? ["", ""] : article.sentences[sentence];
    return {
      article,
      number,
      kind: data.kinds[kind],
      order: kind,
      own: new Set([...named(own), data.home, `kind:${data.kinds[kind]}`]),
      of: new Set([...named(of), data.home]),
      sole: new Set(named(article.sole)),
      themes: new Set(named(article.themes)),
      home: data.home,
      years,
      year: Math.max(0, ...years),
      dated,
      told: told || article.summary,
      key: sentence,
      sentence: words,
      place: words ? "" : place,
      title: anchor ? "" : article.title,
      page: article.page + (anchor ? `#${anchor}` : ""),
    };
  });
}

// A name that only its capitals tell from a word, unless all of the text is shouted.
function spelled(text, capitals) {
  const words = text.match(LATIN) ?? [];
  if (words.length > 1 && words.every((word) => word === word.toUpperCase())) return text;
  return text.replace(LATIN, (word) => (Object.hasOwn(capitals, word) ? capitals[word] : word));
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

function longest(found, position, lexicon) {
  for (const length of lexicon.lengths.get(found[position]) ?? []) {
    const name = found.slice(position, position + length).join(" ");
    if (position + length <= found.length && (lexicon.meanings.has(name) || lexicon.silent.has(name))) return [name, length];
  }
  return [found[position], 1];
}

const themeOf = (concept) => concept.replace(/^about:/u, "theme:");
const isPlace = (concept) => concept.startsWith("country:") || concept.startsWith("group:");
const once = (choices) => [...new Map(choices.map((choice) => [JSON.stringify(choice), choice])).values()];

function take(heard, name, meaning) {
  const starts = (...kinds) => (concept) => kinds.some((kind) => concept.startsWith(kind));
  if (meaning.some(starts("ask:"))) meaning.filter(starts("ask:")).forEach((concept) => heard.asked.add(concept.slice(4)));
  else if (meaning.some(starts("kind:"))) heard.nouns.push(meaning);
  else if (meaning.every(starts("role:"))) heard.roles.push(...meaning);
  else if (meaning.every(starts("about:", "act:"))) heard.terms.push([name.split(" "), meaning.map(themeOf)]);
  else heard.conditions.push([...new Set(meaning.map(themeOf))]);
}

// Which facts may answer, and what else they must say.
function kindsOf(asks, nouns) {
  if (!asks) return [[...new Set(nouns.flat())].filter((one) => one !== "kind:country"), []];
  const kinds = ASKED[asks];
  if (asks === "figure") return [kinds, nouns];
  return [kinds, nouns.filter((choice) => !choice.some((one) => one === "kind:country" || kinds.includes(one)))];
}

/** The question that a text asks: see generator/ask/question.py. */
export function understand(text, lexicon) {
  const [rest, since, until] = time(lexicon.compared(spelled(text, lexicon.capitals)), lexicon.times);
  const found = units(rest);
  const heard = { asked: new Set(), nouns: [], roles: [], conditions: [], terms: [] };
  const words = [];
  let after = 0;
  for (let position = 0; position < found.length; ) {
    const [name, length] = longest(found, position, lexicon);
    if (lexicon.meanings.has(name)) {
      take(heard, name, lexicon.meanings.get(name));
    } else if (!lexicon.silent.has(name)) {
      const last = words.at(-1);
      if (last && position === after && ONE_HAN.test(name) && ONE_HAN.test(last.at(-1))) last.push(name);
      else words.push([name]);
      after = position + length;
    }
    position += length;
  }
  const asks = Object.keys(ASKED).find((one) => heard.asked.has(one)) ?? "";
  const [kinds, more] = kindsOf(asks, heard.nouns);
  const roles = heard.roles.length ? [[...new Set(heard.roles)]] : [];
  return { asks, kinds, conditions: once([...heard.conditions, ...roles, ...more]), terms: once(heard.terms), words: once(words), since, until };
}

const askedWords = ({ terms, words }) => [...terms, ...words.map((word) => [word, []])];
const asksPlace = (question) => question.conditions.some((choice) => choice.some(isPlace));
const isEmpty = (question) =>
  !(question.asks || question.kinds.length + question.conditions.length + question.terms.length + question.words.length) &&
  question.since === null &&
  question.until === null;

function isKind(fact, { kinds }) {
  return !kinds.length || kinds.includes(`kind:${fact.kind}`) || kinds.some((one) => !one.startsWith("kind:") && fact.own.has(one));
}

function inTime(fact, { since, until }) {
  if (since === null && until === null) return true;
  return fact.years.some((year) => (since ?? 0) <= year && year <= (until ?? 9999));
}

function met(fact, choice, question) {
  const place = choice.some(isPlace);
  const strictly = question.asks === "figure" || (fact.kind === "country" && question.asks !== "country");
  const own = place && strictly ? fact.of : fact.own;
  if (choice.some((one) => own.has(one))) return [ITSELF, ""];
  const sole = choice.find((one) => fact.sole.has(one));
  if (sole && ![...own].some((one) => isPlace(one) && one !== fact.home)) return [SOLE, sole];
  const theme = choice.find((one) => fact.themes.has(one));
  return theme && !(fact.article.several && asksPlace(question)) ? [ABOUT, theme] : null;
}

/** The facts that meet every condition, with what only their articles are about. */
function* matches(question, facts, compared) {
  const holds = (text, word) => ` ${units(compared(text)).join(" ")} `.includes(` ${word.join(" ")} `);
  const words = askedWords(question);
  const things = question.conditions.filter((choice) => !choice.some(isPlace));
  for (const fact of facts) {
    if (!isKind(fact, question) || !inTime(fact, question)) continue;
    const found = question.conditions.map((choice) => met(fact, choice, question));
    if (found.includes(null)) continue;
    const text = `${fact.title} ${fact.told} ${fact.sentence}`;
    const says = ([word, about]) => about.some((one) => one.startsWith("act:") && fact.own.has(one)) || holds(text, word);
    if (!words.every(says)) continue;
    if (question.asks === "figure" && things.length + words.length) {
      const counted = things.some((choice) => choice.some((one) => fact.of.has(one)));
      if (!counted && !words.some(([word]) => holds(fact.told, word))) continue;
    }
    const around = found.filter(([level]) => level).map(([, concept]) => concept);
    yield { fact, level: Math.max(ITSELF, ...found.map(([level]) => level)), around: [...new Set(around)] };
  }
}

/** The best first, each kind newest first; of sentences only what no other fact tells. */
function ordered(question, found) {
  const early = (fact) => question.asks === "time" && (fact.kind === "event" || fact.kind === "agreement");
  const alike = (a, b) => (question.asks !== "country" || a === b ? 0 : a < b ? -1 : 1);
  found.sort(
    (a, b) =>
      Math.min(a.level, 1) - Math.min(b.level, 1) ||
      early(b.fact) - early(a.fact) ||
      a.fact.order - b.fact.order ||
      alike(a.fact.told, b.fact.told) ||
      b.fact.year - a.fact.year ||
      a.level - b.level,
  );
  if (question.asks === "time" && found.some(({ fact }) => fact.dated)) found = found.filter(({ fact }) => fact.dated);
  const better = new Set(found.filter(({ level }) => level < ABOUT).map(({ fact }) => fact.number));
  const told = new Set();
  return found.filter(({ fact, level }) => {
    if (level === ABOUT && better.has(fact.number)) return false;
    const sentence = `${fact.number} ${fact.key}`;
    const thing = `${fact.number} ${fact.kind} ${fact.told}`;
    if (fact.kind === "country" || fact.kind === "article") {
      if (told.has(thing) || (told.has(sentence) && !question.kinds.includes(`kind:${fact.kind}`))) return false;
      told.add(thing);
    }
    told.add(sentence);
    return true;
  });
}

/** The facts that answer a text, and the words that none of them says: see generator/ask/answer.py. */
export function answer(text, lexicon, facts) {
  const question = understand(text, lexicon);
  const { compared } = lexicon;
  const none = { question, matches: [], missed: [] };
  if (isEmpty(question)) return none;
  const found = ordered(question, [...matches(question, facts, compared)]);
  if (found.length) return { question, matches: found, missed: [] };
  const wider = { ...question, terms: [] };
  const themes = question.terms.map(([, about]) => about.filter((one) => one.startsWith("theme:")));
  if (!question.terms.length || (isEmpty(wider) && !themes.some((about) => about.length))) return none;
  const onTheme = facts.filter(({ own }) => themes.every((about) => !about.length || about.some((one) => own.has(one))));
  const onIt = ordered(question, [...matches(wider, onTheme, compared)].filter(({ level }) => level === ITSELF));
  return { question, matches: onIt, missed: onIt.length ? question.terms.map(([word]) => word) : [] };
}

function element(name, text = "", attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function item({ fact, around }, texts, root, topics) {
  const { article } = fact;
  const made = element("li");
  const told = element("p");
  told.append(element("a", fact.told || article.title, { href: new URL(fact.page, root).href }));
  made.append(told);
  if (fact.sentence) {
    const quote = element("blockquote", "", { lang: article.language });
    quote.append(element("p", fact.sentence));
    made.append(quote);
  } else if (fact.place) {
    made.append(element("p", fact.place));
  }
  const about = around.map((concept) => topics[concept]).join(texts.comma);
  if (about) made.append(element("p", texts.around.replace("{topics}", () => about), { class: "atlas-note" }));
  const source = element("p", texts.according.replace("{source}", () => article.speaker).replace("{date}", () => article.date));
  source.append(": ", element("a", article.title, { href: new URL(article.page, root).href, lang: article.language }));
  made.append(source);
  return made;
}

function show(place, { question, matches, missed }, texts, root, topics) {
  place.replaceChildren();
  if (isEmpty(question)) return;
  const listed = (words) => words.map((word) => word.join(ONE_HAN.test(word[0]) ? "" : " ")).join(texts.comma);
  place.append(element("p", matches.length ? texts.found.replace("{n}", matches.length) : texts.none));
  if (question.words.length) place.append(element("p", texts.words.replace("{words}", () => listed(question.words))));
  if (missed.length) place.append(element("p", texts.missed.replace("{words}", () => listed(missed))));
  let list = null;
  let heading = "";
  const more = element("button", texts.more, { type: "button" });
  let shown = 0;
  const next = () => {
    for (const match of matches.slice(shown, shown + BATCH)) {
      const kind = texts[match.fact.kind];
      const now = match.level === ITSELF ? kind : texts.wider.replace("{kind}", kind);
      if (now !== heading) {
        heading = now;
        list = element("ul", "", { class: "atlas-ask-facts" });
        place.insertBefore(element("h2", heading), more);
        place.insertBefore(list, more);
      }
      list.append(item(match, texts, root, topics));
    }
    shown += BATCH;
    more.hidden = shown >= matches.length;
  };
  place.append(more);
  more.addEventListener("click", next);
  next();
}

async function read(root) {
  const response = await fetch(new URL("data/ask.json", root));
  if (!response.ok) throw new Error(response.statusText);
  const data = await response.json();
  const topics = Object.fromEntries(Object.entries(data.topics).map(([number, name]) => [data.concepts[number], name]));
  return { lexicon: lexiconOf(data), facts: factsOf(data), topics };
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
      show(place, answer(input.value, data.lexicon, data.facts), texts, root, data.topics);
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
