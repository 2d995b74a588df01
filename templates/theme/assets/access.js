// For readers without a mouse: the menu of a narrow window opens from the keyboard, and what scrolls sideways can be
// reached and scrolled with the arrow keys.

const SCROLLERS = ".md-content .md-typeset__scrollwrap, .md-content .atlas-scroll, .md-content pre > code";

/** The switch of the menu is a label, which no key reaches; a button takes its place. */
function prepareMenu() {
  const toggle = document.getElementById("__drawer");
  const label = document.querySelector(".md-header label[for=__drawer]");
  const menu = document.querySelector(".md-sidebar--primary");
  if (!toggle || !label || !menu) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = label.className;
  button.setAttribute("for", "__drawer"); // Material's styles know it by that
  button.append(...label.childNodes);
  label.replaceWith(button);
  const show = (open) => {
    toggle.checked = open;
    toggle.dispatchEvent(new Event("change"));
  };
  button.ariaLabel = menu.querySelector("nav")?.getAttribute("aria-label") ?? "";
  button.ariaExpanded = "false";
  toggle.addEventListener("change", () => {
    button.ariaExpanded = String(toggle.checked);
  });
  button.addEventListener("click", ({ detail }) => {
    show(!toggle.checked);
    if (toggle.checked && detail === 0) menu.querySelector("a, [tabindex]")?.focus(); // by key, not by mouse
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    show(false);
    button.focus();
  });
  menu.addEventListener("focusout", (event) => {
    if (toggle.checked && event.relatedTarget && !menu.contains(event.relatedTarget)) show(false);
  });
}

/** The heading above an element. */
function headingOf(element) {
  const headings = [...document.querySelectorAll(".md-content :is(h1, h2, h3)")];
  const above = headings.filter((one) => one.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
  return above.at(-1)?.textContent.trim() ?? document.title;
}

/** A box that is wider inside than outside can be focused; any other would be an empty step. */
const watcher = new ResizeObserver((entries) => {
  for (const box of new Set(entries.map(({ target }) => target.closest(SCROLLERS)))) {
    if (!box) continue;
    if (box.scrollWidth > box.clientWidth) {
      box.tabIndex = 0;
      box.role = "group";
      box.ariaLabel = headingOf(box);
    } else if (box.role === "group") {
      for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
    }
  }
});

function start() {
  tellAccess();
  watcher.disconnect();
  for (const box of document.querySelectorAll(SCROLLERS)) {
    for (const one of [box, box.querySelector("table, svg")]) if (one) watcher.observe(one);
  }
}

/** A citation says on which day the page was looked at, and where, if it could not know that before. */
function tellAccess() {
  const language = document.documentElement.lang.replace(/^en$/u, "en-GB"); // the day first, as everywhere on the site
  const day = new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(new Date());
  for (const place of document.querySelectorAll(".atlas-accessed")) {
    const told = place.dataset.values.replace("{date}", () => day);
    const known = place.parentElement.textContent.includes("://");
    place.textContent = known ? told : `${location.href.replace(/[?#].*$/u, "")} ${told}`;
  }
}

prepareMenu();
// Material puts wide tables into boxes that scroll when the page is ready, and tells so.
if (window.document$) window.document$.subscribe(start);
else start();
