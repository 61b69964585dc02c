"""Expected Gaussian moments of the activations: python moments.py, in this folder, writes moments.csv.

mpmath 1.3.0, 30 digits, tanh-sinh quadrature of the definitions over panels that end at the kink and at the scales of the
integrand; nothing is shared with initbench. Columns: E phi, E phi^2, E phi'^2 of phi(sqrt(q) z), z ~ N(0, 1).
"""
from mpmath import mp, mpf, exp, tanh, cos, sin, log, log1p, expm1, sqrt, pi, quad, sech

mp.dps = 30
LAMBDA, ALPHA = mpf("1.0507009873554805"), mpf("1.6732632423543772")


def sigmoid(x):
    return 1 / (1 + exp(-x))


def gelu_argument(x):
    return sqrt(2 / pi) * (x + mpf("0.044715") * x**3)


ACTIVATIONS = {
    "identity": (lambda x: x, lambda x: mpf(1)),
    "sigmoid": (sigmoid, lambda x: sigmoid(x) * sigmoid(-x)),
    "tanh": (tanh, lambda x: sech(x) ** 2),
    "lecun-tanh": (
        lambda x: mpf("1.7159") * tanh(2 * x / 3),
        lambda x: mpf("1.7159") * 2 / 3 * sech(2 * x / 3) ** 2,
    ),
    "relu": (lambda x: max(x, mpf(0)), lambda x: mpf(1 if x > 0 else 0)),
    "leaky-relu": (lambda x: x if x > 0 else mpf("0.01") * x, lambda x: mpf(1) if x > 0 else mpf("0.01")),
    "elu": (lambda x: x if x > 0 else expm1(x), lambda x: mpf(1) if x > 0 else exp(x)),
    "selu": (
        lambda x: LAMBDA * (x if x > 0 else ALPHA * expm1(x)),
        lambda x: LAMBDA * (1 if x > 0 else ALPHA * exp(x)),
    ),
    "gelu": (
        lambda x: x * (1 + tanh(gelu_argument(x))) / 2,
        lambda x: (1 + tanh(gelu_argument(x))) / 2
        + x * sech(gelu_argument(x)) ** 2 / 2 * sqrt(2 / pi) * (1 + 3 * mpf("0.044715") * x**2),
    ),
    "swish": (lambda x: x * sigmoid(x), lambda x: sigmoid(x) * (1 + x * sigmoid(-x))),
    "softplus": (lambda x: max(x, mpf(0)) + log1p(exp(-abs(x))), sigmoid),
    "softsign": (lambda x: x / (1 + abs(x)), lambda x: 1 / (1 + abs(x)) ** 2),
    "sine": (sin, cos),
}


def expectation(f, q):
    deviation = sqrt(q)
    inner = min(mpf(1), 1 / deviation)
    half = [mpf(0), inner / 8, inner / 2, inner, 3 * inner, 8 * inner, 20 * inner]
    half = [b for b in half if b < 3] + [mpf(k) for k in (3, 6, 10, 15)]
    if f in (sin, cos) or deviation > 3:
        half = sorted(set(half + [mpf(k) / 4 for k in range(1, 60)]))
    borders = [-b for b in reversed(half)] + half[1:]
    return quad(lambda z: f(deviation * z) * exp(-z * z / 2), borders) / sqrt(2 * pi)


if __name__ == "__main__":
    with open("moments.csv", "w") as out:
        out.write("activation,q,mean,mean_square,slope_mean_square\n")
        for name, (phi, slope) in ACTIVATIONS.items():
            for q in ("1e-6", "0.01", "0.3", "1", "2.5", "30", "1e4"):
                value = mpf(q)
                if name == "sine" and value > 30:
                    continue
                row = (
                    expectation(phi, value),
                    expectation(lambda x: phi(x) ** 2, value),
                    expectation(lambda x: slope(x) ** 2, value),
                )
                text = [mp.nstr(m, 18) if abs(m) > mpf(10) ** -25 else "0" for m in row]
                out.write(",".join([name, q] + text) + "\n")
