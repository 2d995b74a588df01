// Two countries, groups or themes side by side. It reads the data files of the two that the address names, and puts what
// they hold on the page as text: see generator/render/compare.py. No request to anybody else.

function element(name, text = "", attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** The rows of the table in groups: a heading, and rows of a label and a cell for each side (text and address). */
export function groups(sides, texts) {
  const gap = [texts.none, "", true];
  const counted = (number, address = "") => (number ? [String(number), address] : gap);
  const labels = (name) => [...new Set(sides.flatMap((side) => side[name].map(([label]) => label)))];
  const of = (side, name, label) => side[name].filter(([own]) => own === label);
  const made = [
    [texts.collected, labels("facts").map((label) => [label, ...sides.map((side) => [of(side, "facts", label)[0]?.[1] || "–", ""])])],
    [texts.reported, labels("reported").map((label) => [
      label,
      ...sides.map((side) => of(side, "reported", label).map(([, number, address]) => counted(number, address))[0] ?? gap),
    ])],
    [texts.figures, labels("figures").map((label) => [
      label,
      ...sides.map((side) => of(side, "figures", label).map(([, told, address]) => [told, address])[0] ?? gap),
    ])],
  ];
  if (sides[0].kind === sides[1].kind) {
    const byTheme = sides[0].kind === "country";
    const names = byTheme ? [...new Set([...texts.themes, ...labels("across")])] : labels("across").sort((a, b) => a.localeCompare(b));
    const across = (side, name) => of(side, "across", name).map(([, number, address]) => counted(number, address))[0] ?? gap;
    made.push([byTheme ? texts.byTheme : texts.byCountry, names.map((name) => [name, ...sides.map((side) => across(side, name))])]);
  }
  made.push([texts.byYear, texts.years.map((year) => [year, ...sides.map((side) => counted(side.years[year]))])]);
  return made.filter(([, rows]) => rows.length);
}

function cell([text, address, missing], root) {
  const made = element("td", address ? "" : text, missing ? { class: "atlas-gap" } : {});
  if (address) made.append(element("a", text, { href: new URL(address, root).href }));
  return made;
}

function table(sides, texts, root) {
  const made = element("table", "", { class: "atlas-compare__table" });
  const [a, b] = sides.map((side) => side.title);
  made.append(element("caption", texts.caption.replace("{a}", () => a).replace("{b}", () => b)));
  const heads = element("tr");
  heads.append(element("th", texts.what, { scope: "col" }));
  for (const side of sides) {
    const head = element("th", "", { scope: "col" });
    head.append(element("a", side.title, { href: new URL(side.page, root).href }));
    heads.append(head);
  }
  const head = element("thead");
  head.append(heads);
  made.append(head);
  for (const [heading, rows] of groups(sides, texts)) {
    const body = element("tbody");
    const first = element("tr");
    first.append(element("th", heading, { scope: "rowgroup", colspan: "3" }));
    body.append(first);
    for (const [label, ...cells] of rows) {
      const row = element("tr");
      row.append(element("th", label, { scope: "row" }), ...cells.map((one) => cell(one, root)));
      body.append(row);
    }
    made.append(body);
  }
  return made;
}

function start(form) {
  const texts = JSON.parse(form.dataset.texts);
  const root = new URL("../", location.href.replace(/[?#].*$/u, "")); // the pages of this language
  const selects = [...form.querySelectorAll("select")];
  const said = document.getElementById("atlas-compare-said");
  const place = document.getElementById("atlas-compare-table");
  let turn = 0;

  const read = async (id) => {
    const response = await fetch(new URL(texts.files[id], root));
    if (!response.ok) throw new Error(response.statusText);
    return response.json();
  };
  const show = async () => {
    const mine = (turn += 1); // a slow answer must not replace a newer one
    const [a, b] = selects.map((select) => select.value);
    place.replaceChildren();
    said.classList.remove("atlas-unseen");
    if (!a || !b || a === b) {
      said.textContent = a && a === b ? texts.same : texts.choose;
      return;
    }
    try {
      const sides = await Promise.all([read(a), read(b)]);
      if (mine !== turn) return;
      place.replaceChildren(table(sides, texts, root));
      said.textContent = place.querySelector("caption").textContent; // for those who do not see the table appear
      said.classList.add("atlas-unseen");
    } catch (fault) {
      console.warn("compare:", fault);
      said.textContent = texts.failed;
    }
  };
  const fromAddress = () => {
    if (!form.isConnected) return; // the page was left without a new one being loaded
    const asked = new URLSearchParams(location.search);
    for (const select of selects) {
      const id = asked.get(select.name) ?? "";
      select.value = Object.hasOwn(texts.files, id) ? id : "";
    }
    return show();
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    const chosen = selects.filter((select) => select.value).map((select) => [select.name, select.value]);
    history.pushState(null, "", `${location.pathname}${chosen.length ? "?" : ""}${new URLSearchParams(chosen)}`);
    show();
  });
  window.addEventListener("popstate", fromAddress);
  fromAddress();
}

/** Makes the form of the page ready, once. */
function ready() {
  const form = document.getElementById("atlas-compare");
  if (form?.hidden) start(form);
}

if (typeof document !== "undefined") {
  // Where Material's instant navigation is on, it tells of every page.
  if (window.document$) window.document$.subscribe(ready);
  else ready();
}
