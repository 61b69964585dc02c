"""Expected weights after each update of every optimizer: python3 sequences.py, in this folder, writes sequences.csv.

PyTorch (made with torch 2.13.0) in double precision. The gradients are given, not computed: they change sign and size from update
to update, one weight's is exactly zero at first, another's always is. PyTorch's SGD with momentum is v <- mu*v + g,
w <- w - rate*v, which at a constant rate is Polyak's v <- mu*v - rate*g, w <- w + v.
"""
import torch

RATE = 0.03
START = [0.5, -1.25, 2.0, -0.75]
GRADIENTS = [
    [0.1, -2.0, 0.0, 0.0],
    [-0.3, 1.5, 1e-3, 0.0],
    [0.7, 0.25, -4.0, 0.0],
    [0.0, -1e-6, 30.0, 0.0],
    [-1.1, 0.5, 0.0, 0.0],
    [0.2, -8.0, 1e-9, 0.0],
    [0.2, 3.0, -0.6, 0.0],
    [-0.05, 0.0, 2.5, 0.0],
]
OPTIMIZERS = {
    "sgd": lambda w: torch.optim.SGD(w, lr=RATE),
    "momentum": lambda w: torch.optim.SGD(w, lr=RATE, momentum=0.9),
    "nesterov": lambda w: torch.optim.SGD(w, lr=RATE, momentum=0.8, nesterov=True),
    "rmsprop": lambda w: torch.optim.RMSprop(w, lr=RATE, alpha=0.9, eps=1e-8),
    "adam": lambda w: torch.optim.Adam(w, lr=RATE, betas=(0.9, 0.999), eps=1e-8),
    "adam-short": lambda w: torch.optim.Adam(w, lr=RATE, betas=(0.5, 0.7), eps=1e-3),
    "adamw": lambda w: torch.optim.AdamW(w, lr=RATE, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.1),
}


def main():
    with open("sequences.csv", "w", encoding="utf-8", newline="\n") as out:
        out.write("optimizer,step,rate,weight,start,gradient,expected\n")
        for name, make in OPTIMIZERS.items():
            w = torch.tensor(START, dtype=torch.float64, requires_grad=True)
            optimizer = make([w])
            for step, gradient in enumerate(GRADIENTS, 1):
                w.grad = torch.tensor(gradient, dtype=torch.float64)
                optimizer.step()
                for i, value in enumerate(w.tolist()):
                    row = [name, step, RATE, i, START[i], gradient[i], value]
                    out.write(",".join(map(str, row)) + "\n")


if __name__ == "__main__":
    main()
