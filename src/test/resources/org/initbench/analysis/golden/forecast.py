"""How many replicates would decide, and pooled differences of shares: python forecast.py, in this folder, writes forecast.csv.

SciPy (norm, t) and plain loops, nothing shared with initbench but the definitions: Student's limits shrink as t*s/sqrt(m), Newcombe's
method 10 (1998) is taken at the shares that were seen, tasks join by square-and-add (Zou and Donner 2008), and the number is the first
above that of the study, up to 10000, at which the interval lies within or beyond the margins with probability 0.8, found one by one.
"""
import csv
import functools
import math

from scipy.stats import norm, t

MOST = 10_000


@functools.lru_cache(None)
def student(freedom, tail):
    return t.isf(tail, freedom)


def first(n, decided):
    for m in range(n + 1, MOST + 1):
        if decided(m) >= 0.8:
            return m
    return ""


def decided(value, above, below, least, most):
    if value > most:
        return above(most)
    if value < least:
        return below(least)
    return above(least) + below(most) - 1


def student_wanted(value, low, high, n, tail, least, most):
    def probability(m, distance, half):
        s = half / student(n - 1, tail) * math.sqrt(n)
        return norm.cdf(distance / (s / math.sqrt(m)) - student(m - 1, tail))

    return first(n, lambda m: decided(
        value,
        lambda bound: probability(m, value - bound, value - low),
        lambda bound: probability(m, bound - value, high - value),
        least, most))


def fisher_wanted(rho, learned, n, tail, margin):
    limit = 1 - 6 / (learned * (learned**2 - 1))
    centre = math.atanh(max(-limit, min(limit, rho)))

    def probability(m, distance):
        freedom = m * learned / n - 3
        return norm.cdf(distance / math.sqrt(1.06 / freedom) - norm.isf(tail)) if freedom > 0 else 0

    return first(n, lambda m: decided(
        rho,
        lambda bound: probability(m, centre - math.atanh(bound)),
        lambda bound: probability(m, math.atanh(bound) - centre),
        -margin, margin))


def wilson(share, n, z):
    centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return (0 if share == 0 else centre - half), (1 if share == 1 else centre + half)


def newcombe(table, m, z):
    """Limits of the difference with m pairs that are distributed as these counts: both, only first, only second, neither."""
    a, b, c, d = (x / sum(table) for x in table)
    p, q = a + b, a + c
    margins = p * (1 - p) * q * (1 - q)
    phi = 0
    if margins > 0:
        cross = a * d - b * c
        phi = (max(cross - 1 / (2 * m), 0) if cross > 0 else cross) / math.sqrt(margins)
    (l1, u1), (l2, u2) = wilson(p, m, z), wilson(q, m, z)

    def distance(x, y):
        return math.sqrt(max(0, x * x + y * y - 2 * phi * x * y))

    return p - q, p - q - distance(p - l1, u2 - q), p - q + distance(u1 - p, q - l2)


def pooled(tables, m, z):
    parts = [newcombe(table, m or sum(table), z) for table in tables]
    k = len(parts)
    mean = sum(v for v, _, _ in parts) / k
    return (mean,
            mean - math.sqrt(sum((v - low) ** 2 for v, low, _ in parts)) / k,
            mean + math.sqrt(sum((high - v) ** 2 for v, _, high in parts)) / k)


def shares_wanted(tables, tail, margin):
    z = norm.isf(tail)
    mean = pooled(tables, None, z)[0]
    variance = sum((b + c) / sum((a, b, c, d)) - ((b - c) / sum((a, b, c, d))) ** 2 for a, b, c, d in tables)

    def probability(m, distance):
        error = math.sqrt(max(0, variance) / m) / len(tables)
        return norm.cdf(distance / error) if error > 1e-12 else float(distance > 0)

    return first(sum(tables[0]), lambda m: decided(
        mean,
        lambda bound: probability(m, pooled(tables, m, z)[1] - bound),
        lambda bound: probability(m, bound - pooled(tables, m, z)[2]),
        -margin, margin))


STUDENT = [  # value, low, high (of a logarithm), replicates, tail
    (0.0, -0.5, 0.5, 20, 0.0025),
    (0.1, -0.3, 0.6, 20, 0.0025),
    (-0.15, -0.6, 0.2, 10, 0.0015625),
    (0.5, 0.1, 1.5, 10, 0.0015625),
    (-0.6, -2.0, 0.0, 8, 0.0016666666666666668),
    (0.6, -4.0, 5.2, 3, 0.0016666666666666668),
    (0.23, 0.0, 0.5, 20, 0.0025),
    (0.2231, 0.0, 0.5, 20, 0.0025),
    (0.22, 0.2199, 0.2236, 20, 0.0025),
    (0.0, -0.2232, 0.2232, 20, 0.0025),
]
FISHER = [  # correlation, runs that learned, replicates, tail
    (0.75, 10, 10, 0.0016666666666666668),
    (0.5, 6, 10, 0.0016666666666666668),
    (0.0, 20, 20, 0.0016666666666666668),
    (-0.29, 10, 10, 0.025),
    (0.21, 20, 20, 0.0016666666666666668),
    (1.0, 5, 8, 0.0016666666666666668),
]
SHARES = [  # counts of pairs by task (both, only first, only second, neither), tail
    ([(6, 0, 0, 0)] * 7, 0.0015625),
    ([(7, 0, 0, 0)] * 7, 0.0015625),
    ([(8, 0, 0, 0)] * 7, 0.0015625),
    ([(0, 0, 0, 6)] * 7, 0.0015625),
    ([(6, 0, 0, 0)] * 4 + [(0, 0, 0, 6)] * 2, 0.0015625),
    ([(36, 12, 2, 0)], 0.025),
    ([(20, 12, 2, 16)], 0.025),
    ([(8, 6, 1, 5)], 0.0125),
    ([(10, 5, 5, 0), (18, 1, 0, 1), (20, 0, 0, 0)], 0.0015625),
    ([(0, 7, 3, 10)], 0.0125),
]


def text(tables):
    return ";".join("-".join(map(str, table)) for table in tables)


with open("forecast.csv", "w", newline="") as out:
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["kind", "tables", "value", "low", "high", "learned", "replicates", "tail", "wanted"])
    margin = math.log(1.25)
    for value, low, high, n, tail in STUDENT:
        wanted = student_wanted(value, low, high, n, tail, -margin, margin)
        table.writerow(["student", "", value, low, high, "", n, tail, wanted])
    for rho, learned, n, tail in FISHER:
        wanted = fisher_wanted(rho, learned, n, tail, 0.2)
        table.writerow(["fisher", "", rho, "", "", learned, n, tail, wanted])
    for tables, tail in SHARES:
        mean, low, high = pooled(tables, None, norm.isf(tail))
        table.writerow(["shares", text(tables), mean, low, high, "", sum(tables[0]), tail, shares_wanted(tables, tail, 0.2)])
