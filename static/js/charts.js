// What is under the pointer: read from the table behind the chart, so that the words are the same.
(() => {
  let shown = null;
  function clear() {
    shown?.remove();
    shown = null;
    document.querySelector(".cursor")?.remove();
  }
  function rowsOf(plot) {
    const table = plot.parentElement.querySelector(".behind table");
    if (!table) return null;
    const read = (row) => [...row.cells].map((cell) => cell.textContent);
    return { head: read(table.tHead.rows[0]), rows: [...table.tBodies[0].rows].map(read) };
  }
  function at(plot, event) {
    const box = plot.querySelector("svg.chart").getBoundingClientRect();
    const across = (event.clientX - box.left) / box.width;
    const down = (event.clientY - box.top) / box.height;
    const count = Number(plot.dataset.count);
    if (across < -0.02 || across > 1.02 || down < -0.1 || down > 1.1) return null;
    const within = (index, most) => Math.min(Math.max(index, 0), most - 1);
    const read = rowsOf(plot);
    if (!read || !read.rows.length) return null;
    switch (plot.dataset.chart) {
      case "line": {
        const index = within(Math.round(across * (count - 1)), count);
        return { lines: pairs(read, index), x: box.left + (count > 1 ? index / (count - 1) : 0.5) * box.width };
      }
      case "stacked": {
        const index = within(Math.floor(across * count), count);
        return { lines: pairs(read, index), x: null };
      }
      case "bar": {
        const index = within(Math.floor(down * count), count);
        const name = plot.querySelectorAll(".name")[index];
        const full = (name?.parentElement.querySelector(":scope > title") || name)?.textContent;
        const row = read.rows.findIndex((cells) => cells[0] === full); // "Other" is no row
        return row < 0 ? null : { lines: pairs(read, row), x: null };
      }
      case "heat": {
        const row = within(Math.floor(down * read.rows.length), read.rows.length);
        const column = within(Math.floor(across * count), count);
        return { lines: [[`${read.rows[row][0]}, ${read.head[column + 1]}`], [read.head[0], read.rows[row][column + 1]]].map((line, index) => index ? ["", line[1]] : line), x: null };
      }
      default:
        return null;
    }
  }
  const pairs = (read, index) => {
    const row = read.rows[index];
    return row ? [[row[0]], ...read.head.slice(1).map((name, number) => [name, row[number + 1]])] : [];
  };
  document.addEventListener("pointermove", (event) => {
    const plot = event.target.closest?.(".plot[data-chart]");
    const found = plot && event.pointerType !== "touch" ? at(plot, event) : null;
    if (!found || !found.lines.length) return clear();
    const body = plot.closest(".body");
    if (!shown || shown.parentElement !== body) {
      clear();
      shown = document.createElement("div");
      shown.className = "readout";
      shown.setAttribute("aria-hidden", "true");
      body.append(shown);
    }
    const [title, ...lines] = found.lines;
    shown.replaceChildren(Object.assign(document.createElement("b"), { textContent: title[0] }), ...lines.map(([name, value]) => {
      const line = document.createElement("span");
      line.append(Object.assign(document.createElement("i"), { textContent: name }), Object.assign(document.createElement("span"), { textContent: value }));
      return line;
    }));
    const box = body.getBoundingClientRect();
    const x = (found.x ?? event.clientX) - box.left;
    const left = x + shown.offsetWidth + 18 > box.width ? x - shown.offsetWidth - 12 : x + 12;
    shown.style.left = `${Math.max(0, left)}px`;
    shown.style.top = `${Math.max(0, Math.min(event.clientY - box.top - shown.offsetHeight - 8, box.height - shown.offsetHeight))}px`;
    if (found.x !== null) {
      const line = document.querySelector(".cursor") || Object.assign(document.createElement("div"), { className: "cursor" });
      if (line.parentElement !== plot) plot.append(line);
      line.style.left = `${found.x - plot.getBoundingClientRect().left}px`;
    }
  });
  document.addEventListener("pointerleave", clear);
  document.addEventListener("htmx:beforeSwap", clear);
})();
