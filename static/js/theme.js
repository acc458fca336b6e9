// Before the first paint: the theme and the rail the reader chose, so that nothing flashes.
(() => {
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem("portal-theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    if (localStorage.getItem("portal-rail") === "narrow") root.dataset.rail = "narrow";
  } catch {
    // Storage may be forbidden: the page then follows the system.
  }
})();
