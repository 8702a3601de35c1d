"""Writes special-functions.csv: values of special functions to 50 digits, at random places with a fixed seed.

    python3 fixtures.py [places for each function] > special-functions.csv
"""

import random
import sys

import mpmath as mp

from tails import beta_tails, gamma_tails

mp.mp.dps = 50
chance = random.Random(1729)
places = int(sys.argv[1]) if len(sys.argv) > 1 else 40


def exponent(low, high):
    return 10 ** chance.uniform(low, high)


def row(name, value, *arguments):
    if isinstance(value, mp.mpf) and 0 < abs(value) < mp.mpf("1e-290"):
        return
    print(",".join([name, *(repr(float(a)) for a in arguments), mp.nstr(value, 25)]))


def gamma_argument():
    kind = chance.randrange(3)
    return exponent(-300, 300) if kind == 0 else exponent(-3, 6) if kind == 1 else chance.uniform(0.5, 3)


def place(mean, deviation, low, high):
    """Mostly around the mean, sometimes far out."""
    width = deviation * (2 if chance.random() < 0.5 else 15)
    for _ in range(1000):
        x = chance.gauss(mean, width)
        if low < x < high:
            return x
    return mean


def parameter():
    """Mostly of usual size, sometimes tiny or huge."""
    kind = chance.random()
    return mp.mpf(exponent(-3, 4) if kind < 0.5 else exponent(4, 15) if kind < 0.8 else exponent(-300, 100))


def tail(name, logs, *arguments):
    lower, upper = logs
    row("lower" + name, mp.exp(lower), *arguments)
    row("upper" + name, mp.exp(upper), *arguments)


def stirling_error(x):
    return mp.loggamma(x + 1) - (x * mp.log(x) - x + mp.log(2 * mp.pi * x) / 2)


print(f"# mpmath {mp.__version__}, 50 digits: python3 fixtures.py {places} > special-functions.csv")
print("# function, arguments, value")
for _ in range(places):
    x = mp.mpf(gamma_argument())
    row("logGamma", mp.loggamma(x), x)
    x = mp.mpf(chance.choice((1, 2)) + chance.choice((-1, 1)) * exponent(-15, -1))
    row("logGamma", mp.loggamma(x), x)
    x = mp.mpf(exponent(-300, 5) if chance.random() < 0.8 else -chance.random())
    with mp.workdps(400):
        row("logGammaOnePlus", mp.loggamma(1 + x), x)
    x = mp.mpf(exponent(-10, 8) if chance.random() < 0.5 else exponent(-300, 100))
    with mp.workdps(400):
        row("stirlingError", stirling_error(x), x)
    x = mp.mpf(exponent(-8, 10) if chance.random() < 0.5 else exponent(-300, 300))
    row("digamma", mp.digamma(x), x)
    a, b = parameter(), parameter()
    with mp.workdps(400):
        row("logBeta", mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b), a, b)
    x = mp.mpf(chance.uniform(-6, 6))
    row("erf", mp.erf(x), x)
    x = mp.mpf(chance.uniform(-3, 26) if chance.random() < 0.7 else chance.uniform(-1, 2))
    row("erfc", mp.erfc(x), x)
    p = mp.mpf(exponent(-300, -0.4) if chance.random() < 0.5 else chance.uniform(0.001, 0.999))
    if chance.random() < 0.3:
        p = mp.mpf(0.5 + chance.choice((-1, 1)) * exponent(-15, -2))
    with mp.workdps(80):
        row("probit", mp.findroot(
            lambda z: mp.log(mp.erfc(-z / mp.sqrt(2)) / 2) - mp.log(p),
            -mp.sqrt(2 * abs(mp.log(p)) + 1) if p < 0.1 else 0,
        ), p)
    x = mp.mpf(exponent(-2, 4))
    row("scaledComplement", mp.exp(x * x) * mp.erfc(x), x)
    a = parameter()
    spread = float(mp.sqrt(a))
    x = mp.mpf(place(float(a), spread, 0, 1e300) if chance.random() < 0.7 else exponent(-300, 2))
    tail("Gamma", gamma_tails(a, x), a, x)
    a, b = parameter(), parameter()
    mean = a / (a + b)
    spread = float(mp.sqrt(mean * (1 - mean) / (a + b + 1)))
    x = place(float(mean), spread, 0, 1) if chance.random() < 0.7 else exponent(-300, 0)
    if 0 < x < 1:
        tail("Beta", beta_tails(a, b, mp.mpf(x)), a, b, mp.mpf(x))
