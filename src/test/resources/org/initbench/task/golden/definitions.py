"""Expected digests of data sets defined by a rule: python3 definitions.py, in this folder, writes definitions.csv.

A second implementation, with nothing but Python's standard library and the generator of ../../init/golden/draws.py. Patterns
are digested as text, drawn samples as big-endian binary64. The two spirals are not made here: their last bits depend on the
sine, and Python's is the platform's.
"""
import hashlib
import math
import struct
import sys

sys.path.insert(0, "../../init/golden")
import draws


def text_digest(inputs, targets):
    text = "".join("[" + ", ".join(repr(float(v)) for v in values) + "]" for values in (inputs, targets))
    return hashlib.sha256(text.encode()).hexdigest()


def parity(bits):
    patterns = [[i >> (bits - 1 - b) & 1 for b in range(bits)] for i in range(2**bits)]
    return patterns, [sum(pattern) % 2 for pattern in patterns]


def sequences(steps, count, purpose):
    numbers = draws.stream(0, "adding-problem", steps, purpose)
    values, markers, sums = [], [], []
    for _ in range(count):
        u = [((next(numbers) >> 12) + 0.5) * 2.0**-52 for _ in range(steps + 2)]
        half = steps // 2
        marked = int(u[steps] * half), half + int(u[steps + 1] * (steps - half))
        values += u[:steps]
        markers += [float(t in marked) for t in range(steps)]
        sums.append(u[marked[0]] + u[marked[1]])
    return values, markers, sums


def scaling(values):
    mean = 0.0
    for v in values:
        mean += v / len(values)
    squares = 0.0
    for v in values:
        squares += (v - mean) * (v - mean)
    deviation = math.sqrt(squares / len(values))
    return lambda v: (v - mean) / deviation


def adding_problem(steps, training, test):
    sets = [sequences(steps, training, "training"), sequences(steps, test, "test")]
    value, marker = scaling(sets[0][0]), scaling(sets[0][1])
    digest = hashlib.sha256()
    for values, markers, sums in sets:
        inputs = [x for v, m in zip(values, markers) for x in (value(v), marker(m))]
        for numbers in (inputs, sums):
            digest.update(struct.pack(">%dd" % len(numbers), *numbers))
    return digest.hexdigest()


def main():
    with open("definitions.csv", "w", encoding="utf-8", newline="\n") as out:
        out.write("data_set,sha256\n")
        out.write("xor," + text_digest([0, 0, 0, 1, 1, 0, 1, 1], [0, 1, 1, 0]) + "\n")
        identity = [i == j for i in range(10) for j in range(10)]
        out.write("one-hot-10," + text_digest(identity, identity) + "\n")
        out.write("line," + text_digest([1, -1], [1, -1]) + "\n")
        patterns, odd = parity(4)
        out.write("parity-4," + text_digest([2 * bit - 1 for p in patterns for bit in p], odd) + "\n")
        one_hot = [x for p in patterns for bit in p for x in (1 - bit, bit)]
        out.write("parity-sequence-4," + text_digest(one_hot, odd) + "\n")
        for case in [(20, 300, 70), (7, 50, 5)]:
            out.write("adding-problem-%d-%d-%d," % case + adding_problem(*case) + "\n")


if __name__ == "__main__":
    main()
