#!/usr/bin/env python3
"""What PyTorch's own modules make of random data, in double precision: outputs and gradients of every kind of layer, of
every activation and of every loss, and where its optimizers take a small network. Writes layers.json, losses.json and
trajectories.json beside this file (torch 2.13, CPU).

A case holds, row by row: `inputs` (a row a sample, its positions row-major, the channels of a position together),
`parameters` in initbench's layout (a row a unit, the bias last), the `outputs`, `outputGradient` G, and the derivatives of
the sum of G * outputs by the inputs (`inputGradient`; none where inputs are words) and by the parameters (`gradients`).
"""
import json
import math
import pathlib

import torch
from torch import nn
from torch.func import functional_call
from torch.nn import functional

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
generator = torch.Generator().manual_seed(20)
layers = {}
losses = {}
trajectories = {}


def normal(*shape, scale=1.0):
    return scale * torch.randn(*shape, generator=generator)


def flat(tensor):
    return [float(format(v, ".17g")) for v in tensor.detach().reshape(-1).tolist()]


def case(name, inputs, parameters, compute, differentiable=True):
    """Records compute(x, *parameters), where x is [samples, size] and the result [samples, size of the output]."""
    x = inputs.clone().requires_grad_(differentiable)
    leaves = [p.clone().requires_grad_() for p in parameters]
    outputs = compute(x, *leaves)
    gradient = normal(*outputs.shape)
    (gradient * outputs).sum().backward()
    layers[name] = {
        "inputs": flat(x),
        "parameters": [flat(p) for p in leaves],
        "outputs": flat(outputs),
        "outputGradient": flat(gradient),
        "gradients": [flat(p.grad) for p in leaves],
    }
    if differentiable:
        layers[name]["inputGradient"] = flat(x.grad)


def call(module, values, *inputs, **options):
    return functional_call(module, values, inputs, options)


def affine(p):
    """A matrix with the bias last, as a module of PyTorch names it."""
    return {"weight": p[:, :-1], "bias": p[:, -1]}


def image(x, height, width, channels):
    return x.reshape(-1, height, width, channels).permute(0, 3, 1, 2)


def rows(x):
    """The inverse of image, a row a sample."""
    return x.permute(0, 2, 3, 1).reshape(x.shape[0], -1)


ACTIVATIONS = {
    "identity": lambda x: x + 0,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "lecun-tanh": lambda x: 1.7159 * torch.tanh(2 * x / 3),
    "relu": functional.relu,
    "leaky-relu": lambda x: functional.leaky_relu(x, 0.01),
    "elu": functional.elu,
    "selu": functional.selu,
    "gelu": lambda x: functional.gelu(x, approximate="tanh"),
    "swish": functional.silu,
    "softplus": lambda x: functional.softplus(x, threshold=40),
    "softsign": functional.softsign,
    "sine": torch.sin,
}
for label, function in ACTIVATIONS.items():
    points = torch.cat([torch.tensor([-9.0, -1.0, -0.01, 0.01, 1.0, 9.0]), normal(12, scale=2)])
    case(label, points.reshape(3, 6), [], function)

case("dense", normal(4, 3), [normal(2, 4)], lambda x, p: torch.tanh(call(nn.Linear(3, 2), affine(p), x)))
case("dense-over-positions", normal(2, 6), [normal(3, 7)], lambda x, p: call(nn.Linear(6, 3), affine(p), x))
case(
    "positionwise-dense",
    normal(2, 6),
    [normal(2, 4)],
    lambda x, p: functional.relu(call(nn.Linear(3, 2), affine(p), x.reshape(2, 2, 3))).reshape(2, -1),
)


def convolution(kernel):
    def compute(x, p):
        weight = p[:, :-1].reshape(3, kernel, kernel, 2).permute(0, 3, 1, 2)
        module = nn.Conv2d(2, 3, kernel, padding="same")
        return rows(torch.tanh(call(module, {"weight": weight, "bias": p[:, -1]}, image(x, 3, 4, 2))))

    return compute


case("convolution-3x3", normal(2, 24), [normal(3, 19, scale=0.4)], convolution(3))
case("convolution-5x5", normal(2, 24), [normal(3, 51, scale=0.3)], convolution(5))
case("max-pooling", normal(2, 48), [], lambda x: rows(nn.MaxPool2d(2)(image(x, 4, 6, 2))))
case("average-pooling", normal(2, 48), [], lambda x: rows(nn.AvgPool2d(2)(image(x, 4, 6, 2))))
case("mean-over-positions", normal(2, 24), [], lambda x: nn.AdaptiveAvgPool2d(1)(image(x, 3, 4, 2)).flatten(1))


def recurrent(module, steps, channels):
    def compute(x, p, u):
        values = {
            "weight_ih_l0": p[:, :-1],
            "bias_ih_l0": p[:, -1],
            "weight_hh_l0": u,
            "bias_hh_l0": torch.zeros(u.shape[0]),
        }
        return call(module, values, x.reshape(-1, steps, channels))[0][:, -1]

    return compute


for label in ("tanh", "relu"):
    module = nn.RNN(2, 3, nonlinearity=label, batch_first=True)
    case("recurrent-" + label, normal(3, 8), [normal(3, 3), normal(3, 3)], recurrent(module, 4, 2))
case(
    "lstm",
    normal(3, 8),
    [normal(12, 3), normal(12, 3)],
    recurrent(nn.LSTM(2, 3, batch_first=True), 4, 2),
)


def cho_2014(x, p, u, v):
    """Equations 5 to 8 of Cho et al. (2014), with biases: the reset gate acts on the state, before the product."""
    state = torch.zeros(x.shape[0], 3)
    for step in x.reshape(-1, 4, 2).unbind(1):
        to_reset, to_update, to_candidate = functional.linear(step, p[:, :-1], p[:, -1]).chunk(3, dim=1)
        from_reset, from_update = functional.linear(state, u).chunk(2, dim=1)
        reset = torch.sigmoid(to_reset + from_reset)
        update = torch.sigmoid(to_update + from_update)
        candidate = torch.tanh(to_candidate + functional.linear(reset * state, v))
        state = update * state + (1 - update) * candidate
    return state


def check_cho_2014():
    """nn.GRU resets after the product. Where the candidate's matrix is diagonal, before and after are the same."""
    x, p, u, v = normal(3, 8), normal(9, 3), normal(6, 3), torch.diag(normal(3))
    theirs = recurrent(nn.GRU(2, 3, batch_first=True), 4, 2)(x, p, torch.cat([u, v]))
    torch.testing.assert_close(cho_2014(x, p, u, v), theirs, rtol=0, atol=1e-14)


check_cho_2014()
case("gru", normal(3, 8), [normal(9, 3), normal(6, 3), normal(3, 3)], cho_2014)


def attention(heads):
    def compute(x, p, q):
        values = {
            "in_proj_weight": p[:, :-1],
            "in_proj_bias": p[:, -1],
            "out_proj.weight": q[:, :-1],
            "out_proj.bias": q[:, -1],
        }
        sequence = x.reshape(-1, 3, 4)
        module = nn.MultiheadAttention(4, heads, batch_first=True)
        return call(module, values, sequence, sequence, sequence)[0].reshape(x.shape)

    return compute


case("self-attention-1-head", normal(2, 12), [normal(12, 5), normal(4, 5)], attention(1))
case("self-attention-2-heads", normal(2, 12), [normal(12, 5), normal(4, 5)], attention(2))


def feed_forward(x, p, q):
    hidden = functional.gelu(call(nn.Linear(3, 5), affine(p), x.reshape(-1, 2, 3)), approximate="tanh")
    return call(nn.Linear(5, 3), affine(q), hidden).reshape(x.shape)


case("feed-forward", normal(2, 6), [normal(5, 4), normal(3, 6)], feed_forward)


def embedding(x, p):
    words = x.reshape(-1, 4, 5).argmax(dim=2)
    return call(nn.Embedding(5, 3), {"weight": p.T}, words).reshape(x.shape[0], -1)


WORDS = torch.tensor([[0, 3, 3, 1], [4, 0, 2, 3]])
case("embedding", functional.one_hot(WORDS, 5).double().reshape(2, -1), [normal(3, 5)], embedding, False)
case("learned-positions", normal(3, 6), [normal(6, 1)], lambda x, p: x + p.reshape(1, 6))


def scaled(gain, offset):
    return {"weight": gain[:, 0], "bias": offset[:, 0]}


case(
    "layer-normalization",
    normal(3, 8, scale=2),
    [normal(4, 1), normal(4, 1)],
    lambda x, g, o: call(nn.LayerNorm(4), scaled(g, o), x.reshape(3, 2, 4)).reshape(3, -1),
)
case(
    "batch-normalization-1d",
    normal(5, 3, scale=2),
    [normal(3, 1), normal(3, 1)],
    lambda x, g, o: call(nn.BatchNorm1d(3).train(), scaled(g, o), x),
)
case(
    "batch-normalization-2d",
    normal(3, 12, scale=2),
    [normal(2, 1), normal(2, 1)],
    lambda x, g, o: rows(call(nn.BatchNorm2d(2).train(), scaled(g, o), image(x, 2, 3, 2))),
)
case(
    "residual",
    normal(3, 4),
    [normal(5, 5), normal(4, 6)],
    lambda x, p, q: x + call(nn.Linear(5, 4), affine(q), torch.tanh(call(nn.Linear(4, 5), affine(p), x))),
)

LOSSES = {
    "SOFTMAX_CROSS_ENTROPY": functional.cross_entropy,
    "BINARY_CROSS_ENTROPY": lambda z, t: functional.binary_cross_entropy_with_logits(z, t, reduction="sum") / len(z),
    "SQUARED_ERROR_SUM": lambda o, t: functional.mse_loss(o, t, reduction="sum") / 2,
    "SQUARED_ERROR_MEAN": functional.mse_loss,
}
for label, function in LOSSES.items():
    outputs = normal(5, 3, scale=3).requires_grad_()
    targets = torch.rand(5, 3, generator=generator)
    if label == "SOFTMAX_CROSS_ENTROPY":
        targets = functional.one_hot(torch.tensor([0, 2, 1, 1, 0]), 3).double()
    elif label == "BINARY_CROSS_ENTROPY":
        targets = targets.round()
    loss = function(outputs, targets)
    loss.backward()
    losses[label] = {
        "outputs": flat(outputs),
        "targets": flat(targets),
        "loss": loss.item(),
        "gradient": flat(outputs.grad),
    }


def trajectory(name, optimizer, limit=math.inf):
    """Six updates of a 3-4-2 network, tanh, softmax cross-entropy, with mini-batches of four."""
    start = [normal(4, 4), normal(2, 5)]
    weights = [p.clone().requires_grad_() for p in start]
    rule = optimizer(weights)
    inputs = normal(6, 4, 3)
    targets = functional.one_hot(torch.randint(2, (6, 4), generator=generator), 2).double()
    norms = []
    for x, t in zip(inputs, targets):
        hidden = torch.tanh(functional.linear(x, weights[0][:, :-1], weights[0][:, -1]))
        outputs = functional.linear(hidden, weights[1][:, :-1], weights[1][:, -1])
        rule.zero_grad()
        functional.cross_entropy(outputs, t).backward()
        norm = nn.utils.get_total_norm([p.grad for p in weights]).item()
        norms.append(norm)
        if norm > limit:
            for p in weights:
                p.grad *= limit / norm
        rule.step()
    assert limit == math.inf or min(norms) < limit < max(norms), "some updates are clipped, some are not"
    trajectories[name] = {
        "start": [flat(p) for p in start],
        "inputs": [flat(x) for x in inputs],
        "targets": [flat(t) for t in targets],
        "end": [flat(p) for p in weights],
    }


trajectory("sgd", lambda p: torch.optim.SGD(p, lr=0.5))
trajectory("sgd-clipped", lambda p: torch.optim.SGD(p, lr=0.5), 0.5)
trajectory("adam", lambda p: torch.optim.Adam(p, lr=0.1))
trajectory("adam-clipped", lambda p: torch.optim.Adam(p, lr=0.1), 0.4)


def write(name, cases):
    lines = [json.dumps(label) + ":" + json.dumps(value, separators=(",", ":")) for label, value in cases.items()]
    path = pathlib.Path(__file__).with_name(name)
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8", newline="\n")


write("layers.json", layers)
write("losses.json", losses)
write("trajectories.json", trajectories)
