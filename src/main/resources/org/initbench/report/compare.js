"use strict";
// Draws the charts of a comparison from the JSON in #data. Text reaches the page as text nodes only, never as markup.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const colour = (i) => `var(--f${i % 8})`;
  const DASHES = [null, "7 3", "2.5 2.5", "9 3 2 3"];
  const RATIOS = [0.001, 0.01, 0.1, 0.2, 0.5, 0.8, 1, 1.25, 2, 5, 10, 100, 1000];
  const FEW = [0.001, 0.01, 0.1, 1, 10, 100, 1000];
  const CLOSE = [0.8, 0.85, 0.9, 0.95, 0.98, 1, 1.02, 1.05, 1.1, 1.15, 1.2, 1.25];
  const SUPER = { "-": "⁻", 0: "⁰", 1: "¹", 2: "²", 3: "³", 4: "⁴", 5: "⁵", 6: "⁶", 7: "⁷", 8: "⁸", 9: "⁹" };
  const isPower = (x) => Math.abs(Math.log10(x) - Math.round(Math.log10(x))) < 1e-6;
  const power = (x) => "10" + [...String(Math.round(Math.log10(x)))].map((c) => SUPER[c]).join("");
  const plain = (x) => (isPower(x) && (x < 0.01 || x >= 1e4) ? power(x) : String(+x.toPrecision(3)));
  const known = (v) => v !== null && v !== undefined;
  const inside = (v, [low, high]) => Math.min(Math.max(v, low), high);

  function element(tag, className, text) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== undefined) node.textContent = text;
    return node;
  }

  function legend(entries) {
    const box = element("div", "legend");
    for (const [label, hue, dash] of entries) {
      const item = element("span", "item");
      const svg = d3.create("svg").attr("width", 26).attr("height", 14).attr("aria-hidden", "true");
      svg.append("line").attr("x1", 1).attr("x2", 25).attr("y1", 7).attr("y2", 7).attr("stroke", hue).attr("stroke-width", 2).attr("stroke-dasharray", dash || null);
      item.append(svg.node(), element("span", "", label));
      box.append(item);
    }
    return box;
  }

  // Ticks inside a domain of a log axis: the finer list where the coarse one says too little.
  function ratioTicks([low, high], narrow) {
    const within = (list) => list.filter((v) => v >= low && v <= high);
    if (narrow) return high > 12 ? within(FEW) : high > 2 ? within([0.1, 0.5, 1, 2, 10]) : within([0.8, 1, 1.25]);
    return within(RATIOS).length >= 4 ? within(RATIOS) : within(CLOSE);
  }

  function decades([low, high], most) {
    const from = Math.ceil(Math.log10(low) - 1e-9), to = Math.floor(Math.log10(high) + 1e-9);
    const step = Math.max(1, Math.ceil((to - from + 1) / most));
    const ticks = d3.range(from, to + 1, step).map((e) => Math.pow(10, e));
    if (ticks.length > 1 || step > 1) return ticks;
    return d3.range(from - 1, to + 1).flatMap((e) => [1, 2, 5].map((m) => m * Math.pow(10, e))).filter((v) => v >= low && v <= high);
  }

  const base = { style: { background: "none", fontSize: "12px", overflow: "visible" } };
  const xAxis = (ticks, label) => [
    Plot.gridX(ticks, { stroke: "var(--grid)", strokeOpacity: 1 }),
    Plot.axisX(ticks, { text: plain, tickSize: 4, stroke: "var(--soft)", label, labelArrow: "none", labelAnchor: "center", fill: "var(--soft)", fontSize: 12 }),
  ];
  const rowAxis = (labels, narrow) => Plot.axisY(labels, { tickSize: 0, label: null, fill: "currentColor", fontSize: narrow ? 9.5 : 12 });
  const tip = (rows, y) => Plot.tip(rows, Plot.pointer({ x: "x", y, title: "tip", fill: "var(--paper)", stroke: "var(--line)", fontSize: 12, lineHeight: 1.25, textPadding: 9, pathFilter: "none", maxRadius: 60 }));

  // One row a ratio: its parts as dots, its mean as a diamond with a bar, and the word that is concluded at the right.
  function ratioRows(rows, width, references, xLabel, ariaLabel) {
    const drawn = rows.filter((r) => known(r.value));
    const most = Math.min(100, Math.max(1.1, ...references, ...drawn.flatMap((r) => [r.value, r.low, r.high, ...r.parts.map((p) => p.value)])
      .filter(known).map((v) => Math.max(v, 1 / v)))) * 1.06;
    const x = [1 / most, most], narrow = width < 620;
    const means = drawn.map((r) => ({ ...r, x: inside(r.value, x), a: known(r.low) ? inside(r.low, x) : undefined, b: known(r.high) ? inside(r.high, x) : undefined,
      tip: `${r.label}\n${plain(r.value)} times${known(r.low) ? ` (${plain(r.low)} to ${plain(r.high)})` : ""}\n${r.word}` }));
    const parts = drawn.flatMap((r) => r.parts.filter((p) => known(p.value)).map((p) => ({ label: r.label, x: inside(p.value, x), tip: `${r.label}\n${p.tip}` })));
    const labels = rows.map((r) => r.label), ticks = ratioTicks(x, narrow);
    return Plot.plot({ ...base, width, height: labels.length * 26 + 58, marginTop: 6, marginLeft: narrow ? 150 : 220, marginRight: narrow ? 74 : 110, marginBottom: 42, ariaLabel,
      x: { type: "log", domain: x, axis: null }, y: { type: "point", domain: labels, axis: null, padding: 0.6 }, marks: [
        rowAxis(labels, narrow),
        ...xAxis(ticks, xLabel),
        Plot.ruleX([1], { stroke: "var(--soft)" }),
        Plot.ruleX(references, { stroke: "var(--soft)", strokeDasharray: "1.5 3" }),
        Plot.dot(parts, { y: "label", x: "x", r: 2.4, fill: colour(0), fillOpacity: 0.28 }),
        Plot.ruleY(means.filter((r) => r.a !== undefined && r.b !== undefined), { y: "label", x1: "a", x2: "b", stroke: colour(0), strokeWidth: 2 }),
        Plot.dot(means, { y: "label", x: "x", r: 4.6, symbol: "diamond", fill: colour(0), stroke: "var(--paper)", strokeWidth: 0.8 }),
        Plot.text(rows, { y: "label", frameAnchor: "right", dx: 8, textAnchor: "start", text: "word", fill: "var(--soft)", fontSize: narrow ? 9.5 : 12 }),
        tip(parts.concat(means), "label"),
      ] });
  }

  function epochs(node, pair, width) {
    node.replaceChildren(ratioRows(pair.epochs, width, [1 / data.margin, data.margin],
      width < 620 ? `${pair.label} over A` : `epochs, ${pair.label} over A`, "Ratio of epochs by task"));
  }

  function times(node, pair, width) {
    node.replaceChildren(ratioRows(pair.times, width, [], width < 620 ? `${pair.label} over A` : `time of an epoch, ${pair.label} over A`, "Ratio of times by task"));
  }

  // A step for every epoch at which runs of a task part; runs that part before the first update are drawn at the left edge.
  function parting(node, pair, width) {
    const positive = pair.parting.flatMap((t) => t.steps.map((s) => s[0])).filter((e) => e > 0);
    const x = positive.length > 0 ? [d3.min(positive) / 2, d3.max(positive) * 2] : [0.5, 2];
    const lines = pair.parting.flatMap((task, i) => {
      const points = [{ x: x[0], y: 1 }, ...task.steps.map(([e, share]) => ({ x: inside(e, x), y: share }))];
      points.push({ x: x[1], y: points[points.length - 1].y });
      return points.map((p) => ({ ...p, i, task: task.task, tip: `${task.task}\nepoch ${plain(p.x)}: ${Math.round(100 * p.y)} % still equal\n${task.equal} of ${task.runs} equal to the end` }));
    });
    const ticks = decades(x, width < 620 ? 4 : 8);
    const plot = Plot.plot({ ...base, width, height: 300, marginTop: 28, marginLeft: 52, marginRight: 18, marginBottom: 42, ariaLabel: "Share of runs still equal to the bit",
      x: { type: "log", domain: x, axis: null }, y: { domain: [0, 1], axis: null }, marks: [
        Plot.gridY([0, 0.25, 0.5, 0.75, 1], { stroke: "var(--grid)", strokeOpacity: 1 }),
        Plot.axisY([0, 0.25, 0.5, 0.75, 1], { text: (v) => `${100 * v} %`, tickSize: 0, label: "still equal", labelArrow: "none", fill: "var(--soft)", fontSize: 12 }),
        ...xAxis(ticks, "epoch"),
        ...pair.parting.map((task, i) => Plot.lineY(lines.filter((p) => p.i === i), { x: "x", y: "y", curve: "step-after", stroke: colour(i), strokeWidth: 1.8, strokeDasharray: DASHES[Math.floor(i / 8) % 4] })),
        tip(lines, "y"),
      ] });
    node.replaceChildren(legend(pair.parting.map((task, i) => [task.task, colour(i), DASHES[Math.floor(i / 8) % 4]])), plot);
  }

  // Two bars a row, A above the other; one panel for each meaning of the scale.
  function scales(node, pair, width) {
    const narrow = width < 620, panels = element("div", "");
    for (const [kind, rows] of d3.group(pair.scales, (s) => s.kind)) {
      const ends = rows.flatMap((r) => [r.first, r.second]).flatMap((s) => [s.low, s.high, s.best]).filter((v) => known(v) && v > 0);
      if (ends.length === 0) continue;
      const x = [d3.min(ends) / 1.6, d3.max(ends) * 1.6], labels = rows.map((r) => r.label);
      const bars = rows.flatMap((r) => [[r.first, "A", 0], [r.second, pair.label, 1]].map(([s, name, i]) => ({ label: r.label, i, x: s.best, a: s.low, b: s.high,
        tip: `${r.label}\n${name}: ${s.members.map(plain).join(", ")}` })));
      const panel = element("div", "panel");
      panel.append(element("p", "panel-title", kind === "std" ? "Standard deviation of a weight" : kind === "gain" ? "Gain" : "Value"), Plot.plot({ ...base, width, height: labels.length * 26 + 58,
        marginTop: 6, marginLeft: narrow ? 170 : 260, marginRight: 18, marginBottom: 42, ariaLabel: `Best scales, ${kind}`,
        x: { type: "log", domain: x, axis: null }, y: { type: "point", domain: labels, axis: null, padding: 0.6 }, marks: [
          rowAxis(labels, narrow),
          ...xAxis(decades(x, narrow ? 4 : 8), kind),
          ...[0, 1].flatMap((i) => { const own = bars.filter((b) => b.i === i), dy = i === 0 ? -4 : 4; return [
            Plot.ruleY(own, { y: "label", x1: "a", x2: "b", dy, stroke: colour(i), strokeOpacity: 0.6, strokeWidth: 3 }),
            Plot.dot(own, { y: "label", x: "x", dy, r: 3.6, symbol: i === 0 ? "circle" : "square", fill: colour(i) })]; }),
          tip(bars, "label"),
        ] }));
      panels.append(panel);
    }
    node.replaceChildren(legend([["A", colour(0)], [pair.label, colour(1)]]), panels);
  }

  const kinds = { epochs, parting, scales, times };
  const charts = [...document.querySelectorAll(".chart")];
  function draw(node) {
    const width = Math.floor(node.getBoundingClientRect().width);
    if (width === 0 || width === Number(node.dataset.width)) return;
    node.dataset.width = width;
    Object.entries(kinds).find(([kind]) => node.classList.contains(kind))[1](node, data.pairs[Number(node.dataset.pair)], width);
  }
  charts.forEach(draw);
  let pending = 0;
  addEventListener("resize", () => { clearTimeout(pending); pending = setTimeout(() => charts.forEach(draw), 120); });
})();
