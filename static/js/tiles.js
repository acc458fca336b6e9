// Tiles: ages that keep counting, asking again, what to show when the portal itself gives no answer, tables, pictures.
(() => {
  // Ages. Each <time data-age> says how many seconds old it was when it came; from then on this clock counts.
  const born = new WeakMap();
  const said = (seconds) =>
    seconds < 2 ? "just now"
      : seconds < 60 ? `${seconds} s`
      : seconds < 3600 ? `${Math.floor(seconds / 60)} min`
      : seconds < 172800 ? `${Math.floor(seconds / 3600)} h`
      : `${Math.floor(seconds / 86400)} d`;
  function tick() {
    let oldest = -1;
    for (const time of document.querySelectorAll("time[data-age]")) {
      if (!born.has(time)) born.set(time, performance.now() - Number(time.dataset.age) * 1000);
      const seconds = Math.floor((performance.now() - born.get(time)) / 1000);
      const words = said(seconds);
      const shown = words === "just now" ? words : `${time.dataset.before || ""}${words}${time.dataset.after || ""}`;
      if (time.textContent !== shown) time.textContent = shown;
      if (time.parentElement.matches("summary")) oldest = Math.max(oldest, seconds);
    }
    const headline = document.querySelector("[data-oldest]");
    if (headline && oldest >= 0) headline.textContent = `oldest tile ${said(oldest)}`;
  }
  tick();
  setInterval(tick, 1000);
  document.addEventListener("htmx:afterSettle", tick);

  const tileOf = (element) => element?.closest?.("article[data-state]");
  function ask(tile) {
    const url = tile?.getAttribute("hx-get");
    if (!url) return;
    tile.setAttribute("aria-busy", "true");
    tile.querySelector(".menu[open]")?.removeAttribute("open");
    asked.add(tile.id);
    htmx.ajax("GET", `${url}&refresh=1`, { source: tile, target: tile, swap: "outerHTML" });
  }
  const asked = new Set(); // tiles a reader asked for, which may replace an open panel

  // A tile that asks by itself waits while the page is hidden, and does not take away what is being read.
  document.addEventListener("htmx:beforeRequest", (event) => {
    const tile = tileOf(event.detail.elt);
    if (tile && document.hidden && tile.dataset.state !== "loading") event.preventDefault();
  });
  let focusIn = ""; // the tile
  let focusOn = "";
  document.addEventListener("htmx:beforeSwap", (event) => {
    const tile = tileOf(event.detail.target);
    if (!tile || event.detail.target !== tile) return;
    const reading = tile.querySelector("details[open], .behind:not([hidden])");
    if (reading && !asked.has(tile.id)) {
      event.detail.shouldSwap = false;
      return;
    }
    focusIn = tile.contains(document.activeElement) ? tile.id : "";
    focusOn = document.activeElement.closest(".menu") ? ".menu summary" : "summary.badge";
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    const tile = document.getElementById(event.detail.target?.id || "") || event.target;
    asked.delete(tile.id);
    if (focusIn && focusIn === tile.id) (tile.querySelector(focusOn) || tile.querySelector("summary"))?.focus({ preventScroll: true });
    focusIn = "";
  });

  // The portal itself gave no answer: keep what is shown, mark it, say why.
  function lost(tile, lead, reason) {
    tile.removeAttribute("aria-busy");
    asked.delete(tile.id);
    const had = tile.dataset.state !== "loading" && tile.dataset.state !== "failed";
    tile.dataset.state = had ? "degraded" : "failed";
    tile.querySelector(".bar-run")?.remove();
    tile.querySelector(".notice")?.remove();
    const notice = document.getElementById("tile-lost").content.cloneNode(true);
    notice.querySelector("b").textContent = had ? `${lead} This is the last answer.` : lead;
    notice.querySelector("em").textContent = reason;
    const body = tile.querySelector(".body");
    tile.insertBefore(notice, body);
    if (!had) {
      body.replaceChildren();
      const badge = tile.querySelector(".foot .badge");
      if (badge) badge.textContent = "No answer";
    }
  }
  document.addEventListener("htmx:responseError", (event) => {
    const tile = tileOf(event.detail.elt);
    if (!tile) return;
    const { status, responseText } = event.detail.xhr;
    if (status === 401 || status === 403) return location.reload();
    let detail = "";
    try { detail = JSON.parse(responseText).detail; } catch { detail = `The answer was ${status}.`; }
    lost(tile, "The portal could not answer.", detail);
  });
  for (const name of ["htmx:sendError", "htmx:timeout"])
    document.addEventListener(name, (event) => {
      const tile = tileOf(event.detail.elt);
      if (tile) lost(tile, "The portal cannot be reached.", "Check the connection, then retry.");
    });
  // A session that ended answers a tile with the sign-in page: go there instead of drawing it into a tile.
  document.addEventListener("htmx:beforeOnLoad", (event) => {
    if (tileOf(event.detail.elt) && /\/login\/?(\?|$)/.test(event.detail.xhr.responseURL || "")) {
      event.preventDefault();
      location.reload();
    }
  });

  function table(button) {
    const tile = tileOf(button);
    const behind = tile.querySelector(".behind");
    if (!behind) return;
    behind.hidden = !behind.hidden;
    button.querySelector("span").textContent = behind.hidden ? "Show as table" : "Show as chart";
    if (!behind.hidden) behind.focus();
  }

  // Pictures: the chart with its computed colours written in, so that the file stands alone.
  const KEPT = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity", "font-size", "font-weight", "font-family", "paint-order", "text-anchor", "vector-effect"];
  function picture(tile) {
    const chart = tile.querySelector("svg.chart");
    const box = chart.getBoundingClientRect();
    const tileBox = tile.getBoundingClientRect();
    const copy = chart.cloneNode(true);
    const originals = [chart, ...chart.querySelectorAll("*")];
    [copy, ...copy.querySelectorAll("*")].forEach((node, index) => {
      const style = getComputedStyle(originals[index]);
      for (const name of KEPT) {
        const value = style.getPropertyValue(name);
        if (value) node.setAttribute(name, value);
      }
      node.removeAttribute("class");
    });
    copy.setAttribute("x", box.left - tileBox.left);
    copy.setAttribute("y", 28);
    copy.setAttribute("width", box.width);
    copy.setAttribute("height", box.height);
    copy.setAttribute("overflow", "visible");
    const style = getComputedStyle(tile);
    const width = Math.ceil(tileBox.width);
    const height = Math.ceil(box.height + 60);
    const title = tile.querySelector("h2, h3").textContent.replace(/&/g, "&amp;").replace(/</g, "&lt;");
    const drawn = new XMLSerializer().serializeToString(copy);
    const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="${style.backgroundColor}"/><text x="16" y="20" font-family="sans-serif" font-size="13" font-weight="600" fill="${style.color}">${title}</text>${drawn}</svg>`;
    return { text, width, height, name: title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-") };
  }
  function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 5000);
  }
  function svg(button) {
    const made = picture(tileOf(button));
    save(new Blob([made.text], { type: "image/svg+xml" }), `${made.name}.svg`);
  }
  function png(button) {
    const made = picture(tileOf(button));
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = made.width * 2;
      canvas.height = made.height * 2;
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => save(blob, `${made.name}.png`));
    };
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(made.text)}`;
  }

  const acts = {
    table, svg, png,
    again: (button) => ask(tileOf(button)),
    "again-all": () => {
      document.querySelectorAll("article[data-state][hx-get]").forEach(ask);
      htmx.trigger(document.body, "portal:refreshed");
    },
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-act]");
    if (button && acts[button.dataset.act]) acts[button.dataset.act](button);
  });
})();
