"use strict";
// Draws the charts of the report from the JSON in #data. Text reaches the page as text nodes only, never as markup.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  for (const figure of Object.values(data.laboratory)) figure.points = Object.entries(figure.groups).flatMap(([group, points]) => points.map((point) => ({ ...point, group })));
  const hidden = new Set();
  const SYMBOLS = ["circle", "square", "diamond", "triangle", "cross", "star", "wye", "asterisk"];
  const colour = (i) => `var(--f${i % 8})`;
  const DASHES = [null, "7 3", "2.5 2.5", "9 3 2 3"];
  const familyColour = (name) => colour(data.families.indexOf(name));
  const isScaled = (name) => data.tasks.some((t) => t.cells.some((c) => c.family === name && (c.kind === "std" || c.kind === "gain")));
  const scaled = data.families.filter(isScaled), others = data.families.filter((name) => !isScaled(name));
  const familySymbol = (name) => SYMBOLS[Math.max(scaled.indexOf(name), others.indexOf(name)) % SYMBOLS.length];
  const SYMBOL_SCALE = { type: "ordinal", domain: data.families, range: data.families.map(familySymbol) };
  const SUPER = { "-": "⁻", ".": "·", 0: "⁰", 1: "¹", 2: "²", 3: "³", 4: "⁴", 5: "⁵", 6: "⁶", 7: "⁷", 8: "⁸", 9: "⁹" };
  const power = (x) => "10" + [...String(Math.round(Math.log10(x)))].map((c) => SUPER[c]).join("");
  const grouped = (x) => String(+x.toPrecision(3)).replace(/\B(?=(\d{3})+$)/g, "\u202f");
  const plain = (x) => (isPower(x) && (x < 0.01 || x >= 1e4) ? power(x) : x >= 1e4 ? grouped(x) : String(+x.toPrecision(2)));
  const isPower = (x) => Math.abs(Math.log10(x) - Math.round(Math.log10(x))) < 1e-6;

  function decades([low, high], most) {
    const from = Math.ceil(Math.log10(low) - 1e-9), to = Math.floor(Math.log10(high) + 1e-9);
    const step = Math.max(1, Math.ceil((to - from + 1) / most));
    const ticks = [];
    for (let e = from; e <= to; e += step) ticks.push(Math.pow(10, e));
    if (ticks.length >= 3 || step > 1) return ticks;
    return [1, 2, 5].flatMap((m) => d3.range(from - 1, to + 1).map((e) => m * Math.pow(10, e)))
      .filter((v) => v >= low && v <= high).sort((a, b) => a - b);
  }

  const widthOf = (node) => Math.floor(node.getBoundingClientRect().width);
  // Families that share a scale stand side by side, so that none hides another.
  const aside = (i, all, step) => (i - (all.length - 1) / 2) * step;
  const families = (cells) => [...d3.group(cells, (c) => c.family)];

  function element(tag, className, text) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== undefined) node.textContent = text;
    return node;
  }

  function swatch(draw) {
    const svg = d3.create("svg").attr("width", 26).attr("height", 14).attr("viewBox", "0 0 26 14").attr("aria-hidden", "true");
    draw(svg);
    return svg.node();
  }

  function legend(entries) {
    const box = element("div", "legend");
    for (const [draw, label] of entries) {
      const item = element("span", "item");
      item.append(swatch(draw), element("span", "", label));
      box.append(item);
    }
    return box;
  }

  const line = (stroke, dash) => (svg) => svg.append("line").attr("x1", 1).attr("x2", 25).attr("y1", 7).attr("y2", 7)
    .attr("stroke", stroke).attr("stroke-width", 2).attr("stroke-dasharray", dash || null);
  const band = (fill, dash) => (svg) => {
    svg.append("rect").attr("x", 1).attr("y", 2).attr("width", 24).attr("height", 10).attr("fill", fill).attr("fill-opacity", 0.16);
    line(fill, dash)(svg);
  };
  const mark = (stroke, fill, symbol) => (svg) => svg.append("path").attr("transform", "translate(13,7)")
    .attr("d", d3.symbol(symbolType(symbol), 42)()).attr("stroke", stroke).attr("stroke-width", 1.4).attr("fill", fill);
  const lineMark = (c, symbol) => (svg) => { line(c)(svg); mark(c, c, symbol)(svg); };
  function symbolType(name) {
    return { circle: d3.symbolCircle, square: d3.symbolSquare, diamond: d3.symbolDiamond, triangle: d3.symbolTriangle,
      cross: d3.symbolCross, star: d3.symbolStar, wye: d3.symbolWye, asterisk: d3.symbolAsterisk }[name] || d3.symbolCircle;
  }

  // A cell with the positions at which it is drawn. What does not exist stays undefined and is not drawn.
  function placed(cell, task) {
    const floor = task.update;
    const up = (v) => (v == null ? undefined : Math.max(v, floor));
    return { ...cell, x: cell.scale ?? cell.family, colour: familyColour(cell.family), symbol: familySymbol(cell.family),
      e: up(cell.ert.value), el: up(cell.ert.low), eh: up(cell.ert.high), open: cell.ert.open,
      m: up(cell.median.value), p: cell.p.value, pl: cell.p.low, ph: cell.p.high };
  }

  function epochDomain(cells, task) {
    const values = cells.flatMap((c) => [c.e, c.m, c.el].filter((v) => v !== undefined));
    const low = Math.min(task.budget / 10, ...values.filter((v) => v > 0)) * 0.75;
    const high = Math.max(task.budget * 1.7, Math.min(task.budget * 40, ...[Math.max(0, ...cells.map((c) => c.e ?? 0)) * 1.4]));
    return [low, high];
  }

  const tip = (rows, y) => Plot.tip(rows, Plot.pointer({ x: "x", y, title: "tip", fill: "var(--paper)", stroke: "var(--line)",
    fontSize: 12, lineHeight: 1.25, textPadding: 9, pathFilter: "none", maxRadius: 60 }));

  function epochPanel(cells, task, y, options) {
    const reached = cells.filter((c) => c.e !== undefined);
    const banded = cells.filter((c) => c.el !== undefined && c.e !== undefined).map((c) => ({ ...c, top: c.open ? y[1] : c.eh ?? c.e }));
    const never = cells.filter((c) => c.never).map((c) => ({ ...c, y: task.budget }));
    const lines = options.x.type === "log";
    const all = reached.map((c) => ({ ...c, y: c.e })).concat(never);
    return Plot.plot({
      ...options.size, height: 270, marginTop: 30, marginBottom: 8, style: { background: "none", fontSize: "12px", overflow: "visible" },
      ariaLabel: "Epochs to the threshold", x: { ...options.x, axis: null }, y: { type: "log", domain: y, axis: null, clamp: true }, symbol: SYMBOL_SCALE,
      marks: [
        Plot.gridY(decades(y, 6), { stroke: "var(--grid)", strokeOpacity: 1 }),
        options.labels ? Plot.axisY(decades(y, 6), { text: plain, tickSize: 0, label: "epochs to the threshold", labelArrow: "none", fill: "var(--soft)", fontSize: 12 }) : null,
        Plot.ruleY([task.budget], { stroke: "var(--soft)", strokeDasharray: "1.5 3" }),
        options.labels ? Plot.text([task.budget], { y: (d) => d, frameAnchor: "left", dx: 4, dy: 13, textAnchor: "start", text: () => `budget: ${grouped(task.budget)}`, fill: "var(--soft)", stroke: "var(--paper)", strokeWidth: 4, fontSize: 11.5 }) : null,
        lines ? Plot.areaY(banded, { x: "x", y1: "el", y2: "top", z: "family", fill: "colour", fillOpacity: d3.group(banded, (c) => c.family).size > 2 ? 0.05 : 0.13, curve: "linear", clip: "frame" }) : null,
        Plot.ruleX(banded, { x: "x", y1: "el", y2: "top", stroke: "colour", strokeOpacity: lines ? 0.45 : 1, strokeWidth: 1.2, clip: "frame" }),
        lines ? Plot.lineY(cells, { x: "x", y: "m", z: "family", stroke: "colour", strokeWidth: 1.3, strokeDasharray: "3.5 3" }) : null,
        lines ? Plot.lineY(cells, { x: "x", y: "e", z: "family", stroke: "colour", strokeWidth: 1.9 }) : null,
        Plot.dot(cells.filter((c) => c.m !== undefined && !c.exact), { x: "x", y: "m", r: 2.6, stroke: "colour", strokeWidth: 1.1, fill: "var(--paper)" }),
        Plot.dot(reached, { x: "x", y: "e", r: 3.6, symbol: "family", fill: "colour" }),
        ...families(never).flatMap(([name, own], i, all) => {
          const dx = lines ? aside(i, all, 7) : 0;
          return [
            Plot.ruleX(own, { x: "x", y1: "y", y2: y[1], dx, stroke: familyColour(name), strokeOpacity: 0.6, strokeDasharray: "1 3" }),
            Plot.dot(own, { x: "x", y: "y", dx, r: 4.2, symbol: "triangle", stroke: familyColour(name), strokeWidth: 1.5, fill: "var(--paper)" }),
            Plot.text(own.filter((c) => c.diverged), { x: "x", y: "y", dx, dy: 14, text: () => "×", fill: familyColour(name), fontSize: 13 }),
          ];
        }),
        tip(all, "y"),
      ],
    });
  }

  function probabilityPanel(cells, options) {
    const lines = options.x.type === "log";
    const known = cells.filter((c) => c.p !== undefined && c.p !== null);
    return Plot.plot({
      ...options.size, height: 148, marginTop: 30, marginBottom: 42, style: { background: "none", fontSize: "12px", overflow: "visible" },
      ariaLabel: "Probability of convergence", x: { ...options.x, axis: null }, y: { domain: [0, 1], axis: null }, symbol: SYMBOL_SCALE,
      marks: [
        Plot.gridY([0, 0.5, 1], { stroke: "var(--grid)", strokeOpacity: 1 }),
        options.labels ? Plot.axisY([0, 0.5, 1], { text: String, tickSize: 0, label: "P(converge)", labelArrow: "none", fill: "var(--soft)", fontSize: 12 }) : null,
        Plot.axisX(options.ticks, { text: options.tickFormat, tickSize: 4, stroke: "var(--soft)", label: options.xLabel, labelArrow: "none", labelAnchor: "center", fill: "var(--soft)", fontSize: 12 }),
        ...families(known).flatMap(([name, own], i, all) => {
          const dx = lines ? aside(i, all, 3) : 0;
          return [
            Plot.ruleX(own.filter((c) => c.pl != null), { x: "x", y1: "pl", y2: "ph", dx, stroke: familyColour(name), strokeOpacity: 0.6, strokeWidth: 1.2 }),
            lines ? Plot.lineY(own, { x: "x", y: "p", dx, stroke: familyColour(name), strokeWidth: 1.9 }) : null,
            Plot.dot(own, { x: "x", y: "p", dx, r: 2.8, symbol: "family", fill: "colour" }),
          ];
        }),
        tip(known, "p"),
      ],
    });
  }

  function panel(kind, cells, task, y, width, labels) {
    const node = element("div", "panel");
    const title = element("p", "panel-title", { std: "By standard deviation", gain: "Schemes, by gain", reference: "References" }[kind]);
    node.append(title);
    const scales = [...new Set(cells.map((c) => c.x))].sort(d3.ascending);
    const x = kind === "reference" ? { type: "point", domain: scales, padding: 0.6 }
      : { type: "log", domain: scales.length > 1 ? d3.extent(scales) : [scales[0] / 2, scales[0] * 2] };
    const size = { width, marginLeft: labels ? 46 : 14, marginRight: 16 };
    const ticks = kind === "std" ? decades(x.domain, 9) : scales;
    const tickFormat = kind === "std" ? plain2(ticks) : kind === "gain" ? plain : String;
    const common = { x, size, labels };
    const upper = epochPanel(cells, task, y, common);
    const lower = probabilityPanel(cells, { ...common, ticks, tickFormat, xLabel: { std: "standard deviation of a weight", gain: "gain", reference: null }[kind] });
    node.append(upper, lower);
    return node;
  }
  const plain2 = (ticks) => (ticks.every(isPower) ? (x) => (x === 1 ? "1" : x === 10 ? "10" : x === 0.1 ? "0.1" : power(x)) : plain);

  function response(node) {
    const task = data.tasks[node.dataset.task];
    const cells = task.cells.filter((cell) => !hidden.has(cell.family)).map((cell) => placed(cell, task));
    if (cells.length === 0) return node.replaceChildren(element("p", "meta", "None of the chosen initializers was run here."));
    const alone = d3.rollup(cells, (own) => own.length === 1, (c) => c.family);
    for (const c of cells) if (c.kind === "none" || c.kind === "value" || !(c.scale > 0)) c.x = alone.get(c.family) ? c.family : `${c.family} ${plain(c.scale)}`;
    const groups = [["std", cells.filter((c) => c.kind === "std" && c.scale > 0)], ["gain", cells.filter((c) => c.kind === "gain" && c.scale > 0)],
      ["reference", cells.filter((c) => c.kind === "none" || c.kind === "value" || !(c.scale > 0))]].filter(([, own]) => own.length > 0);
    const y = epochDomain(cells, task);
    const width = widthOf(node), wide = width >= 780;
    // Wide: all panels in one line, the first takes what the others leave. Narrow: the first alone, the others below.
    const fixed = { gain: 230, reference: 130 };
    const right = groups.slice(1);
    const taken = d3.sum(right, ([kind]) => fixed[kind]);
    const panels = element("div", "panels");
    groups.forEach(([kind, own], i) => {
      const leads = wide ? i === 0 : i <= 1;
      const share = wide ? (i === 0 ? width - taken : fixed[kind]) : i === 0 ? width : i === right.length && i > 1 ? fixed.reference : width - (right.length > 1 ? fixed.reference : 0);
      panels.append(panel(kind, own, task, y, share, leads));
    });
    const shown = data.families.filter((f) => cells.some((c) => c.family === f));
    node.replaceChildren(
      legend(shown.map((f) => [lineMark(familyColour(f), familySymbol(f)), f])),
      legend([[band("var(--soft)"), "ERT with 95 % interval"], [(svg) => { line("var(--soft)", "3.5 3")(svg); mark("var(--soft)", "var(--paper)", "circle")(svg); }, "median"],
        [mark("var(--soft)", "var(--paper)", "triangle"), "no run arrived: greater than the budget"],
        ...(cells.some((c) => c.never && c.diverged) ? [[(svg) => svg.append("text").attr("x", 9).attr("y", 11).attr("fill", "currentColor").text("×"), "half or more diverged"]] : [])]),
      panels);
  }

  const curveName = (c) => (c.role === c.label ? c.label : `${c.role}: ${c.label}`);

  function curves(node) {
    const task = data.tasks[node.dataset.task];
    const ceiling = task.chance * 30, floor = 1e-9;
    const rows = task.curves.flatMap((curve, i) => curve.points.map(([epoch, low, median, high]) => ({
      x: epoch, low: low == null ? NaN : Math.max(low, floor), y: median == null ? NaN : Math.max(median, floor), high: high == null ? NaN : Math.max(high, floor),
      series: i, tip: `${curveName(curve)}\nepoch ${plain(epoch || 0)}\nmedian loss ${median == null ? "not finite" : +median.toPrecision(3)}` })))
      .map((d) => (d.x === 0 ? { ...d, tip: d.tip.replace(/epoch .*/, "before the first update") } : d));
    const finite = rows.flatMap((d) => [d.y, d.low]).filter((v) => v > 0);
    const top = Math.min(ceiling, Math.max(task.chance * 1.3, ...rows.map((d) => d.high).filter((v) => v > 0)) * 1.1);
    const bottom = Math.max(Math.min(...finite, task.threshold ?? Infinity, task.chance) * 0.8, task.chance * 1e-4);
    const last = Math.max(1, ...rows.map((d) => d.x));
    const ticks = [0, ...decades([Math.max(1, Math.min(1, last)), last], 7).filter((v) => v >= 1)];
    const yTicks = decades([bottom, top], 6);
    const width = widthOf(node);
    const reference = [{ y: task.chance, text: "chance" }, ...(task.threshold == null ? [] : [{ y: task.threshold, text: "threshold" }])]
      .filter((d) => d.y >= bottom && d.y <= top);
    const chart = Plot.plot({
      width, height: Math.min(380, Math.max(280, width * 0.42)), marginLeft: 46, marginRight: 72, marginBottom: 40,
      style: { background: "none", fontSize: "12px", overflow: "visible" }, ariaLabel: "Training loss",
      x: { type: "symlog", constant: 1, domain: [0, last], axis: null }, y: { type: "log", domain: [bottom, top], axis: null },
      marks: [
        Plot.gridY(yTicks, { stroke: "var(--grid)", strokeOpacity: 1 }),
        Plot.axisY(yTicks, { text: plain, tickSize: 0, label: "training loss", labelArrow: "none", fill: "var(--soft)", fontSize: 12 }),
        Plot.axisX(ticks, { text: (v) => (v === 0 ? "0" : plain(v)), tickSize: 4, stroke: "var(--soft)", label: "epochs", labelArrow: "none", labelAnchor: "center", fill: "var(--soft)", fontSize: 12 }),
        Plot.ruleY(reference, { y: "y", stroke: "var(--soft)", strokeDasharray: "1.5 3" }),
        Plot.text(reference, { y: "y", frameAnchor: "right", dx: 6, textAnchor: "start", text: "text", fill: "var(--soft)", fontSize: 12 }),
        ...task.curves.flatMap((curve, i) => {
          const own = rows.filter((d) => d.series === i);
          return [Plot.areaY(own, { x: "x", y1: "low", y2: "high", fill: colour(i), fillOpacity: 0.15, clip: "frame" }),
            Plot.lineY(own, { x: "x", y: "y", stroke: colour(i), strokeWidth: 1.9, strokeDasharray: DASHES[i % 4], clip: "frame" })];
        }),
        tip(rows.filter((d) => d.y <= top && d.y >= bottom), "y"),
      ],
    });
    node.replaceChildren(legend(task.curves.map((c, i) => [band(colour(i), DASHES[i % 4]), curveName(c)])), chart);
  }

  const SLOPES = { width: 2, depth: 1, batch: -1, stack: -1 };

  function costPanel(sweep, y, width) {
    const rows = sweep.points.map((p) => ({ ...p, tip: `${sweep.quantity} ${p.x}: ${plain(p.y)} µs\n${sweep.rest}` }));
    const x = d3.extent(rows, (p) => p.x), slope = SLOPES[sweep.quantity];
    const from = slope > 0 ? rows[rows.length - 1] : rows[0];
    const guide = x.map((v) => ({ x: v, y: from.y * Math.pow(v / from.x, slope) }));
    const ticks = rows.map((p) => p.x).filter((v, i, all) => all.length <= 6 || i % 2 === 0);
    const node = element("div", "panel");
    const title = element("p", "panel-title", `By ${sweep.quantity} `);
    title.append(element("span", "", sweep.rest));
    node.append(title, Plot.plot({
      width, height: 250, marginTop: 28, marginLeft: 52, marginRight: 16, marginBottom: 42, style: { background: "none", fontSize: "12px", overflow: "visible" },
      ariaLabel: `Time of an epoch by ${sweep.quantity}`, x: { type: "log", domain: x, axis: null }, y: { type: "log", domain: y, axis: null },
      marks: [
        Plot.gridY(decades(y, 5), { stroke: "var(--grid)", strokeOpacity: 1 }),
        Plot.axisY(decades(y, 5), { text: plain, tickSize: 0, label: "µs per model and epoch", labelArrow: "none", fill: "var(--soft)", fontSize: 12 }),
        Plot.axisX(ticks, { text: String, tickSize: 4, stroke: "var(--soft)", label: sweep.unit, labelArrow: "none", labelAnchor: "center", fill: "var(--soft)", fontSize: 12 }),
        Plot.lineY(guide, { x: "x", y: "y", stroke: "var(--soft)", strokeDasharray: "1.5 3", clip: "frame" }),
        Plot.lineY(rows, { x: "x", y: "y", stroke: colour(0), strokeWidth: 1.9 }),
        Plot.ruleX(rows.filter((p) => p.high != null), { x: "x", y1: (p) => Math.max(p.low ?? y[0], y[0]), y2: (p) => Math.min(p.high, y[1]), stroke: colour(0), strokeWidth: 1.2 }),
        Plot.dot(rows, { x: "x", y: "y", r: 3.4, fill: colour(0) }),
        tip(rows, "y"),
      ],
    }));
    return node;
  }

  function costs(node) {
    // An interval that reaches further than a factor of 3 beyond all values is cut off, for it would flatten the lines.
    const points = data.costs.flatMap((s) => s.points), all = d3.extent(points, (p) => p.y);
    const y = [Math.max(all[0] / 3, Math.min(...points.map((p) => p.low ?? p.y)) * 0.8), Math.min(all[1] * 3, Math.max(...points.map((p) => p.high ?? p.y)) * 1.25)];
    const width = widthOf(node), columns = width >= 620 ? 2 : 1;
    const panels = element("div", "panels");
    for (const sweep of data.costs) panels.append(costPanel(sweep, y, Math.floor(width / columns)));
    node.replaceChildren(panels);
  }

  const known = (v) => v !== null && v !== undefined && v > 0;
  const many = (width) => (width >= 620 ? 2 : 1);

  // One cell has one colour; its layers have dashes.
  function symmetry(node) {
    const task = data.tasks[node.dataset.task];
    const labels = [...new Set(task.traces.map((t) => t.label))];
    const layers = [...new Set(task.traces.map((t) => t.layer))].sort(d3.ascending);
    const hue = (t) => colour(labels.indexOf(t.label)), dash = (t) => DASHES[layers.indexOf(t.layer) % 4];
    const width = widthOf(node), each = Math.floor(width / many(width));
    const rows = task.traces.map((t) => t.points.map(([x, distinct, dissimilar, spread]) => ({
      x, share: distinct / t.units, visible: dissimilar / t.units, spread: known(spread) ? spread : NaN,
      tip: `${t.label}, layer ${t.layer}\n${x === 0 ? "before the first update" : `epoch ${plain(x)}`}\n${distinct} of ${t.units} units distinct, ${dissimilar} to 10⁻⁶\nspread ${spread === null ? "not finite" : +spread.toPrecision(3)}` })));
    const all = rows.flat(), last = Math.max(task.update * 10, ...all.map((d) => d.x));
    const x = { type: "symlog", constant: task.update, domain: [0, last], axis: null };
    const ticks = [0, ...decades([task.update, last], each < 420 ? 4 : 6).filter((v) => v >= task.update)];
    const size = { width: each, height: 270, marginTop: 28, marginLeft: 52, marginRight: 18, marginBottom: 42, style: { background: "none", fontSize: "12px", overflow: "visible" } };
    const axisX = () => Plot.axisX(ticks, { text: (v) => (v === 0 ? "0" : plain(v)), tickSize: 4, stroke: "var(--soft)", label: "epochs", labelArrow: "none", labelAnchor: "center", fill: "var(--soft)", fontSize: 12 });
    const lines = (y, more) => rows.flatMap((own, i) => [
      Plot.lineY(own, { x: "x", y, stroke: hue(task.traces[i]), strokeWidth: 1.8, strokeDasharray: dash(task.traces[i]), clip: "frame", ...more }),
      Plot.dot(own, { x: "x", y, r: 2.2, fill: hue(task.traces[i]), ...more })]);
    const shares = Plot.plot({ ...size, ariaLabel: "Distinct units by epoch", x, y: { domain: [0, 1], axis: null }, marks: [
      Plot.gridY([0, 0.5, 1], { stroke: "var(--grid)", strokeOpacity: 1 }),
      Plot.axisY([0, 0.5, 1], { text: String, tickSize: 0, label: "share of units that are distinct", labelArrow: "none", fill: "var(--soft)", fontSize: 12 }),
      axisX(),
      ...rows.map((own, i) => Plot.lineY(own, { x: "x", y: "visible", stroke: hue(task.traces[i]), strokeWidth: 1.2, strokeDasharray: "1 3" })),
      ...lines("share"), tip(all, "share")] });
    const spreads = all.map((d) => d.spread).filter((v) => v > 0);
    const panels = element("div", "panels");
    const wrap = (svg) => { const panel = element("div", "panel"); panel.append(svg); panels.append(panel); };
    wrap(shares);
    if (spreads.length > 0) {
      const y = [Math.min(...spreads) * 0.7, Math.max(...spreads) * 1.4];
      const apart = rows.map((own) => own.filter((d) => d.spread > 0));
      wrap(Plot.plot({ ...size, ariaLabel: "Spread by epoch", x, y: { type: "log", domain: y, axis: null }, marks: [
        Plot.gridY(decades(y, 6), { stroke: "var(--grid)", strokeOpacity: 1 }),
        Plot.axisY(decades(y, 6), { text: plain, tickSize: 0, label: "spread of a layer's units", labelArrow: "none", fill: "var(--soft)", fontSize: 12 }),
        axisX(),
        ...apart.flatMap((own, i) => [Plot.lineY(own, { x: "x", y: "spread", stroke: hue(task.traces[i]), strokeWidth: 1.8, strokeDasharray: dash(task.traces[i]) }),
          Plot.dot(own, { x: "x", y: "spread", r: 2.2, fill: hue(task.traces[i]) })]),
        tip(apart.flat(), "spread")] }));
    }
    const roles = d3.rollup(task.traces, (own) => curveName(own[0]), (t) => t.label);
    node.replaceChildren(legend(labels.map((label) => [line(colour(labels.indexOf(label))), roles.get(label)])),
      ...(layers.length > 1 ? [legend(layers.map((layer, i) => [line("var(--soft)", DASHES[i % 4]), `layer ${layer}`]))] : []), panels);
  }

  // Small scales are of one hue, large ones of another, and those between of hues between.
  function depth(node) {
    const task = data.tasks[node.dataset.task];
    const labels = [...new Set(task.profiles.map((p) => p.label))];
    const hue = (label) => `color-mix(in oklch, var(--f1) ${Math.round(100 * labels.indexOf(label) / Math.max(1, labels.length - 1))}%, var(--f0))`;
    const width = widthOf(node), each = Math.floor(width / many(width));
    const count = 1 + Math.max(...task.profiles.flatMap((p) => p.points.map(([layer]) => layer)));
    const ticks = d3.range(0, count, Math.ceil(count / 10));
    const panels = element("div", "panels");
    // Rows of one series: measured y, predicted z where there is theory, and whether they disagree.
    const tipOf = (label, name, d) => `${label}\nlayer ${d.x}\n${name} ${known(d.y) ? +d.y.toPrecision(3) : "–"}${known(d.z) ? `\npredicted ${+d.z.toPrecision(3)}` : ""}${d.off ? "\nfarther apart than this width allows" : ""}`;
    const series = (label, name, rows) => rows.map((d) => ({ ...d, label, tip: tipOf(label, name, d) }));
    const theory = (label, column) => new Map((task.theory.find((t) => t.label === label)?.points ?? []).map((p) => [p[0], { z: p[column], off: p[column + 2] === 1 }]));
    const measured = (p, column, name, predictions) => series(p.label, name, p.points.map((point) => {
      const own = predictions.get(point[0]);
      return { x: point[0], y: point[column], z: own?.z, off: own?.off };
    }));

    function panel(title, name, y, all) {
      const node = element("div", "panel");
      const lines = all.flatMap((rows) => {
        const c = rows.length > 0 ? hue(rows[0].label) : null;
        const dots = rows.filter((d) => known(d.y)), predicted = rows.filter((d) => known(d.z)), off = dots.filter((d) => d.off);
        return [
          predicted.length > 0 ? Plot.lineY(predicted, { x: "x", y: "z", stroke: c, strokeWidth: 1.5, strokeDasharray: "5 3", clip: "frame" })
            : Plot.lineY(dots, { x: "x", y: "y", stroke: c, strokeWidth: 1.6 }),
          Plot.dot(dots, { x: "x", y: "y", r: 2.6, fill: c }),
          Plot.dot(off, { x: "x", y: "y", r: 5.2, stroke: c, strokeWidth: 1.3, fill: "none" }),
        ];
      });
      node.append(element("p", "panel-title", title), Plot.plot({
        width: each, height: 260, marginTop: 26, marginLeft: 52, marginRight: 18, marginBottom: 42, style: { background: "none", fontSize: "12px", overflow: "visible" },
        ariaLabel: `Depth: ${name}`, x: { domain: [0, Math.max(1, count - 1)], axis: null, inset: 8 }, y: { type: "log", domain: y, axis: null },
        marks: [
          Plot.gridY(decades(y, 6), { stroke: "var(--grid)", strokeOpacity: 1 }),
          Plot.axisY(decades(y, 6), { text: plain, tickSize: 0, label: name, labelArrow: "none", fill: "var(--soft)", fontSize: 12 }),
          Plot.axisX(ticks, { text: String, tickSize: 4, stroke: "var(--soft)", label: "layer, from 0", labelArrow: "none", labelAnchor: "center", fill: "var(--soft)", fontSize: 12 }),
          ...lines,
          tip(all.flat().filter((d) => known(d.y)), "y"),
        ],
      }));
      panels.append(node);
    }

    const around = (values) => [Math.min(...values) * 0.6, Math.max(...values) * 1.6];
    for (const [column, name] of [[1, "activation variance"], [2, "gradient norm"]]) {
      const values = task.profiles.flatMap((p) => p.points.map((point) => point[column])).filter(known);
      if (values.length === 0) continue;
      for (const end of [false, true]) {
        const own = task.profiles.filter((p) => p.end === end)
          .map((p) => measured(p, column, name, column === 1 && !end ? theory(p.label, 1) : new Map()));
        panel(`${name[0].toUpperCase()}${name.slice(1)} ${end ? "at the end" : "before the first update"}`, name, around(values), own);
      }
    }
    const derivatives = task.theory.map((t) => series(t.label, "derivative²", t.points.map((p) => ({ x: p[0], y: p[5], z: p[4], off: p[6] === 1 }))));
    const values = derivatives.flat().map((d) => d.y).filter(known);
    if (values.length > 0) panel("Derivatives before the first update", "derivative² relative to the output layer’s", around(values), derivatives);
    const soft = "var(--soft)";
    node.replaceChildren(legend(labels.map((label) => [line(hue(label)), label])),
      ...(task.theory.length > 0 ? [legend([[line(soft, "5 3"), "predicted"], [mark(soft, soft, "circle"), "measured"],
        [(svg) => { mark(soft, soft, "circle")(svg); svg.append("circle").attr("cx", 13).attr("cy", 7).attr("r", 6).attr("fill", "none").attr("stroke", soft); }, "farther apart than this width allows"]])] : []), panels);
  }

  // One learning rate has one colour, dash and symbol, in every panel of a task; the task's own is the thick solid line.
  function rates(node) {
    const task = data.tasks[node.dataset.task];
    const labels = [...new Set(task.rates.flatMap((r) => r.lines.map((l) => l.label)))];
    const ownLabel = task.rates[0].lines.find((l) => l.own).label;
    const order = [ownLabel, ...labels.filter((l) => l !== ownLabel)];
    const look = (label) => { const i = order.indexOf(label); return { hue: colour(i), dash: i === 0 ? null : DASHES[1 + (i - 1) % 3], symbol: SYMBOLS[i % SYMBOLS.length], width: i === 0 ? 2.6 : 1.7 }; };
    const up = (v) => (v == null ? undefined : Math.max(v, task.update));
    const all = task.rates.flatMap((r) => r.lines.flatMap((l) => l.points.map((p) => ({ e: up(p.ert.value), el: up(p.ert.low), m: undefined }))));
    const y = epochDomain(all, task);
    const width = widthOf(node), columns = width >= 780 && task.rates.length > 1 ? 2 : 1, each = Math.floor(width / columns);
    const panels = element("div", "panels");
    for (const rate of task.rates) {
      const scales = [...new Set(rate.lines.flatMap((l) => l.points.map((p) => p.scale)))].sort(d3.ascending);
      const ticks = rate.kind === "gain" ? scales : decades(d3.extent(scales), each < 420 ? 6 : 9);
      const lines = rate.lines.filter((l) => l.points.length > 0).map((l, i, shown) => ({ ...look(l.label), dx: aside(i, shown, 5), points: d3.sort(l.points, (p) => p.scale).map((p) => ({
        x: p.scale, y: p.never ? task.budget : up(p.ert.value), never: p.never, low: up(p.ert.low), high: p.ert.open ? y[1] : up(p.ert.high), tip: p.tip, line: p.never ? NaN : up(p.ert.value) ?? NaN })) }));
      const panel = element("div", "panel");
      panel.append(element("p", "panel-title", rate.initializer), Plot.plot({
        width: each, height: 300, marginTop: 30, marginLeft: 46, marginRight: 18, marginBottom: 42, style: { background: "none", fontSize: "12px", overflow: "visible" },
        ariaLabel: `Expected epochs of ${rate.initializer} by learning rate`, x: { type: "log", domain: scales.length > 1 ? d3.extent(scales) : [scales[0] / 2, scales[0] * 2], axis: null, insetLeft: 10, insetRight: 10 }, y: { type: "log", domain: y, axis: null, clamp: true },
        marks: [
          Plot.gridY(decades(y, 6), { stroke: "var(--grid)", strokeOpacity: 1 }),
          Plot.axisY(decades(y, 6), { text: plain, tickSize: 0, label: "expected epochs (ERT)", labelArrow: "none", fill: "var(--soft)", fontSize: 12 }),
          Plot.axisX(ticks, { text: rate.kind === "gain" ? plain : plain2(ticks), tickSize: 4, stroke: "var(--soft)", label: rate.kind === "gain" ? "gain" : "standard deviation of a weight", labelArrow: "none", labelAnchor: "center", fill: "var(--soft)", fontSize: 12 }),
          Plot.ruleY([task.budget], { stroke: "var(--soft)", strokeDasharray: "1.5 3" }),
          Plot.text([task.budget], { y: (d) => d, frameAnchor: "left", dx: 4, dy: 13, textAnchor: "start", text: () => `budget: ${grouped(task.budget)}`, fill: "var(--soft)", stroke: "var(--paper)", strokeWidth: 4, fontSize: 11.5 }),
          ...lines.flatMap(({ hue, dash, symbol, width: stroke, dx, points }) => [
            Plot.ruleX(points.filter((p) => !p.never && p.low !== undefined && p.high !== undefined), { x: "x", y1: "low", y2: "high", dx, stroke: hue, strokeOpacity: 0.5, strokeWidth: 1.2, clip: "frame" }),
            Plot.lineY(points, { x: "x", y: "line", dx, stroke: hue, strokeWidth: stroke, strokeDasharray: dash }),
            Plot.dot(points.filter((p) => !p.never && p.y !== undefined), { x: "x", y: "y", dx, r: 3.4, symbol, fill: hue }),
            Plot.dot(points.filter((p) => p.never), { x: "x", y: "y", dx, r: 4.2, symbol: "triangle", stroke: hue, strokeWidth: 1.5, fill: "var(--paper)" }),
          ]),
          tip(lines.flatMap((l) => l.points), "y"),
        ],
      }));
      panels.append(panel);
    }
    const swatchOf = ({ hue, dash, symbol }) => (svg) => { line(hue, dash)(svg); mark(hue, hue, symbol)(svg); };
    node.replaceChildren(legend([...order.map((label) => [swatchOf(look(label)), label === "tuned" ? "rate tuned for each scale" : label === ownLabel ? "the task's own rate" : `rate ${label}`]),
      [mark("var(--soft)", "var(--paper)", "triangle"), "no run arrived"]]), panels);
  }

  // One panel a group, one line a series; open marks rest on some of the runs only.
  function labLines(figure, width) {
    const groups = [...d3.group(figure.points, (p) => p.group)];
    const steps = figure.kind === "steps", each = groups.length === 1 ? Math.min(width, 760) : Math.floor(width / (width >= 900 ? 3 : many(width)));
    const x = d3.extent(figure.points, (p) => p.at), drawn = figure.points.filter((p) => p.value != null && (!figure.logY || p.value > 0));
    const ticks = decades(x, each < 360 ? 4 : 6), size = { width: each, height: groups.length === 1 ? 320 : 230, marginTop: 28, marginLeft: 52, marginRight: 18, marginBottom: 42 };
    const xLabel = figure.x.length * 6.2 > each - 70 ? figure.x.split(",")[0] : figure.x;
    const panels = element("div", "panels");
    for (const [group, all] of groups) {
      const own = drawn.filter((p) => p.group === group);
      if (own.length === 0) continue;
      const tops = own.flatMap((p) => [p.value, ...(figure.logY ? [p.low, p.high] : [Math.min(p.high ?? p.value, 2 * p.value)])]).filter((v) => v != null && (!figure.logY || v > 0)).concat(figure.references);
      const y = figure.logY ? [Math.min(...tops) * 0.7, Math.max(...tops) * 1.4] : [0, steps || figure.references.length > 0 ? 1 : Math.max(...tops) * 1.08];
      const yTicks = figure.logY ? decades(y, 5) : d3.ticks(y[0], y[1], 4);
      const panel = element("div", "panel");
      panel.append(element("p", "panel-title", group), Plot.plot({ ...size, style: { background: "none", fontSize: "12px", overflow: "visible" }, ariaLabel: `Laboratory: ${figure.y}, ${group}`,
        x: { type: "log", domain: x, axis: null, inset: 6 }, y: { type: figure.logY ? "log" : "linear", domain: y, axis: null, clamp: true }, marks: [
          Plot.gridY(yTicks, { stroke: "var(--grid)", strokeOpacity: 1 }),
          Plot.axisY(yTicks, { text: plain, tickSize: 0, label: figure.y, labelArrow: "none", fill: "var(--soft)", fontSize: 12 }),
          Plot.axisX(ticks, { text: plain2(ticks), tickSize: 4, stroke: "var(--soft)", label: xLabel, labelArrow: "none", labelAnchor: "center", fill: "var(--soft)", fontSize: 12 }),
          Plot[steps ? "ruleX" : "ruleY"](figure.references, { stroke: "var(--soft)", strokeDasharray: "1.5 3" }),
          ...figure.series.flatMap((name, i) => { const line = own.filter((p) => p.series === i); return [
            Plot.ruleX(line.filter((p) => p.low != null), { x: "at", y1: (p) => Math.max(p.low, y[0]), y2: (p) => Math.min(p.high ?? y[1], y[1]), stroke: colour(i), strokeOpacity: 0.55, strokeWidth: 1.2 }),
            Plot.lineY(line, { x: "at", y: "value", stroke: colour(i), strokeWidth: 1.8, strokeDasharray: DASHES[i % 4], curve: steps ? "step-after" : "linear" }),
            Plot.dot(steps ? line.slice(1, -1) : line, { x: "at", y: "value", r: 3.2, stroke: colour(i), strokeWidth: 1.4, fill: (p) => (p.partial ? "var(--paper)" : colour(i)), symbol: SYMBOLS[i % SYMBOLS.length] })]; }),
          Plot.tip(own, Plot.pointer({ x: "at", y: "value", title: "tip", fill: "var(--paper)", stroke: "var(--line)", fontSize: 12, lineHeight: 1.25, textPadding: 9, pathFilter: "none", maxRadius: 60 })),
        ] }));
      panels.append(panel);
    }
    return panels;
  }

  // One row a start, one mark a series; what has no upper limit ends in an arrow.
  function labRows(figure, width) {
    const known = figure.points.flatMap((p) => [p.value, figure.logX ? p.low : null]).filter((v) => v != null && (!figure.logX || v > 0)).concat(figure.references);
    const x = figure.logX ? [Math.min(...known) * 0.7, Math.max(...known) * 2] : [Math.min(0, ...known), Math.max(...known) * 1.08];
    const narrow = width < 620, inside = (v) => Math.min(Math.max(v, x[0]), x[1]);
    const ticks = figure.logX ? decades(x, narrow ? 4 : 8) : d3.ticks(x[0], x[1], narrow ? 4 : 8);
    const panels = element("div", "");
    for (const [group, own] of d3.group(figure.points, (p) => p.group)) {
      const labels = [...new Set(own.map((p) => p.label))], present = [...new Set(own.map((p) => p.series))].sort(d3.ascending);
      const shift = (p) => (figure.logX ? 0 : (present.indexOf(p.series) - (present.length - 1) / 2) * 7);
      const ranged = own.filter((p) => p.low != null || p.value != null)
        .map((p) => ({ ...p, a: inside(p.low ?? p.value), b: p.open ? x[1] : inside(p.high ?? p.value) }));
      const panel = element("div", "panel");
      panel.append(element("p", "panel-title", group), Plot.plot({ width, height: labels.length * (figure.logX ? 19 : 9 + 7 * present.length) + 58, marginTop: 6, marginLeft: narrow ? 184 : 220, marginRight: 18, marginBottom: 42,
        style: { background: "none", fontSize: "12px", overflow: "visible" }, ariaLabel: `Laboratory: ${figure.x}, ${group}`,
        x: { type: figure.logX ? "log" : "linear", domain: x, axis: null }, y: { type: "point", domain: labels, axis: null, padding: 0.6 }, marks: [
          Plot.axisY(labels, { tickSize: 0, label: null, fill: "currentColor", fontSize: narrow ? 9.5 : 12 }),
          Plot.gridX(ticks, { stroke: "var(--grid)", strokeOpacity: 1 }),
          Plot.axisX(ticks, { text: plain, tickSize: 4, stroke: "var(--soft)", label: figure.x.length * 6 > width - (narrow ? 190 : 230) ? figure.x.split(/,| as a| of the first/)[0] : figure.x, labelArrow: "none", labelAnchor: "center", fill: "var(--soft)", fontSize: 12 }),
          Plot.ruleX(figure.references, { stroke: "var(--soft)", strokeDasharray: "1.5 3" }),
          ...present.flatMap((i) => { const mine = ranged.filter((p) => p.series === i), dy = mine.length > 0 ? shift(mine[0]) : 0; return [
            Plot.ruleY(mine, { y: "label", x1: "a", x2: "b", dy, stroke: colour(i), strokeOpacity: 0.6, strokeWidth: 1.4 }),
            Plot.text(mine.filter((p) => p.open), { y: "label", x: "b", dy, text: () => "›", fill: colour(i), fontSize: 16 }),
            Plot.dot(mine.filter((p) => p.value != null), { y: "label", x: (p) => inside(p.value), dy, r: 3.4, symbol: SYMBOLS[i % SYMBOLS.length], fill: colour(i), stroke: colour(i), strokeWidth: 1.3 })]; }),
          Plot.tip(own.filter((p) => p.value != null), Plot.pointer({ y: "label", x: "value", title: "tip", fill: "var(--paper)", stroke: "var(--line)", fontSize: 12, lineHeight: 1.25, textPadding: 9, pathFilter: "none", maxRadius: 60 })),
        ] }));
      panels.append(panel);
    }
    return panels;
  }

  function laboratory(node) {
    const figure = data.laboratory[node.dataset.figure], width = widthOf(node);
    const shown = figure.series.map((name, i) => [name, i]).filter(([, i]) => figure.points.some((p) => p.series === i));
    node.replaceChildren(legend(shown.map(([name, i]) => [figure.kind !== "rows" ? (svg) => { line(colour(i), DASHES[i % 4])(svg); mark(colour(i), colour(i), SYMBOLS[i % SYMBOLS.length])(svg); } : lineMark(colour(i), SYMBOLS[i % SYMBOLS.length]), name])),
      figure.kind !== "rows" ? labLines(figure, width) : labRows(figure, width));
  }

  // Steps of the share converged; below, one line of counts a cell: the runs at risk.
  function incidence(node) {
    const task = data.tasks[node.dataset.task], all = task.incidence, width = widthOf(node);
    const risk = all[0].risk.map((r) => r[0]), first = Math.min(...all.flatMap((c) => [...c.steps.map((s) => s[0]), ...risk]).filter((v) => v > 0));
    const x = [first * 0.8, Math.max(task.budget, risk[risk.length - 1] ?? 0)], size = { width, marginLeft: 46, marginRight: 24 };
    const ticks = decades(x, width < 500 ? 4 : 7);
    const series = all.map((c, i) => ({ ...c, i, name: c.role === c.label ? c.label : `${c.role}: ${c.label}`,
      points: [[x[0], 0, 0], ...c.steps, [x[1], c.steps.at(-1)?.[1] ?? 0, c.steps.at(-1)?.[2] ?? 0]].map(([epoch, won, lost]) => ({ x: Math.max(epoch, x[0]), y: won, lost,
        tip: `${c.role}: ${c.label}\nby epoch ${plain(epoch)} ${Math.round(won * c.n)} of ${c.n} converged${lost > 0 ? `\n${Math.round(lost * c.n)} diverged` : ""}` })) }));
    const chart = Plot.plot({ ...size, height: 250, marginTop: 28, marginBottom: 40, style: { background: "none", fontSize: "12px", overflow: "visible" }, ariaLabel: "Share converged",
      x: { type: "log", domain: x, axis: null }, y: { domain: [0, 1], axis: null }, marks: [
        Plot.gridY([0, 0.25, 0.5, 0.75, 1], { stroke: "var(--grid)", strokeOpacity: 1 }),
        Plot.axisY([0, 0.5, 1], { text: String, tickSize: 0, label: "share converged", labelArrow: "none", fill: "var(--soft)", fontSize: 12 }),
        Plot.axisX(ticks, { text: plain, tickSize: 4, stroke: "var(--soft)", label: "epochs", labelArrow: "none", labelAnchor: "center", fill: "var(--soft)", fontSize: 12 }),
        ...series.map((c) => Plot.lineY(c.points, { x: "x", y: "y", stroke: colour(c.i), strokeWidth: 1.9, strokeDasharray: DASHES[c.i % 4], curve: "step-after" })),
        tip(series.flatMap((c) => c.points), "y")] });
    const counts = series.flatMap((c) => c.risk.map(([epoch, n]) => ({ x: Math.max(epoch, x[0]), y: c.i, n, hue: colour(c.i) })));
    const below = Plot.plot({ ...size, height: 16 * series.length + 24, marginTop: 22, marginBottom: 2, style: { background: "none", fontSize: "11.5px", overflow: "visible" }, ariaLabel: "Runs at risk",
      x: { type: "log", domain: x, axis: null }, y: { type: "point", domain: series.map((c) => c.i), axis: null, padding: 0.4 }, marks: [
        Plot.text(["runs at risk"], { frameAnchor: "top-left", dy: -20, dx: -size.marginLeft, text: String, textAnchor: "start", fill: "var(--soft)" }),
        Plot.text(counts, { x: "x", y: "y", text: (d) => String(d.n), fill: "hue" })] });
    node.replaceChildren(legend(series.map((c) => [line(colour(c.i), DASHES[c.i % 4]), c.name])), chart, below);
  }

  function tiles() {
    const box = document.getElementById("tip");
    const hide = () => { box.hidden = true; };
    document.addEventListener("pointerover", (event) => {
      const tile = event.target instanceof Element ? event.target.closest("td[data-tip]") : null;
      if (!tile) return hide();
      box.textContent = tile.dataset.tip;
      box.hidden = false;
      const r = tile.getBoundingClientRect(), b = box.getBoundingClientRect();
      const left = Math.max(8, Math.min(r.left + r.width / 2 - b.width / 2, document.documentElement.clientWidth - b.width - 8));
      const above = r.top - b.height - 6;
      box.style.left = `${left + scrollX}px`;
      box.style.top = `${(above > 4 ? above : r.bottom + 6) + scrollY}px`;
    });
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  }

  const kinds = { response, curves, incidence, symmetry, depth, rates, cost: costs, laboratory };
  const charts = [...document.querySelectorAll(".chart")];
  const draw = (node, anew = false) => {
    const width = widthOf(node);
    if (width === 0 || (!anew && width === Number(node.dataset.width))) return;
    node.dataset.width = width;
    Object.entries(kinds).find(([kind]) => node.classList.contains(kind))[1](node);
    node.dispatchEvent(new CustomEvent("drawn", { bubbles: true }));
  };
  const drawn = (node) => node.dataset.width !== undefined;
  // Charts near the window first, the others when they come near: the words are there at once.
  const near = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) { near.unobserve(entry.target); draw(entry.target); }
  }, { rootMargin: "900px 0px" });
  tiles();
  charts.forEach((node) => near.observe(node));
  addEventListener("beforeprint", () => charts.forEach((node) => draw(node)));
  document.addEventListener("toggle", (event) => { if (event.target.open) event.target.querySelectorAll(".chart").forEach((node) => draw(node)); }, true);
  let pending = 0;
  addEventListener("resize", () => { clearTimeout(pending); pending = setTimeout(() => charts.filter(drawn).forEach((node) => draw(node)), 120); });
  globalThis.initbench = { data, hidden, drawAll: () => charts.forEach((node) => draw(node)), redraw: (kind) => charts.filter((node) => drawn(node) && node.classList.contains(kind)).forEach((node) => draw(node, true)) };
})();
