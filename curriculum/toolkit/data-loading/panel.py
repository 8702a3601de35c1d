# agree: 1e-9
# differs: plain: np.median gives NaN if any value is missing; ours leaves missing values out, as np.nanmedian does
import csv
import numpy as np
from scipy.stats import median_abs_deviation

text = 'mass,note\n3750,\n3800,"ring ""A12"", lost"\n,escaped\n4.875,\n3450,\n'
records = list(csv.reader(text.splitlines()))
masses = np.array([float(record[0] or "nan") for record in records[1:]])  # (5)
mad = median_abs_deviation(masses, nan_policy="omit")
print("records", len(records))
print("note", records[2][1])
print("median", np.nanmedian(masses))
print("MAD", mad)
print("outliers", np.flatnonzero(np.abs(masses - np.nanmedian(masses)) > 4 * 1.4826 * mad))
print("plain", np.median(masses))
