# agree: 1e-9
# differs: copied: scikit-learn shares the coefficient between equal columns, ours gives it to the first
import numpy as np
from sklearn.linear_model import LinearRegression

table = np.array([[15, 1], [16, 1], [17, 1], [18, 0], [19, 0], [20, 0]])  # (6, 2)
grams = np.array([4950, 5700, 5550, 3950, 4100, 4550])
model = LinearRegression().fit(table, grams)
print("coefficients", model.coef_)
print("intercept", model.intercept_)
print("r2", model.score(table, grams))
s = np.sqrt(np.sum((grams - model.predict(table)) ** 2) / (6 - 3))
inverse = np.linalg.inv(np.linalg.qr(np.column_stack([np.ones(6), table])).R)
print("errors", s * np.linalg.norm(inverse[1:], axis=1))
print("copied", LinearRegression().fit(table[:, [0, 0]], grams).coef_)
