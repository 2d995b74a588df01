// Tables that sort and filter. A column sorts by what its cells say for machines (<time datetime>, <data value>), else by
// their text; the links of a cell are its values, else its text. The view stands in the address (?articles.sort=-date&
// articles.themes=Space, where `articles` is the heading above the table): it can be sent to a colleague, and "back"
// returns to the one before.

const MANY = 6; // rows from which on a table can be filtered
const CHOICES = 300; // values of a column that can be chosen from, at most
const LANGUAGE = document.documentElement.lang || "en";
const TEXTS = JSON.parse(document.getElementById("atlas-tables").dataset.texts); // see partials/tables.html
const ORDER = new Intl.Collator(LANGUAGE, { numeric: true });
const GROUPING = new Intl.NumberFormat(LANGUAGE).formatToParts(1234567.5);
const [GROUP, POINT] = ["group", "decimal"].map((type) => GROUPING.find((part) => part.type === type)?.value ?? "");

const simple = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const slug = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");

function make(name, props = {}, ...children) {
  const node = Object.assign(document.createElement(name), props);
  node.append(...children);
  return node;
}

/** A text that is a number in the language of the page; NaN for any other. */
function numberOf(text) {
  const plain = text.replaceAll(GROUP, "").replace(POINT, ".").replace("−", "-").trim();
  return plain === "" ? NaN : Number(plain);
}

/** The text of a cell or row, without the signs of its links to itself. */
function wordsOf(node) {
  const signs = [...node.querySelectorAll(".atlas-here")];
  return signs.reduce((text, sign) => text.replace(sign.textContent, ""), node.textContent).trim();
}

/** What a cell is sorted by: a text, empty where there is nothing to compare. */
function keyOf(cell) {
  const said = cell.querySelector("time, data");
  if (said) return said.dateTime ?? said.value;
  const text = wordsOf(cell);
  return text === "–" || cell.querySelector(".atlas-gap") ? "" : text; // a gap is no value
}

/** What a cell can be chosen by: what it says for machines where its words say less, else its year, links or text. */
function valuesOf(cell) {
  const told = cell.querySelector("[data-values]");
  if (told) return told.dataset.values.split("\n").filter(Boolean);
  const time = cell.querySelector("time");
  if (time) return [time.dateTime.slice(0, 4)];
  const links = [...cell.querySelectorAll("a:not(.atlas-here)")].map((link) => link.textContent.trim());
  return (links.length ? links : [wordsOf(cell)]).filter(Boolean);
}

/** What a cell says in a file: for machines where it does, else its links, else its text. */
function savedOf(cell) {
  const said = cell.querySelector("time, data");
  if (said && keyOf(cell)) return keyOf(cell);
  if (cell.querySelector("[data-values]")) return wordsOf(cell);
  const links = [...cell.querySelectorAll("a:not(.atlas-here)")].map((link) => link.textContent.trim());
  return (links.length > 1 ? links.join("; ") : wordsOf(cell)).replace(/\s+/gu, " ");
}

/** A field of a CSV file; one that a spreadsheet would take for a formula gets an apostrophe. */
function quoted(text) {
  const safe = /^[=+@\t-]/u.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

class Column {
  constructor(head, cells) {
    this.head = head;
    this.name = head.textContent.trim();
    this.slug = slug(this.name);
    this.keys = cells.map(keyOf);
    const said = this.keys.filter(Boolean);
    const numbers = this.keys.map(numberOf);
    this.dated = cells.some((cell) => cell.querySelector("time"));
    this.numeric = !this.dated && said.length > 0 && numbers.filter((one) => !Number.isNaN(one)).length === said.length;
    if (this.numeric) this.keys = numbers.map((one) => (Number.isNaN(one) ? "" : one));
    this.values = this.numeric ? [] : cells.map(valuesOf);
    this.choices = [...new Set(this.values.flat())].sort(this.dated ? (a, b) => ORDER.compare(b, a) : ORDER.compare);
    // A column whose values recur is worth choosing from; one of titles is not.
    const recur = this.values.flat().length >= 1.5 * this.choices.length;
    this.offered = recur && this.choices.length > 1 && this.choices.length <= CHOICES;
  }

  /** Compares rows by their places; what says nothing stands last, whatever the direction. */
  compare(direction) {
    const sign = direction === "ascending" ? 1 : -1;
    return (a, b) => {
      const [left, right] = [this.keys[a], this.keys[b]];
      if (left === "" || right === "") return (left === "") - (right === "");
      return sign * (this.numeric ? left - right : ORDER.compare(left, right));
    };
  }

  /** The direction that a reader expects first: newest, most, A to Z. */
  get first() {
    return this.numeric || this.dated ? "descending" : "ascending";
  }
}

class Table {
  constructor(node, id, title) {
    [this.node, this.id, this.title] = [node, id, title];
    this.body = node.tBodies[0];
    this.rows = [...this.body.rows];
    this.texts = this.rows.map((row) => simple(row.textContent));
    const heads = [...node.tHead.rows[0].cells];
    this.columns = heads.map((head, place) => new Column(head, this.rows.map((row) => row.cells[place] ?? make("td"))));
    this.selects = new Map();
    if (this.rows.length > 1) for (const column of this.columns) if (column.name) this.addSorting(column);
    if (this.rows.length >= MANY) this.addTools();
    if ("cards" in node.dataset) this.tellParts();
    node.dataset.ready = "";
  }

  addSorting(column) {
    const { head } = column;
    const linked = head.querySelector("a"); // a link stays one; the button then stands behind it
    const button = make("button", { type: "button", className: "atlas-sort" });
    if (linked) {
      button.setAttribute("aria-label", TEXTS.sort.replace("{column}", () => column.name));
    } else {
      button.append(...head.childNodes);
      button.title = TEXTS.sort.replace("{column}", () => column.name);
    }
    button.addEventListener("click", () => {
      const now = head.ariaSort ?? "none";
      const opposite = column.first === "ascending" ? "descending" : "ascending";
      const next = { none: column.first, [column.first]: opposite, [opposite]: "" }[now];
      const sign = next === "descending" ? "-" : "";
      this.remember(next ? { sort: `${sign}${column.slug}` } : { sort: "" }, true);
    });
    head.append(button);
  }

  addTools() {
    this.input = make("input", { type: "search", autocomplete: "off" });
    this.input.addEventListener("input", () => this.remember({ q: this.input.value.trim() }, false));
    this.status = make("p", { className: "atlas-tools__status", role: "status", ariaLive: "polite" });
    this.reset = make("button", { type: "button", className: "atlas-tools__reset", hidden: true }, TEXTS.reset);
    this.reset.addEventListener("click", () => {
      const empty = this.columns.map((column) => [column.slug, ""]);
      this.remember({ q: "", ...Object.fromEntries(empty) }, true);
      this.input.focus();
    });
    const fields = [make("label", {}, make("span", {}, TEXTS.filter), this.input)];
    for (const column of this.columns.filter((one) => one.offered)) {
      const select = make("select", {}, new Option(TEXTS.all, ""), ...column.choices.map((value) => new Option(value)));
      select.addEventListener("change", () => this.remember({ [column.slug]: select.value }, true));
      this.selects.set(column, select);
      fields.push(make("label", {}, make("span", {}, column.name), select));
    }
    const save = make("button", { type: "button" }, TEXTS.save);
    save.addEventListener("click", () => this.save());
    const row = make("div", { className: "atlas-tools__row" }, ...fields, save, this.reset);
    const tools = make("div", { className: "atlas-tools", role: "group" }, row, this.status);
    tools.ariaLabel = TEXTS.tools.replace("{name}", () => this.title);
    (this.node.closest(".md-typeset__scrollwrap") ?? this.node).before(tools);
  }

  /** On a phone each row is a card; it stays a table for who hears it. */
  tellParts() {
    this.node.role = "table";
    for (const part of [this.node.tHead, this.body]) part.role = "rowgroup";
    for (const row of [...this.node.tHead.rows, ...this.rows]) row.role = "row";
    for (const { head } of this.columns) head.role = "columnheader";
    for (const row of this.rows) for (const cell of row.cells) cell.role = cell.scope === "row" ? "rowheader" : "cell";
  }

  /** Puts changes of the view into the address, where it is read from; `step` makes it one to go back from. */
  remember(changes, step) {
    const address = new URL(location.href);
    for (const [name, value] of Object.entries(changes)) {
      if (value) address.searchParams.set(`${this.id}.${name}`, value);
      else address.searchParams.delete(`${this.id}.${name}`);
    }
    if (address.href !== location.href) history[step ? "pushState" : "replaceState"](history.state, "", address);
    this.show();
  }

  /** Shows the view that stands in the address. */
  show() {
    const state = new URL(location.href).searchParams;
    const get = (name) => state.get(`${this.id}.${name}`) ?? "";
    this.sort(get("sort"));
    if (!this.input) return;
    if (this.input.value.trim() !== get("q")) this.input.value = get("q");
    const words = simple(get("q")).split(/\s+/u);
    const wanted = [...this.selects].map(([column, select]) => {
      select.value = get(column.slug);
      select.selectedIndex = Math.max(0, select.selectedIndex); // a value that is no longer there limits nothing
      return [column, select.value];
    });
    let shown = 0;
    this.rows.forEach((row, place) => {
      const named = words.every((word) => this.texts[place].includes(word));
      const kept = named && wanted.every(([column, value]) => !value || column.values[place].includes(value));
      row.hidden = !kept;
      shown += kept;
    });
    this.reset.hidden = shown === this.rows.length;
    this.status.textContent = this.reset.hidden ? "" : this.counted(shown);
  }

  /** Hands out the rows as they are shown, in their order: what cells say for machines, and where each row leads. */
  save() {
    const named = this.columns.map(({ name }, place) => name || String(place + 1));
    const rows = [...this.body.rows].filter((row) => !row.hidden);
    const lines = rows.map((row) => [...[...row.cells].map(savedOf), row.querySelector("a:not(.atlas-here)")?.href ?? ""]);
    const text = [[...named, TEXTS.address], ...lines].map((line) => line.map(quoted).join(",")).join("\r\n");
    const file = new Blob(["\ufeff", text, "\r\n"], { type: "text/csv" }); // the mark tells Excel that it is UTF-8
    const link = make("a", { href: URL.createObjectURL(file), download: `${this.id}.csv` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href));
  }

  counted(shown) {
    const total = this.rows.length;
    const form = TEXTS.rows[new Intl.PluralRules(LANGUAGE).select(total)] ?? TEXTS.rows.other;
    return form.replace("{shown}", shown.toLocaleString(LANGUAGE)).replace("{n}", total.toLocaleString(LANGUAGE));
  }

  sort(by) {
    const direction = by.startsWith("-") ? "descending" : "ascending";
    const column = this.columns.find((one) => one.slug && one.slug === by.replace(/^-/, ""));
    for (const { head } of this.columns) head.ariaSort = head === column?.head ? direction : null;
    const places = this.rows.map((_, place) => place);
    if (column) places.sort(column.compare(direction));
    if (places.some((place, now) => this.body.rows[now] !== this.rows[place])) {
      this.body.append(...places.map((place) => this.rows[place]));
    }
  }
}

let tables = [];

/** Makes the tables of the page ready, each under the id of the heading above it. */
function start() {
  tables = [];
  const used = new Map();
  let heading = null;
  for (const node of document.querySelectorAll(".md-content :is(h1, h2, h3, table)")) {
    if (node.tagName !== "TABLE") heading = node;
    else if (ready(node)) {
      const name = heading?.id || "table";
      used.set(name, (used.get(name) ?? 0) + 1);
      const id = used.get(name) > 1 ? `${name}-${used.get(name)}` : name;
      tables.push(new Table(node, id, heading?.textContent.trim() ?? ""));
    }
  }
  tables.forEach((table) => table.show());
}

/** A table of things; one of facts about a thing stays as it is, and none is made ready twice. */
function ready(node) {
  const headed = node.tHead?.textContent.trim() && !node.tHead.querySelector(".atlas-plain, .atlas-sort");
  return headed && node.tBodies[0]?.rows.length;
}

addEventListener("popstate", () => tables.forEach((table) => table.show()));
// Where Material's instant navigation is on, it tells of every page.
if (window.document$) window.document$.subscribe(start);
else start();
