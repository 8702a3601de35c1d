# Made with numpy 2.4.6 and scikit-learn 1.9.1: python3 fixtures.py
# It writes the .npy files and encoders.txt beside it.
import warnings

import numpy as np
from numpy.lib import format
from sklearn.preprocessing import MinMaxScaler, PolynomialFeatures, StandardScaler

grid = np.arange(24).reshape(2, 3, 4)
np.save("f8_c.npy", grid * 0.5)
np.save("f8_fortran.npy", np.asfortranarray(grid * 0.5))
np.save("f4.npy", (grid * 0.1).astype("f4"))
np.save("i4_big_endian.npy", (grid - 12).astype(">i4"))
np.save("i8.npy", np.array([2**62 + 1, -(2**62) - 1]))
np.save("u1_scalar.npy", np.array(200, dtype="u1"))
np.save("i2_empty.npy", np.zeros((0, 3), dtype="i2"))
np.save("complex.npy", np.zeros(2, dtype="c16"))
with open("u1_version2.npy", "wb") as file, warnings.catch_warnings():
    warnings.simplefilter("ignore")
    format.write_array(file, np.arange(250, 256, dtype="u1").reshape(2, 3), version=(2, 0))

x = np.array([[1.0, 10.0], [2.0, 20.0], [4.0, 15.0], [8.5, 12.25], [3.25, -7.0]])
test = np.array([[0.0, 100.0], [5.0, 11.0]])


def write(file, name, matrix):
    for row in matrix:
        file.write(name + "," + ",".join(repr(float(value)) for value in row) + "\n")


with open("encoders.txt", "w") as file:
    file.write("# numpy 2.4.6, scikit-learn 1.9.1, fixtures.py\n")
    write(file, "train", x)
    write(file, "test", test)
    write(file, "standardised", StandardScaler().fit(x).transform(test))
    write(file, "min-max", MinMaxScaler().fit(x).transform(test))
    write(file, "polynomial", PolynomialFeatures(3, include_bias=False).fit(x).transform(test))
    for column in x.T:
        figures = [column.mean(), column.std(ddof=1), column.min(), *np.quantile(column, [0.25, 0.5, 0.75]), column.max()]
        write(file, "spread", [figures])
