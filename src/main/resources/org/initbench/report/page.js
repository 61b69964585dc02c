"use strict";
// What a reader can do with the page: take pictures and their data along, filter, and link to a place.
(() => {
  const { data, hidden, redraw } = globalThis.initbench;

  function element(tag, className, text) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== undefined) node.textContent = text;
    return node;
  }

  // Pictures: every SVG of a chart at its place, with the texts that stand beside them, as one SVG without references to the page.
  const STYLES = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "opacity", "font-size", "font-family",
    "font-weight", "font-variant-numeric", "text-anchor", "paint-order", "stroke-linejoin", "visibility"];
  const NS = "http://www.w3.org/2000/svg";

  function settled(svg) {
    const copy = svg.cloneNode(true);
    const from = [svg, ...svg.querySelectorAll("*")], to = [copy, ...copy.querySelectorAll("*")];
    from.forEach((node, i) => {
      const style = getComputedStyle(node), own = STYLES.filter((name) => style.getPropertyValue(name)).map((name) => `${name}:${style.getPropertyValue(name)}`);
      to[i].setAttribute("style", own.join(";"));
      for (const name of ["class", ...STYLES]) to[i].removeAttribute(name);
    });
    copy.querySelectorAll("style").forEach((node) => node.remove());
    copy.querySelectorAll('[aria-label="tip"]').forEach((node) => node.remove());
    return copy;
  }

  function picture(chart) {
    const frame = chart.getBoundingClientRect(), ink = getComputedStyle(chart);
    const width = Math.ceil(frame.width), height = Math.ceil(frame.height);
    const whole = document.createElementNS(NS, "svg");
    for (const [name, value] of [["xmlns", NS], ["width", width], ["height", height], ["viewBox", `0 0 ${width} ${height}`]]) whole.setAttribute(name, value);
    const title = document.createElementNS(NS, "title");
    title.textContent = chart.getAttribute("aria-label");
    const paper = document.createElementNS(NS, "rect");
    paper.setAttribute("width", width);
    paper.setAttribute("height", height);
    paper.setAttribute("fill", getComputedStyle(document.body).backgroundColor);
    whole.append(title, paper);
    for (const svg of chart.querySelectorAll("svg")) {
      if (svg.parentElement.closest("svg")) continue;
      const box = svg.getBoundingClientRect(), copy = settled(svg);
      for (const [name, value] of [["x", box.left - frame.left], ["y", box.top - frame.top], ["width", box.width], ["height", box.height], ["overflow", "visible"]]) copy.setAttribute(name, value);
      whole.append(copy);
    }
    for (const words of chart.querySelectorAll(".legend .item > span, .panel-title")) {
      const box = words.getBoundingClientRect(), style = getComputedStyle(words), text = document.createElementNS(NS, "text");
      text.setAttribute("x", box.left - frame.left);
      text.setAttribute("y", box.top - frame.top + box.height / 2);
      text.setAttribute("dominant-baseline", "central");
      text.setAttribute("style", `font-family:${style.fontFamily};font-size:${style.fontSize};font-weight:${style.fontWeight};fill:${ink.color}`);
      text.textContent = words.textContent;
      whole.append(text);
    }
    return { text: new XMLSerializer().serializeToString(whole), width, height };
  }

  function raster({ text, width, height }) {
    return new Promise((resolve, reject) => {
      const image = new Image();
      image.onload = () => {
        const canvas = element("canvas");
        canvas.width = 2 * width;
        canvas.height = 2 * height;
        canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
        canvas.toBlob(resolve, "image/png");
      };
      image.onerror = () => reject(new Error("the picture cannot be drawn"));
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    });
  }

  // Data: the rows that a chart draws, from the same JSON.
  const limits = (name, value) => ({ [name]: value?.value, [`${name}_low`]: value?.low, [`${name}_high`]: value?.open ? "Infinity" : value?.high });
  const points = (names, rows, own) => rows.map((row) => ({ ...own, ...Object.fromEntries(names.map((name, i) => [name, row[i]])) }));
  const ROWS = {
    response: (task) => task.cells.map((c) => ({ initializer: c.family, scale_is: c.kind, scale: c.scale, ...limits("ert", c.ert), ...limits("median", c.median), ...limits("p_converge", c.p) })),
    curves: (task) => task.curves.flatMap((c) => points(["epoch", "loss_low", "loss_median", "loss_high"], c.points, { cell: c.label, role: c.role })),
    incidence: (task) => task.incidence.flatMap((c) => points(["epoch", "converged", "diverged"], c.steps, { cell: c.label, role: c.role, n: c.n })),
    symmetry: (task) => task.traces.flatMap((t) => points(["epoch", "distinct", "dissimilar", "spread"], t.points, { cell: t.label, role: t.role, layer: t.layer, units: t.units })),
    depth: (task) => task.profiles.flatMap((p) => points(["layer", "activation_variance", "gradient_norm"], p.points, { cell: p.label, at: p.end ? "end" : "start" }))
      .concat(task.theory.flatMap((t) => points(["layer", "predicted_variance", "measured_variance", "disagrees", "predicted_derivative", "measured_derivative", "derivative_disagrees"], t.points, { cell: t.label, at: "theory" }))),
    rates: (task) => task.rates.flatMap((r) => r.lines.flatMap((l) => l.points.map((p) => ({ initializer: r.initializer, scale_is: r.kind, scale: p.scale, rate: l.label, ...limits("ert", p.ert) })))),
    cost: () => flat(data.costs),
    laboratory: (task, node) => data.laboratory[node.dataset.figure].points.map((p) => ({ group: p.group, series: data.laboratory[node.dataset.figure].series[p.series], label: p.label, at: p.at, value: p.value, low: p.low, high: p.open ? "Infinity" : p.high })),
  };
  const flat = (sweeps) => sweeps.flatMap((sweep) => Object.values(sweep).filter(Array.isArray).flatMap((rows) => rows.map((row) => ({ ...plainOf(sweep), ...(row !== null && typeof row === "object" ? plainOf(row) : { value: row }) }))));
  const plainOf = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value === null || typeof value !== "object"));
  const kindOf = (chart) => Object.keys(ROWS).find((kind) => chart.classList.contains(kind));

  function csv(chart) {
    const rows = ROWS[kindOf(chart)](data.tasks[chart.dataset.task], chart);
    const columns = [...new Set(rows.flatMap(Object.keys))];
    const field = (value) => (value == null ? "" : /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));
    return [columns, ...rows.map((row) => columns.map((column) => row[column]))].map((row) => row.map(field).join(",")).join("\n") + "\n";
  }

  function save(blob, name) {
    const link = element("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  const nameOf = (chart) => [data.tasks[chart.dataset.task]?.name, chart.dataset.figure ?? kindOf(chart)].filter(Boolean).join("-").replace(/[^\w.-]+/g, "-");

  const EXPORTS = {
    SVG: async (chart) => new Blob([picture(chart).text], { type: "image/svg+xml" }),
    PNG: (chart) => raster(picture(chart)),
    CSV: async (chart) => new Blob([csv(chart)], { type: "text/csv" }),
  };

  function tools(chart) {
    const figure = chart.closest("figure");
    if (!figure || figure.querySelector(".tools")) return;
    const bar = element("p", "tools");
    for (const [format, make] of Object.entries(EXPORTS)) {
      const button = element("button", "", format);
      button.type = "button";
      button.setAttribute("aria-label", `Save ${format === "CSV" ? "the data of this picture" : "this picture"} as ${format}`);
      button.addEventListener("click", async () => save(await make(chart), `${nameOf(chart)}.${format.toLowerCase()}`));
      bar.append(button);
    }
    figure.append(bar);
  }

  // Places: a link at every heading that has an address.
  for (const heading of document.querySelectorAll("h2[id], h3[id]")) {
    const place = heading.closest("section[id]");
    if (!place || heading.querySelector("a")) continue;
    const link = element("a", "place", "#");
    link.href = `#${place.id}`;
    link.setAttribute("aria-label", `Link to ${heading.textContent}`);
    heading.append(" ", link);
  }

  // Filters: the state stands in the fragment, #filter?kind=…&task=…&without=…, so that a link restores it.
  const sections = [...document.querySelectorAll("section.task")];
  const state = { kind: "", task: "" };

  function choice(label, name, values) {
    const box = element("label", "", `${label} `), select = element("select");
    select.name = name;
    for (const value of ["", ...values]) {
      const option = element("option", "", value || "all");
      option.value = value;
      select.append(option);
    }
    select.addEventListener("change", () => { state[name] = select.value; changed(); });
    box.append(select);
    return box;
  }

  function families() {
    const box = element("details"), list = element("div", "choices");
    box.append(element("summary", "", "Initializers"), list);
    for (const family of data.families) {
      const label = element("label"), tick = element("input");
      tick.type = "checkbox";
      tick.checked = true;
      tick.value = family;
      tick.addEventListener("change", () => { hidden[tick.checked ? "delete" : "add"](family); changed(); });
      label.append(tick, ` ${family}`);
      list.append(label);
    }
    return box;
  }

  function changed() {
    const query = new URLSearchParams();
    for (const name of ["kind", "task"]) if (state[name]) query.set(name, state[name]);
    if (hidden.size > 0) query.set("without", [...hidden].join(" "));
    history.replaceState(null, "", query.size > 0 ? `#filter?${query}` : "#filter");
    apply();
  }

  function apply() {
    const shown = data.tasks.map((task) => (!state.kind || task.kind === state.kind) && (!state.task || task.name === state.task));
    sections.forEach((section, i) => { section.hidden = !shown[i]; });
    document.querySelectorAll(".toc a").forEach((link) => {
      const i = sections.findIndex((section) => link.hash === `#${section.id}`);
      if (i >= 0) link.parentElement.hidden = !shown[i];
    });
    const tasks = new Map(data.tasks.map((task, i) => [task.name, shown[i]]));
    document.querySelectorAll("#answer tbody tr").forEach((row) => { row.hidden = tasks.get(row.cells[0].textContent) === false; });
    document.querySelectorAll("section.task tbody tr").forEach((row) => { row.hidden = hidden.has(row.cells[0].textContent.split(", ")[0]); });
    redraw("response");
    const count = shown.filter(Boolean).length;
    form.querySelector("output").textContent = count === shown.length && hidden.size === 0 ? "" : `${count} of ${shown.length} tasks, ${data.families.length - hidden.size} of ${data.families.length} initializers`;
  }

  function restore() {
    if (!location.hash.startsWith("#filter?")) return;
    const query = new URLSearchParams(location.hash.slice("#filter?".length));
    for (const name of ["kind", "task"]) state[name] = query.get(name) ?? "";
    hidden.clear();
    (query.get("without") ?? "").split(" ").filter((family) => data.families.includes(family)).forEach((family) => hidden.add(family));
    form.querySelectorAll("select").forEach((select) => { select.value = state[select.name]; });
    form.querySelectorAll("input").forEach((tick) => { tick.checked = !hidden.has(tick.value); });
    apply();
    form.scrollIntoView();
  }

  const form = element("form");
  if (sections.length > 1) {
    form.id = "filter";
    form.setAttribute("aria-label", "Show only some tasks and initializers");
    form.addEventListener("submit", (event) => event.preventDefault());
    const clear = element("button", "", "Show all");
    clear.type = "button";
    clear.addEventListener("click", () => { history.replaceState(null, "", "#filter?"); restore(); });
    form.append(choice("Kind of network", "kind", [...new Set(data.tasks.map((task) => task.kind))]), choice("Task", "task", data.tasks.map((task) => task.name)), families(), clear, element("output"));
    sections[0].before(form);
    addEventListener("hashchange", restore);
    restore();
  }

  document.addEventListener("drawn", (event) => tools(event.target));
  document.querySelectorAll(".chart[data-width]").forEach(tools);
  Object.assign(globalThis.initbench, { exports: EXPORTS });
})();
