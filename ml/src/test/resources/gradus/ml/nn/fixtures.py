"""Writes optimisers.txt and losses.txt: what PyTorch computes, for the tests of gradus.ml.nn.

python3 -m venv env; env/bin/pip install torch numpy; env/bin/python fixtures.py
"""

import numpy
import torch
import torch.nn.functional as F

STEPS = 10
HEADER = f"# python3 fixtures.py, with torch {torch.__version__} and numpy {numpy.__version__}\n"


def start():
    weight = torch.tensor([[0.5, -1.0, 0.25], [2.0, 0.0, -0.75]], requires_grad=True)
    bias = torch.tensor([0.1, -0.2, 0.3], requires_grad=True)
    return weight, bias


def gradient(shape, step, sign):
    """Exact in binary, so that Java makes the same."""
    n = shape.numel()
    return torch.tensor([sign * ((7 * i + 5 * step) % 16 - 6) / 8 for i in range(n)]).reshape(shape)


def trace(name, make):
    weight, bias = start()
    optimiser = make(weight, bias)
    lines = []
    for step in range(STEPS):
        weight.grad = gradient(weight.shape, step, 1)
        bias.grad = gradient(bias.shape, step, -1)
        optimiser.step()
        numbers = torch.cat([weight.detach().flatten(), bias.detach()]).tolist()
        lines.append(" ".join(f"{x:.9g}" for x in numbers))
    return f"{name}\n" + "\n".join(lines) + "\n"


with open("optimisers.txt", "w") as out:
    out.write(HEADER)
    out.write("# after each of 10 steps: the 6 weights and 3 biases; the gradients are those of fixtures.py\n")
    out.write(trace("sgd 0.05 momentum 0.9", lambda w, b: torch.optim.SGD([w, b], lr=0.05, momentum=0.9)))
    out.write(trace("sgd 0.05", lambda w, b: torch.optim.SGD([w, b], lr=0.05)))
    out.write(trace("adam 0.1", lambda w, b: torch.optim.Adam([w, b], lr=0.1)))
    out.write(trace("adamw 0.1 decay 0.1", lambda w, b: torch.optim.AdamW(
        [{"params": [w], "weight_decay": 0.1}, {"params": [b], "weight_decay": 0.0}],
        lr=0.1, betas=(0.9, 0.99))))


def loss(name, value, inputs):
    (slope,) = torch.autograd.grad(value, inputs)
    return f"{name} {value.item():.17g} " + " ".join(f"{x:.17g}" for x in slope.flatten().tolist()) + "\n"


def logits():
    z = torch.tensor([[0.5, -1.5, 2.0, 0.0], [3.0, 0.25, -4.0, 1.0], [-0.5, -0.25, 0.75, 8.0]], dtype=torch.float64)
    return z.requires_grad_()


with open("losses.txt", "w") as out:
    out.write(HEADER)
    out.write("# in double: the loss, and its slope in each of the 12 outputs of fixtures.py\n")
    targets = torch.tensor([[1, 0, 0.25, 1], [0, 1, 0, 0.5], [1, 1, 0, 0]], dtype=torch.float64)
    z = logits()
    out.write(loss("crossEntropy", F.cross_entropy(z, torch.tensor([2, 0, 1])), z))
    z = logits()
    out.write(loss("ignoring", F.cross_entropy(z, torch.tensor([2, -1, 1]), ignore_index=-1), z))
    z = logits()
    out.write(loss("binaryCrossEntropy", F.binary_cross_entropy_with_logits(z, targets), z))
    z = logits()
    out.write(loss("meanSquaredError", F.mse_loss(z, targets), z))
    z = logits()
    out.write(loss("huber", F.huber_loss(z, targets, delta=1.25), z))
