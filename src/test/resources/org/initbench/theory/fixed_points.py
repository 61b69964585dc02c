"""Expected fixed points of mean field: python fixed_points.py, in this folder, writes fixed_points.csv.

SciPy 1.17.1: q* by brentq on quad's Gaussian integral of phi^2 (nothing is shared with initbench), chi_1 there.
"""
import numpy as np
from scipy.integrate import quad
from scipy.optimize import brentq
from scipy.special import expit


def expectation(f, q):
    g = lambda z: f(np.sqrt(q) * z) * np.exp(-z * z / 2) / np.sqrt(2 * np.pi)
    return quad(g, -12, 0, epsabs=1e-14, epsrel=1e-13, limit=500)[0] + quad(
        g, 0, 12, epsabs=1e-14, epsrel=1e-13, limit=500)[0]


ACTIVATIONS = {
    "tanh": (np.tanh, lambda x: 1 - np.tanh(x) ** 2),
    "sigmoid": (expit, lambda x: expit(x) * expit(-x)),
    "softplus": (lambda x: np.logaddexp(0, x), expit),
    "elu": (lambda x: x if x > 0 else np.expm1(x), lambda x: 1.0 if x > 0 else np.exp(x)),
    "sine": (np.sin, np.cos),
}
CASES = [
    ("tanh", 1.69, 0), ("tanh", 1.69, 0.09), ("tanh", 1, 0.0025), ("tanh", 16, 0), ("tanh", 400, 0.5), ("sigmoid", 1, 0),
    ("sigmoid", 2, 0), ("sigmoid", 40, 0.1), ("softplus", 1, 0), ("elu", 1.2, 0.1), ("sine", 2, 0), ("sine", 50, 0),
]
with open("fixed_points.csv", "w") as out:
    out.write("activation,weight_variance,bias_variance,fixed_point,susceptibility\n")
    for name, weight, bias in CASES:
        phi, slope = ACTIVATIONS[name]
        square, slopes = (lambda x: phi(x) ** 2), (lambda x: slope(x) ** 2)
        q = brentq(lambda q: weight * expectation(square, q) + bias - q, 1e-4, 1e4, xtol=1e-14, rtol=1e-14)
        out.write(f"{name},{weight},{bias},{q:.12g},{weight * expectation(slopes, q):.12g}\n")
