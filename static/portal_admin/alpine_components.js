// Alpine's CSP build evaluates no text as code: an expression is one expression, and reaches no global.
// What the admin's templates need beyond that is given here, before Alpine looks at the page.

// The templates' expressions that are statements, or set a style attribute, and what does the same.
const REWRITTEN = new Map([
  [
    "sidebarDesktopOpen = !sidebarDesktopOpen; localStorage.setItem('sidebarDesktopOpen', sidebarDesktopOpen ? '1' : '0');",
    "sidebarDesktopOpen = !sidebarDesktopOpen",
  ],
  ["'width: ' + changeListWidth + 'px'", "{ width: changeListWidth + 'px' }"],
  ["openSearchResults = true;", "openSearchResults = true"],
  ["openSearchResults = true; currentIndex = 0", "[openSearchResults = true, currentIndex = 0]"],
  ["removeFromHistory($event, index);", "removeFromHistory($event, index)"],
  ["toggleFavorite($event, index);", "toggleFavorite($event, index)"],
  ["if (!$event.metaKey && !$event.ctrlKey) selectItem(false, false)", "!$event.metaKey && !$event.ctrlKey && selectItem(false, false)"],
  ["if (!$event.metaKey && !$event.ctrlKey) selectItem(true, false)", "!$event.metaKey && !$event.ctrlKey && selectItem(true, false)"],
]);

function rewriteStatements() {
  for (const element of document.querySelectorAll("*")) {
    for (const attribute of element.attributes) {
      const rewritten = REWRITTEN.get(attribute.value);
      if (rewritten) attribute.value = rewritten;
    }
  }
}

document.addEventListener("alpine:init", () => {
  rewriteStatements();

  for (const component of [window.theme, window.searchForm, window.searchDropdown, window.searchCommand]) {
    if (component) Alpine.data(component.name, component);
  }

  const { pathname, search } = window.location;

  Alpine.data("portalShell", (firstTab) => ({
    activeTab: firstTab,
    sidebarMobileOpen: false,
    sidebarDesktopOpen: localStorage.getItem("sidebarDesktopOpen") !== "0",
    window: { location: { pathname, search } }, // for the expression of a form's action

    init() {
      if (firstTab) this.activeTab = window.getCurrentTab() || firstTab;
      this.$watch("sidebarDesktopOpen", (open) => localStorage.setItem("sidebarDesktopOpen", open ? "1" : "0"));
    },
  }));
});
