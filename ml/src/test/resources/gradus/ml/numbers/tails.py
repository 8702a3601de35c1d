"""Both tails of the gamma and the beta distribution to about 40 digits, from their definitions: a power series
with many spare digits where it converges fast, otherwise the integral of the density by tanh-sinh quadrature.
The results are logarithms, which don't underflow.
"""

import mpmath as mp

SPARE = 420  # digits that 1 - p may lose


def gamma_tails(a, x):
    """The logarithms of the regularised incomplete gamma functions P(a, x) and Q(a, x)."""
    if x == 0:
        return mp.ninf, mp.mpf(0)
    if a <= 500 and x <= 1000:
        with mp.workdps(SPARE + 60):
            return both(a * mp.log(x) - x - mp.loggamma(a + 1) + mp.log(mp.hyp1f1(1, a + 1, x)))
    with mp.workdps(50 + digits(max(a, x))):
        log_gamma = mp.loggamma(a)
        # In u = ln t the density is log-concave for every shape.
        tail = log_integral(lambda u: a * u - mp.exp(u) - log_gamma, mp.log(x), -1 if x <= a else 1, mp.sqrt(1 / a))
    return both(tail) if x <= a else swapped(both(tail))


def beta_tails(a, b, x, y=None):
    """The logarithms of the regularised incomplete beta function at x and of its complement; y is 1 - x."""
    if y is None:
        with mp.workdps(SPARE + 60):
            y = 1 - x
    if x == 0 or y == 0:
        return (mp.ninf, mp.mpf(0)) if x == 0 else (mp.mpf(0), mp.ninf)
    if max(a, b) <= 200 or min(a, b) < 1 and max(a, b) * (x if a < b else y) < 200:
        with mp.workdps(SPARE + 60):
            return both(power_series(a, b, x, y)) if x <= y else swapped(both(power_series(b, a, y, x)))
    with mp.workdps(50 + digits(max(a, b)) + digits(1 / min(x, y))):
        log_beta = mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)
        is_lower = b * x <= a * y
        # In the log-odds u the density is log-concave for all parameters.
        tail = log_integral(
            lambda u: a * u - (a + b) * mp.log(1 + mp.exp(u)) - log_beta,
            mp.log(x) - mp.log(y),
            -1 if is_lower else 1,
            mp.sqrt(1 / a + 1 / b),
        )
    return both(tail) if is_lower else swapped(both(tail))


def power_series(a, b, x, y):
    front = a * mp.log(x) + b * mp.log(y) - mp.loggamma(a + 1) - mp.loggamma(b) + mp.loggamma(a + b)
    return front + mp.log(mp.hyp2f1(a + b, 1, a + 1, x))


def digits(number):
    return max(0, int(mp.log(number, 10)) + 1)


def both(log_p):
    with mp.workdps(SPARE + 60):
        if log_p < -SPARE * mp.log(10):
            return log_p, -mp.exp(log_p)
        return log_p, mp.log(-mp.expm1(log_p))


def swapped(pair):
    return pair[1], pair[0]


def log_integral(log_density, start, direction, scale):
    at_start = log_density(start)
    end = scale
    while at_start - log_density(start + direction * end) < 130:
        end *= 2
    while at_start - log_density(start + direction * end / 2) > 130:
        end /= 2
    parts = [start + direction * end * mp.mpf(i) / 6 for i in range(7)]
    return at_start + mp.log(direction * mp.quad(lambda u: mp.exp(log_density(u) - at_start), parts))
