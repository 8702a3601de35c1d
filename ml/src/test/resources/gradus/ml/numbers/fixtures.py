"""Writes special-functions.csv: values of special functions to 50 digits, at random places with a fixed seed.

    python3 fixtures.py [places for each function] > special-functions.csv
"""

import random
import sys

import mpmath as mp

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


def stirling_error(x):
    return mp.loggamma(x + 1) - (x * mp.log(x) - x + mp.log(2 * mp.pi * x) / 2)


print(f"# mpmath {mp.__version__}, 50 digits: python3 fixtures.py {places} > special-functions.csv")
print("# function, arguments, value")
for _ in range(places):
    x = mp.mpf(gamma_argument())
    row("logGamma", mp.loggamma(x), x)
    x = mp.mpf(exponent(-10, 8))
    mp.mp.dps = 70
    row("stirlingError", stirling_error(x), x)
    mp.mp.dps = 50
    x = mp.mpf(exponent(-8, 10))
    row("digamma", mp.digamma(x), x)
    a, b = mp.mpf(exponent(-3, 6)), mp.mpf(exponent(-3, 6))
    mp.mp.dps = 70
    row("logBeta", mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b), a, b)
    mp.mp.dps = 50
    x = mp.mpf(chance.uniform(-6, 6))
    row("erf", mp.erf(x), x)
    x = mp.mpf(chance.uniform(-3, 26) if chance.random() < 0.7 else chance.uniform(-1, 2))
    row("erfc", mp.erfc(x), x)
    p = mp.mpf(exponent(-300, -0.4) if chance.random() < 0.5 else chance.uniform(0.001, 0.999))
    root = mp.findroot(
        lambda z: mp.log(mp.erfc(-z / mp.sqrt(2)) / 2) - mp.log(p), -mp.sqrt(2 * abs(mp.log(p)) + 1) if p < 0.1 else 0
    )
    row("probit", root, p)
    x = mp.mpf(exponent(-2, 4))
    row("scaledComplement", mp.exp(x * x) * mp.erfc(x), x)
    a = mp.mpf(exponent(-2, 4))
    x = mp.mpf(place(float(a), float(mp.sqrt(a)), 0, 1e9))
    mp.mp.dps = 80
    lower = mp.gammainc(a, 0, x, regularized=True)
    upper = mp.gammainc(a, x, mp.inf, regularized=True)
    row("lowerGamma", lower, a, x) if lower < 0.5 else row("upperGamma", upper, a, x)
    a, b = mp.mpf(exponent(-2, 4)), mp.mpf(exponent(-2, 4))
    mean = a / (a + b)
    deviation = mp.sqrt(mean * (1 - mean) / (a + b + 1))
    x = mp.mpf(place(float(mean), float(deviation), 1e-12, 1 - 1e-12))
    try:
        lower = mp.betainc(a, b, 0, x, regularized=True)
    except ValueError:
        lower = None  # a series of mpmath did not converge: no value, no row
    if lower is None:
        pass
    elif lower < 0.5:
        row("lowerBeta", lower, a, b, x)
    else:
        try:
            row("upperBeta", mp.betainc(b, a, 0, 1 - x, regularized=True), a, b, x)
        except ValueError:
            pass
    mp.mp.dps = 50
