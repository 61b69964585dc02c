"""Expected random numbers and weights: python3 draws.py, in this folder, writes streams.csv and uniform.csv.

A second implementation, with nothing but Python's standard library: a stream's state is the SHA-256 of its name, the
generator is xoshiro256++ (Blackman and Vigna 2021), a uniform number is the centre of one of 2^52 equal cells. A digest is
the SHA-256 of the weights as big-endian binary64. The normal families are not made here: their last bits depend on the
logarithm, and Python's is the platform's.
"""
import hashlib
import math
import struct

MASK = (1 << 64) - 1


def stream(seed, *name):
    text = "|".join(["initbench", str(seed), *map(str, name)])
    s = list(struct.unpack(">4Q", hashlib.sha256(text.encode()).digest()))

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


def uniforms(count, *name):
    numbers = stream(*name)
    return [((next(numbers) >> 12) + 0.5) * 2.0**-52 for _ in range(count)]


def uniform(u):
    return math.sqrt(3) * (2 * u - 1)


VARIANCES = {
    "uniform": lambda i, o: 1.0,
    "lecun-uniform": lambda i, o: 1.0 / i,
    "glorot-uniform": lambda i, o: 2.0 / (i + o),
    "he-uniform": lambda i, o: 2.0 / i,
}


def layer(name, scale, seed, task, replicate, number, fan_out, fan_in, drawn_bias):
    deviation = math.sqrt(VARIANCES[name](fan_in, fan_out))
    weights = uniforms(fan_out * fan_in, seed, task, replicate, number, "weight")
    biases = uniforms(fan_out, seed, task, replicate, number, "bias")
    values = []
    for i in range(fan_out):
        values += [scale * (deviation * uniform(u)) for u in weights[i * fan_in:(i + 1) * fan_in]]
        values.append(scale * (deviation * uniform(biases[i])) if drawn_bias else 0.0)
    return values


def main():
    with open("streams.csv", "w", encoding="utf-8", newline="\n") as out:
        out.write("seed,name,first,second,thousandth\n")
        for seed, name in [(1, "a"), (-7, "xor-2-2-1|3|0|weight"), (1 << 62, "digits|99999|6|bias")]:
            numbers = stream(seed, *name.split("|"))
            values = [next(numbers) for _ in range(1000)]
            out.write(",".join([str(seed), name] + ["%016x" % values[i] for i in (0, 1, 999)]) + "\n")
    with open("uniform.csv", "w", encoding="utf-8", newline="\n") as out:
        out.write("initializer,scale,seed,task,replicate,layer,fan_out,fan_in,drawn_bias,sha256\n")
        for number, name in enumerate(VARIANCES):
            for scale, seed, drawn_bias, fan_out, fan_in in [
                    (1.0, 1, False, 32, 64), (0.003162, 20250101, True, 5, 10), (10.0, -1, False, 300, 200)]:
                case = (name, scale, seed, "receipt", 10 * number, number % 3, fan_out, fan_in, drawn_bias)
                values = layer(*case)
                digest = hashlib.sha256(struct.pack(">%dd" % len(values), *values)).hexdigest()
                out.write(",".join(map(str, case)).replace("True", "true").replace("False", "false"))
                out.write("," + digest + "\n")


if __name__ == "__main__":
    main()
