"""Cross-fitted regrets by a second implementation: python regret.py, in this folder, writes regret-runs.csv and regret.csv.

Plain Python, nothing shared with initbench but the definition (the splits' generator is xoshiro256++ after Blackman and Vigna, 2021,
seeded with the SHA-256 digest of the stream's name). Runs are drawn by Python's own generator: log-normal epochs in halves, with failures.
"""
import csv
import hashlib
import math
import random
from fractions import Fraction

BUDGET = 100
SPLITS = 200
MASK = (1 << 64) - 1
TASKS = ["first", "second", "third", "hopeless"]
# median epochs by task, share that converges
STARTS = {
    ("normal", 0.01): [(30, 0.6), (12, 1), (60, 0.4), (40, 0.1)],
    ("normal", 0.1): [(10, 1), (11, 1), (20, 0.9), (50, 0.2)],
    ("normal", 1.0): [(14, 0.9), (30, 0.8), (18, 1), (50, 0)],
    ("uniform", 0.1): [(11, 1), (11, 1), (22, 0.9), (50, 0.2)],
    ("uniform", 1.0): [(15, 1), (28, 0), (19, 0.7), (50, 0)],
    ("only-here", 0.1): [(12, 1), None, (20, 1), (50, 0)],
}
REPLICATES = 9


def runs():
    draw = random.Random(5)
    table = []
    for t, task in enumerate(TASKS):
        shared = [draw.gauss(0, 1) for _ in range(REPLICATES)]
        for (name, scale), laws in STARTS.items():
            if laws[t] is None:
                continue
            median, share = laws[t]
            for r in range(REPLICATES):
                epochs = round(2 * median * math.exp(0.2 * (shared[r] + draw.gauss(0, 1)))) / 2
                ok = draw.random() < share and epochs <= BUDGET
                table.append((task, name, scale, r, epochs if ok else None))
    return table


def stream(name):
    digest = hashlib.sha256(name.encode()).digest()
    s = [int.from_bytes(digest[8 * i : 8 * i + 8], "big") for i in range(4)]

    def rotl(x, k):
        return ((x << k) | (x >> (64 - k))) & MASK

    while True:
        yield (rotl((s[0] + s[3]) & MASK, 23) + s[0]) & MASK
        t = (s[1] << 17) & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotl(s[3], 45)


def ert(cells, half):
    cost = sum(Fraction(e if e is not None else BUDGET) for r, e in cells.items() if r in half)
    reached = sum(1 for r, e in cells.items() if r in half and e is not None)
    return cost, reached


def regrets(task, table):
    starts = {}
    for t, name, scale, r, e in table:
        if t == task:
            starts.setdefault((name, scale), {})[r] = e
    source = stream("initbench|1|regret|" + task)
    totals = {s: [Fraction(0), 0] for s in starts}
    best = [Fraction(0), 0]
    for _ in range(SPLITS):
        keys = [(next(source) >> 12, r) for r in range(REPLICATES)]
        first = {r for _, r in sorted(keys)[: REPLICATES // 2]}
        second = set(range(REPLICATES)) - first
        choice, least = None, None
        for s, cells in starts.items():
            cost, reached = ert(cells, first)
            if reached and (least is None or cost / reached < least):
                choice, least = s, cost / reached
        if choice is None:
            continue
        for s, cells in starts.items():
            cost, reached = ert(cells, second)
            totals[s][0] += cost
            totals[s][1] += reached
            if s == choice:
                best[0] += cost
                best[1] += reached
    return {s: float(c / n / (best[0] / best[1])) if n else math.inf for s, (c, n) in totals.items()}


def main():
    table = runs()
    with open("regret-runs.csv", "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["task", "initializer", "scale", "replicate", "epochs"])
        out.writerows((t, n, s, r, "" if e is None else e) for t, n, s, r, e in table)
    own = {t: regrets(t, table) for t in TASKS[:3]}
    full = [s for s in STARTS if all(s in own[t] for t in own)]
    mean = lambda s, tasks: math.exp(sum(math.log(own[t][s]) for t in tasks) / len(tasks))
    worst = lambda s, tasks: max(own[t][s] for t in tasks)
    label = lambda s: f"{s[0]} {s[1]}"
    with open("regret.csv", "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["what", "task", "start", "value"])
        for t in own:
            out.writerows(("regret", t, label(s), v) for s, v in own[t].items())
        for s in STARTS:
            tasks = [t for t in own if s in own[t]]
            out.writerow(("worst", "", label(s), worst(s, tasks)))
            out.writerow(("mean", "", label(s), mean(s, tasks)))
            out.writerow(("profile", "", label(s), sum(own[t].get(s, math.inf) <= 1.5 for t in own) / len(own)))
        for t in own:
            others = [o for o in own if o != t]
            out.writerow(("by worst", t, label(min(full, key=lambda s: worst(s, others))), ""))
            out.writerow(("by mean", t, label(min(full, key=lambda s: mean(s, others))), ""))


main()
