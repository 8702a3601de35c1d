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

types = {
    "b1": np.array([True, False, True]),
    "u2": np.array([0, 1, 65535], dtype="u2"),
    "u2_big_endian": np.array([0, 1, 65535], dtype=">u2"),
    "u4": np.array([0, 1, 2**32 - 1], dtype="u4"),
    "u8": np.array([2**53, 2**63 + 1025, 2**64 - 1], dtype="u8"),
    "u8_big_endian": np.array([2**53, 2**63 + 1025, 2**64 - 1], dtype=">u8"),
    "i1": np.array([-128, 127], dtype="i1"),
    "f2": np.array([0.1, -65504, np.inf, 6e-8], dtype="f2"),
    "f4_big_endian_fortran": np.asfortranarray(np.arange(6, dtype=">f4").reshape(2, 3)),
    "scalar": np.array(2.5),
    "empty": np.zeros((3, 0, 2)),
}
np.savez_compressed("types.npz", **types)
np.savez("stored.npz", grid, labels=np.arange(3))
for name, array in {
    "strings": np.array(["a", "bc"]),
    "dates": np.array(["2024-01-02"], dtype="M8[D]"),
    "record": np.zeros(2, dtype=[("x", "f8"), ("n", "i4")]),
    "objects": np.array([None, 1], dtype=object),
    "raw": np.zeros(2, dtype="V3"),
}.items():
    np.save(name + ".npy", array)
with open("u2_version3.npy", "wb") as file:
    format.write_array(file, np.arange(3, dtype="u2"), version=(3, 0))

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
