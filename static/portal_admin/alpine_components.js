// Alpine's CSP build evaluates no text as code and lets expressions reach no global.
// What the admin's templates call by name is registered here instead.
document.addEventListener("alpine:init", () => {
  for (const component of [window.theme, window.searchForm, window.searchDropdown, window.searchCommand]) {
    if (component) Alpine.data(component.name, component);
  }

  const { pathname, search } = window.location;

  Alpine.data("portalShell", (firstTab) => ({
    activeTab: firstTab,
    sidebarMobileOpen: false,
    sidebarDesktopOpen: localStorage.getItem("sidebarDesktopOpen") !== "0",

    // The two globals that expressions name: the form's action, and the sidebar's memory (kept by the watch below).
    window: { location: { pathname, search } },
    localStorage: { setItem() {} },

    init() {
      if (firstTab) this.activeTab = window.getCurrentTab() || firstTab;
      this.$watch("sidebarDesktopOpen", (open) => localStorage.setItem("sidebarDesktopOpen", open ? "1" : "0"));
    },
  }));
});
