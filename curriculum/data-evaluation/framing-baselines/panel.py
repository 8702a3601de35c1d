# agree: 1e-12
# differs: equal: scikit-learn returns 1 for perfect predictions; ours throws, because there's nothing to explain
from sklearn import metrics

actual = [12, 8, 7, 11]  # (4)
predicted = [10, 10, 10, 10]
print("MAE", metrics.mean_absolute_error(actual, predicted))
print("MSE", metrics.mean_squared_error(actual, predicted))
print("RMSE", metrics.root_mean_squared_error(actual, predicted))
print("R2", metrics.r2_score(actual, predicted))
print("equal", metrics.r2_score([5, 5], [5, 5]))
