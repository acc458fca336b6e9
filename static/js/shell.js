// The page around the tiles: theme, rail, menus, search, copying. Actions are named by data-act.
(() => {
  const root = document.documentElement;
  const remember = (key, value) => {
    try {
      value ? localStorage.setItem(key, value) : localStorage.removeItem(key);
    } catch {
      // Not remembered where storage is forbidden.
    }
  };

  function chooseTheme(choice) {
    if (choice === "auto") delete root.dataset.theme;
    else root.dataset.theme = choice;
    remember("portal-theme", choice === "auto" ? "" : choice);
    showTheme();
  }
  function showTheme() {
    const now = root.dataset.theme || "auto";
    for (const input of document.querySelectorAll("[data-theme-choice]")) input.checked = input.value === now;
  }
  showTheme();
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-theme-choice]")) chooseTheme(event.target.value);
  });

  // Menus and source panels are <details>: one open at a time, Esc closes and gives focus back to its opener.
  const openOnes = () => document.querySelectorAll("details.menu[open], details.source[open]");
  document.addEventListener("toggle", (event) => {
    const opened = event.target;
    if (!opened.open || !opened.matches?.("details.menu, details.source")) return;
    for (const other of openOnes()) if (other !== opened && !other.contains(opened)) other.open = false;
    if (opened.matches(".source")) place(opened);
  }, true);
  function place(source) {
    const panel = source.querySelector(".prov");
    const tile = source.closest(".tile, .kpi").getBoundingClientRect();
    panel.toggleAttribute("data-side", false);
    panel.toggleAttribute("data-up", false);
    if (tile.left + panel.offsetWidth > innerWidth - 16) panel.dataset.side = "right";
    const foot = source.closest(".foot").getBoundingClientRect();
    if (foot.bottom + panel.offsetHeight + 20 > innerHeight && foot.top > panel.offsetHeight + 60) panel.dataset.up = "";
  }
  document.addEventListener("click", (event) => {
    for (const opened of openOnes()) {
      const chose = opened.matches(".menu") && event.target.closest(".pop button, .pop a");
      if (!opened.contains(event.target)) opened.open = false;
      else if (chose && !event.target.closest("form")) closeAround(chose);
    }
  });
  // A panel goes when the focus goes on: it would cover what has the focus now. Its tile's own footer stays in sight.
  document.addEventListener("focusin", (event) => {
    for (const opened of openOnes()) {
      const around = opened.matches(".source") ? opened.closest("article") : opened;
      if (!around.contains(event.target)) opened.open = false;
    }
  });
  function closeAround(element) {
    const opened = element.closest("details[open]");
    if (!opened) return false;
    opened.open = false;
    opened.querySelector("summary").focus({ preventScroll: true });
    return true;
  }
  /** Up and down through what a menu offers; down on its opener opens it. */
  function walk(event) {
    const menu = event.target.closest?.("details.menu");
    if (!menu || !event.target.matches("summary, .pop a, .pop button")) return;
    event.preventDefault();
    menu.open = true;
    const choices = [...menu.querySelectorAll(".pop :is(a, button)")].filter((one) => one.checkVisibility());
    const step = event.key === "ArrowDown" ? 1 : -1;
    const at = choices.indexOf(event.target);
    choices.at(at < 0 && step < 0 ? -1 : (at + step) % choices.length)?.focus();
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !document.querySelector("dialog[open]")) {
      const last = [...openOnes()].pop();
      if (last && closeAround(last.querySelector("summary"))) event.preventDefault();
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") walk(event);
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      openSearch();
    }
  });

  // Search: the list answers while typing; arrows move, Enter opens.
  const search = document.getElementById("search-dialog");
  const field = search?.querySelector("input");
  function openSearch() {
    if (!search || search.open) return;
    search.showModal();
    field.select();
    htmx.trigger(field, "open-search");
  }
  // The focus stays in the field; which of the list is chosen is told by aria-activedescendant.
  function choose(link) {
    for (const other of search.querySelectorAll("[aria-selected=true]")) other.setAttribute("aria-selected", "false");
    link.setAttribute("aria-selected", "true");
    link.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", link.id);
  }
  let foundFor = null; // the words that the list answers
  let goes = false; // Enter came before the list
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id !== "found") return;
    foundFor = new URL(event.detail.xhr.responseURL).searchParams.get("q");
    field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-expanded", String(Boolean(search.querySelector("[role=option]"))));
    search.querySelector("[role=status]").textContent = search.querySelector("[data-said]")?.dataset.said ?? "";
    if (goes && foundFor === field.value) search.querySelector("[role=option]")?.click();
  });
  field?.addEventListener("input", () => { goes = false; });
  field?.addEventListener("keydown", (event) => {
    const links = [...search.querySelectorAll("[role=option]")];
    const at = links.findIndex((link) => link.getAttribute("aria-selected") === "true");
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!links.length) return;
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose(links[at < 0 && step < 0 ? links.length - 1 : (at + step + links.length) % links.length]);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (foundFor === field.value) (links[at] || links[0])?.click();
      else goes = true;
    } else if (event.key === "Escape") {
      event.preventDefault(); // which would only empty the field
      search.close();
    }
  });
  search?.addEventListener("click", (event) => { if (event.target === search) search.close(); });

  const sheet = document.getElementById("sheet");
  let sheetOf = ""; // the tile it tells of, which may have been drawn anew before it closes
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target !== sheet || sheet.open) return;
    sheetOf = event.detail.requestConfig.elt.closest("article")?.id ?? "";
    sheet.showModal();
  });
  sheet?.addEventListener("close", () => {
    const lost = document.activeElement === document.body || sheet.contains(document.activeElement);
    if (lost) document.getElementById(sheetOf)?.querySelector(".menu summary").focus();
  });

  async function copy(text, button) {
    const said = button.querySelector("span");
    const words = said.textContent;
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = "Copied";
    } catch {
      said.textContent = "Press Ctrl C";
      const pre = button.parentElement.querySelector("pre");
      if (pre) getSelection().selectAllChildren(pre);
    }
    setTimeout(() => { said.textContent = words; }, 1600);
  }

  const acts = {
    search: openSearch,
    close: closeAround,
    copy: (button) => copy(button.parentElement.querySelector("code").textContent, button),
    "copy-text": (button) => copy(button.dataset.text, button),
    "close-sheet": () => sheet.close(),
    fold() {
      const narrow = root.dataset.rail !== "narrow";
      if (narrow) root.dataset.rail = "narrow";
      else delete root.dataset.rail;
      remember("portal-rail", narrow ? "narrow" : "");
      nameFold();
    },
  };
  function nameFold() {
    const words = document.querySelector(".fold span");
    if (words) words.textContent = root.dataset.rail === "narrow" ? "Expand" : "Collapse";
  }
  nameFold();
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-act]");
    if (button && acts[button.dataset.act]) acts[button.dataset.act](button);
  });
})();
