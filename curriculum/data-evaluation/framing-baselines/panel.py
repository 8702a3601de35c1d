# agree: 1e-12
# differs: equal: scikit-learn returns 1 for perfect predictions; ours throws, because there's nothing to explain
from sklearn.metrics import mean_absolute_error, mean_squared_error, r2_score, root_mean_squared_error

actual = [12, 8, 7, 11]  # (4)
predicted = [10, 10, 10, 10]
print("MAE", mean_absolute_error(actual, predicted))
print("MSE", mean_squared_error(actual, predicted))
print("RMSE", root_mean_squared_error(actual, predicted))
print("R2", r2_score(actual, predicted))
print("equal", r2_score([5, 5], [5, 5]))
