# agree: 1e-12
# differs: abs: NumPy's abs of a complex number is its length, which loses the imaginary part
import numpy as np

def saved(deposit, rate):
    balance = 0
    for year in range(3):
        balance = (balance + deposit) * (1 + rate)
    return balance

at = np.array([100, 0.1])  # (2)
step = 1e-200j * np.eye(2)
balance = saved(*(at + step[1]))
print("balance", balance.real)
print("slope", balance.imag / 1e-200)
print("gradient", np.array([saved(*(at + one)).imag for one in step]) / 1e-200)
print("abs", np.abs(-3 + 1e-200j).imag / 1e-200)
