"""Writes reference.csv: values of each distribution over the whole range of its parameters, to 20 digits.

    python3 reference.py > reference.csv

Nothing here shares a formula with the library: densities are written as in a textbook and evaluated with spare
digits, and tails are integrals or power series, see ../numbers/tails.py. Quantiles are roots of these tails.
Arguments are exact doubles.
"""

import os
import sys

import mpmath as mp

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "numbers"))
from tails import SPARE, beta_tails, both, digits, gamma_tails, swapped  # noqa: E402

mp.mp.dps = 60
HALF = mp.mpf(1) / 2
LOG_TWO = mp.log(2)


def precise(numbers, function):
    """Evaluates with as many digits more as the largest number has."""
    with mp.workdps(60 + digits(max(1, *(abs(n) for n in numbers)))):
        return +function()


def normal(m, s):
    def at(x):
        with mp.workdps(SPARE):
            z = (x - m) / s
            lower, upper = mp.log(mp.erfc(-z / mp.sqrt(2)) / 2), mp.log(mp.erfc(z / mp.sqrt(2)) / 2)
            return -z * z / 2 - mp.log(s) - mp.log(2 * mp.pi) / 2, lower, upper

    return at


def uniform(low, high):
    def at(x):
        if x <= low or x >= high:
            edge = -mp.log(high - low) if x == low or x == high else mp.ninf
            return (edge, mp.ninf, mp.mpf(0)) if x <= low else (edge, mp.mpf(0), mp.ninf)
        return -mp.log(high - low), mp.log((x - low) / (high - low)), mp.log((high - x) / (high - low))

    return at


def exponential(rate):
    def at(x):
        return (mp.log(rate) - rate * x, *swapped(both(-rate * x))) if x > 0 else (mp.log(rate), mp.ninf, mp.mpf(0))

    return at


def laplace(m, scale):
    def at(x):
        with mp.workdps(SPARE):
            z = (x - m) / scale
            tail = both(-abs(z) - LOG_TWO)
            return (-abs(z) - LOG_TWO - mp.log(scale), *(tail if z < 0 else swapped(tail)))

    return at


def gamma(shape, rate):
    def at(x):
        with mp.workdps(SPARE):
            scaled = rate * x
        log = precise((shape, scaled), lambda: shape * mp.log(scaled) - scaled - mp.loggamma(shape) - mp.log(x))
        return (log, *gamma_tails(shape, scaled))

    return at


def beta(a, b):
    def at(x):
        with mp.workdps(SPARE):
            y = 1 - x
        log_beta = precise((a, b), lambda: mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b))
        log = precise((a, b), lambda: (a - 1) * mp.log(x) + (b - 1) * mp.log(y) - log_beta)
        return (log, *beta_tails(a, b, x, y))

    return at


def student_t(df):
    def at(x):
        a = df / 2
        with mp.workdps(SPARE):
            square = x * x / df
            tail = beta_tails(a, HALF, 1 / (1 + square), square / (1 + square))[0] - LOG_TWO
        log = precise(
            (df,),
            lambda: mp.loggamma(a + HALF) - mp.loggamma(a) - mp.log(df * mp.pi) / 2 - (a + HALF) * mp.log(1 + square),
        )
        return (log, *(swapped(both(tail)) if x > 0 else both(tail)))

    return at


def chi_squared(df):
    return gamma(df / 2, HALF)


def bernoulli(p):
    def at(k):
        with mp.workdps(SPARE):
            return (mp.log(p), mp.mpf(0), mp.ninf) if k == 1 else (mp.log(1 - p), mp.log(1 - p), mp.log(p))

    return at


def binomial(n, p):
    def at(k):
        with mp.workdps(SPARE):
            q = 1 - p
        log = precise(
            (n,),
            lambda: mp.loggamma(n + 1)
            - mp.loggamma(k + 1)
            - mp.loggamma(n - k + 1)
            + (k * mp.log(p) if k > 0 else 0)
            + ((n - k) * mp.log(q) if k < n else 0),
        )
        return (log, *(swapped(beta_tails(k + 1, n - k, p, q)) if k < n else (mp.mpf(0), mp.ninf)))

    return at


def poisson(rate):
    def at(k):
        log = precise((rate, k), lambda: k * mp.log(rate) - rate - mp.loggamma(k + 1))
        return (log, *swapped(gamma_tails(k + 1, rate)))

    return at


def sigmas(mean, sd, *z):
    return [mean + i * sd for i in z]


Z = (-38.3, -20, -8, -3, -1, -1e-9, 0, 0.5, 2, 6, 20, 38)
SMALL = (1e-300, 1e-20, 1e-3)

# Family, parameters, places.
PLACES = [
    ("Normal", (0, 1), (*Z, 1e5)),
    ("Normal", (-7, 0.02), sigmas(-7, 0.02, *Z)),
    ("Normal", (1e8, 1e-3), sigmas(1e8, 1e-3, -30, -1, 0, 5)),
    ("Normal", (0, 1e-300), sigmas(0, 1e-300, *Z)),
    ("Normal", (-3e307, 1e307), (-1.7e308, -3e307, 0, 1e308, 1.7e308)),
    ("Uniform", (-2, 3), (-2, -1.999, 0, 2.5, 3)),
    ("Uniform", (-1e16, 1), (-1e16, -1, 0.5, 1)),
    ("Uniform", (1e-300, 3e-300), (1e-300, 2e-300)),
    ("Exponential", (2.5,), (0, *SMALL, 0.3, 4, 100, 290, 1e6)),
    ("Exponential", (1e-300,), (0, 1, 1e290, 1e300, 7e302, 1e306)),
    ("Exponential", (1e300,), (0, 1e-320, 1e-300, 7e-298)),
    ("Laplace", (3, 0.7), (-700, -500, -8, 2.9, 3, 3.5, 20, 518, 1e5)),
    ("Laplace", (-3e307, 1e307), (-1.7e308, -3e307, 0, 1.7e308)),
    ("Gamma", (1e-300, 1), (*SMALL, 0.5, 1, 3, 100)),
    ("Gamma", (1e-3, 1), (*SMALL, 0.5, 1, 3, 100, 700)),
    ("Gamma", (1e-3, 1e-200), (1e-300, 1e-200, 1, 1e190, 1e200, 3e201)),
    ("Gamma", (0.4, 2), (*SMALL, 0.1, 0.6, 10, 300)),
    ("Gamma", (1, 1e200), (1e-300, 1e-202, 1e-200, 6e-198)),
    ("Gamma", (1.5, 3), (*SMALL, 0.1, 0.6, 10, 240)),
    ("Gamma", (30, 0.1), (*SMALL, 10, 250, 300, 400, 6000)),
    ("Gamma", (1e4, 1), (*SMALL, 6500, *sigmas(1e4, 100, -8, -1, 0, 2, 9), 14500)),
    ("Gamma", (1e9, 0.25), sigmas(4e9, 4 * 31622.8, -36, -8, -1, 0, 2, 9, 37)),
    ("Gamma", (1e15, 1), sigmas(1e15, 3.1623e7, -37, -8, -1, 0, 2, 9, 37)),
    ("Gamma", (1e100, 1), (9.9e99, 1e100, 1.1e100)),
    ("ChiSquared", (1e-3,), (*SMALL, 0.5, 3, 1000)),
    ("ChiSquared", (1,), (*SMALL, 0.5, 3.84, 1400)),
    ("ChiSquared", (5,), (*SMALL, 0.5, 3, 1400)),
    ("ChiSquared", (1e9,), sigmas(1e9, 44721.4, -37, -1, 0, 2, 37)),
    ("ChiSquared", (1e16,), sigmas(1e16, 1.4142e8, -37, -1, 0, 2, 37)),
    ("StudentT", (1e-3,), (-1e300, -1e150, -1e10, -1, 1e-8, 0.7, 2, 40, 1e100)),
    ("StudentT", (0.5,), (-1e300, -1e150, -1e10, -1, 1e-8, 0.7, 2, 40, 1e100)),
    ("StudentT", (1,), (-1e300, -1e150, -1e10, -1, 1e-8, 0.7, 2, 40, 1e100)),
    ("StudentT", (2.5,), (-1e120, -1e10, -3, 1e-300, 1e-8, 0.7, 2, 40)),
    ("StudentT", (30,), (-1e10, -100, -3, 1e-300, 1e-8, 0.7, 2, 40)),
    ("StudentT", (1e6,), (-38, -2, 1e-8, 0.7, 10, 100)),
    ("StudentT", (1e12,), (-38, -2, 1e-8, 0.7, 10, 100)),
    ("StudentT", (1e300,), (-38, -2, 1e-8, 0.7, 10, 100)),
    ("Beta", (1e-300, 1e-300), (*SMALL, 0.2, 0.5, 0.9, 1 - 2.0**-53)),
    ("Beta", (1e-300, 1e-290), (*SMALL, 0.2, 0.5, 0.9, 1 - 2.0**-53)),
    ("Beta", (1e-3, 1e-3), (*SMALL, 0.2, 0.5, 0.9, 1 - 2.0**-53)),
    ("Beta", (1e-3, 1000), (*SMALL, 0.2, 0.5, 1 - 2.0**-53)),
    ("Beta", (1e-10, 1e10), (1e-300, 1e-20, 1e-11, 1e-10, 1e-9, 6e-8)),
    ("Beta", (0.7, 0.6), (*SMALL, 0.2, 0.5, 0.9, 1 - 2.0**-53)),
    ("Beta", (1, 1), (*SMALL, 0.2, 0.5, 0.9, 1 - 2.0**-53)),
    ("Beta", (2, 5), (*SMALL, 0.2, 0.5, 0.9, 1 - 2.0**-53)),
    ("Beta", (3, 1e-5), (*SMALL, 0.2, 0.5, 0.9, 1 - 2.0**-53)),
    ("Beta", (400, 1), (0.2, 0.9, 0.999, 1 - 2.0**-53)),
    ("Beta", (1, 1e15), (1e-300, 1e-16, 1e-15, 3e-15, 7e-13)),
    ("Beta", (1e15, 0.5), (1 - 2e-14, 1 - 3e-15, 1 - 2.0**-50, 1 - 2.0**-53)),
    ("Beta", (1e6, 3e6), (0.22, 0.247, 0.25, 0.251, 0.258)),
    ("Beta", (1e12, 1e12), sigmas(0.5, 3.5355e-7, -37, -2, 0, 1, 30)),
    ("Beta", (1e100, 1e100), (0.499, 0.5, 0.5000001)),
    ("Bernoulli", (0.3,), (0, 1)),
    ("Bernoulli", (1e-300,), (0, 1)),
    ("Bernoulli", (1 - 2.0**-53,), (0, 1)),
    ("Binomial", (12, 0.2), range(13)),
    ("Binomial", (10000, 0.001), (0, 1, 10, 60, 300)),
    ("Binomial", (2e9, 1e-9), (0, 1, 2, 5, 40, 170)),
    ("Binomial", (2e9, 1 - 2.0**-30), (2e9 - 200, 2e9 - 5, 2e9 - 2, 2e9 - 1, 2e9)),
    ("Binomial", (2e9, 0.3), (0, 6e8 - 7e5, 6e8 - 20000, 6e8, 6e8 + 50000, 6e8 + 7e5, 2e9 - 1)),
    ("Binomial", (2147483647, 1e-300), (0, 1)),
    ("Poisson", (1e-300,), (0, 1)),
    ("Poisson", (1e-3,), (0, 1, 2, 60)),
    ("Poisson", (11.5,), (0, 1, 8, 12, 30, 200)),
    ("Poisson", (400,), (0, 1, 90, 400, 450, 1300)),
    ("Poisson", (1e9,), (0, 1e9 - 1150000, 1e9 - 50000, 1e9, 1e9 + 30000, 1e9 + 1150000)),
    ("Poisson", (1e15,), (1e15 - 1e9, 1e15 - 5e7, 1e15, 1e15 + 3e7, 1e15 + 1e9)),
]

# Their quantiles lie between two doubles, or take hours.
WITHOUT_QUANTILES = [("Gamma", (1e100, 1)), ("Beta", (1e100, 1e100)), ("StudentT", (1e300,))]

FAMILIES = {
    "Normal": normal,
    "Uniform": uniform,
    "Exponential": exponential,
    "Laplace": laplace,
    "Gamma": gamma,
    "Beta": beta,
    "StudentT": student_t,
    "ChiSquared": chi_squared,
    "Bernoulli": bernoulli,
    "Binomial": binomial,
    "Poisson": poisson,
}

PROBABILITIES = (1e-300, 1e-100, 1e-16, 1e-5, 0.1, 0.4999999, 0.5)


def text(value):
    return "inf" if value == mp.inf else "-inf" if value == mp.ninf else mp.nstr(value, 20)


def quantile(at, tail, log_p, low, high):
    """Regula falsi in the logarithm of the argument, or, for one that changes its sign, in the argument."""
    place = mp.exp if low > 0 else lambda u: u
    a, b = (mp.log(low), mp.log(high)) if low > 0 else (low, high)
    at_a, at_b = at(place(a))[tail] - log_p, at(place(b))[tail] - log_p
    for step in range(200):
        middle = (a + b) / 2 if step % 3 == 2 else (a * at_b - b * at_a) / (at_b - at_a)
        value = at(place(middle))[tail] - log_p
        if abs(value) < mp.mpf(10) ** -30:
            return place(middle)
        if (value < 0) == (at_a < 0):
            a, at_a, at_b = middle, value, at_b / 2
        else:
            b, at_b, at_a = middle, value, at_a / 2
    raise ValueError(f"no quantile between {low} and {high}")


def rows_of_quantiles(name, at, places):
    """Tiny probabilities of both tails, if the quantile lies between two places that are not too far apart."""
    for kind, tail in (("quantile", 1), ("inverseSurvival", 2)):
        known = [(place, at(place)) for place in places]
        known = [(place, logs[tail]) for place, logs in known if min(logs[0], logs[tail]) > -1e6]
        for p in PROBABILITIES:
            log_p = mp.log(mp.mpf(p))
            for (low, below), (high, above) in zip(known, known[1:]):
                if min(below, above) < log_p < max(below, above):
                    print(f"{kind},{name},{p!r},{text(quantile(at, tail, log_p, low, high))}", flush=True)


def rows_of_counts(name, at, parameters):
    """The smallest counts that reach tiny probabilities; `reaches` only ever changes from false to true."""
    most = mp.mpf(parameters[0]) if len(parameters) == 2 else 2 * mp.mpf(parameters[0]) + 1000
    for p in (1e-100, 1e-5, 0.5):
        log_p = mp.log(mp.mpf(p))
        for kind, reaches in (
            ("quantile", lambda k: at(k)[1] >= log_p),
            ("inverseSurvival", lambda k: at(k)[2] <= log_p),
        ):
            below, count = mp.mpf(-1), most
            while count - below > 1:
                middle = mp.floor((below + count) / 2)
                if reaches(middle):
                    count = middle
                else:
                    below = middle
            print(f"{kind},{name},{p!r},{text(count)}", flush=True)


def main():
    print(f"# mpmath {mp.__version__}: python3 reference.py > reference.csv")
    print("# at, family, parameters, x, log density, log cdf, log survival, cdf, survival")
    print("# quantile, family, parameters, p, x")
    print("# inverseSurvival, family, parameters, p, x")
    for family, parameters, places in PLACES:
        exact = [mp.mpf(float(p)) for p in parameters]
        name = f"{family},{' '.join(repr(float(p)) for p in parameters)}"
        at = FAMILIES[family](*exact)
        places = [float(x) for x in places]
        if family in ("Binomial", "Poisson"):
            places = [float(round(x)) for x in places]
        for x in places:
            log, lower, upper = at(mp.mpf(x))
            values = [text(v) for v in (log, lower, upper, mp.exp(lower), mp.exp(upper))]
            print(f"at,{name},{x!r},{','.join(values)}", flush=True)
        if family in ("Binomial", "Poisson"):
            rows_of_counts(name, at, parameters)
        elif family != "Bernoulli" and (family, parameters) not in WITHOUT_QUANTILES:
            rows_of_quantiles(name, at, [mp.mpf(x) for x in places])


if __name__ == "__main__":
    main()
