# Made with numpy 2.4.6 and scikit-learn 1.9.1: python3 fixtures.py
# It writes scores.txt beside it: a name, then numbers.
import numpy as np
from sklearn import metrics as m

rng = np.random.default_rng(20)
n = 60
out = open("scores.txt", "w")
out.write("# numpy 2.4.6, scikit-learn 1.9.1, fixtures.py\n")


def write(name, *values):
    flat = np.concatenate([np.atleast_1d(np.asarray(value, dtype=float)).ravel() for value in values])
    out.write(name + "," + ",".join(repr(float(value)) for value in flat) + "\n")


actual = rng.normal(5, 2, n).round(3)
predicted = (actual + rng.normal(0.3, 1, n)).round(3)
write("targets", actual)
write("predictions", predicted)
write("meanSquaredError", m.mean_squared_error(actual, predicted))
write("rootMeanSquaredError", m.root_mean_squared_error(actual, predicted))
write("meanAbsoluteError", m.mean_absolute_error(actual, predicted))
write("medianAbsoluteError", m.median_absolute_error(actual, predicted))
write("largestError", m.max_error(actual, predicted))
write("meanAbsolutePercentageError", m.mean_absolute_percentage_error(actual, predicted))
write("pinballLoss", m.mean_pinball_loss(actual, predicted, alpha=0.2))
write("r2", m.r2_score(actual, predicted))
write("explainedVariance", m.explained_variance_score(actual, predicted))

labels = rng.choice([-1, 2, 5], n, p=[0.6, 0.3, 0.1])
guesses = np.where(rng.random(n) < 0.7, labels, rng.choice([-1, 2, 5, 9], n))
write("labels", labels)
write("guesses", guesses)
write("confusion", m.confusion_matrix(labels, guesses))
write("accuracy", m.accuracy_score(labels, guesses))
write("balancedAccuracy", m.recall_score(labels, guesses, labels=[-1, 2, 5], average="macro"))
precision, recall, f1, _ = m.precision_recall_fscore_support(labels, guesses, zero_division=0)
write("precision", precision)
write("recall", recall)
write("f1", f1)
write("f2", m.fbeta_score(labels, guesses, beta=2, average=None, zero_division=0))
write("macro", precision.mean(), recall.mean(), m.f1_score(labels, guesses, average="macro", zero_division=0))
write("microF1", m.f1_score(labels, guesses, average="micro"))
write("matthews", m.matthews_corrcoef(labels, guesses))
write("kappa", m.cohen_kappa_score(labels, guesses))

positive = rng.random(n) < 0.3
score = (rng.normal(0, 1, n) + positive).round(1)
write("positive", positive)
write("scores", score)
write("rocArea", m.roc_auc_score(positive, score))
fpr, tpr, thresholds = m.roc_curve(positive, score, drop_intermediate=False)
write("rocFalse", fpr)
write("rocTrue", tpr)
write("rocThresholds", thresholds[1:])
write("averagePrecision", m.average_precision_score(positive, score))

p = 1 / (1 + np.exp(-score))
write("probabilities", p)
write("logLoss", m.log_loss(positive, p))
write("brier", m.brier_score_loss(positive, p))
three = rng.dirichlet([1, 2, 3], n)
write("three", three)
write("logLoss3", m.log_loss(labels, three, labels=[-1, 2, 5]))
write("brier3", m.brier_score_loss(labels, three, labels=[-1, 2, 5], scale_by_half=False))

gains = rng.integers(0, 4, n)
write("gains", gains)
write("ndcg", m.ndcg_score([gains], [score], k=10), m.ndcg_score([gains], [score]))

points = rng.normal(0, 1, (n, 2)).round(3)
points[: n // 2] += 2
clusters = (points.sum(axis=1) > 2).astype(int) + 3 * (points[:, 0] < -1)
write("points", points)
write("clusters", clusters)
write("adjustedRandIndex", m.adjusted_rand_score(labels, clusters), m.adjusted_rand_score(labels, guesses))
write("normalisedMutualInformation", m.normalized_mutual_info_score(labels, guesses))
write("silhouette", m.silhouette_score(points, clusters))

# A weight for each row.
weights = rng.integers(0, 4, n) + rng.random(n).round(2)
weights[:3] = [0, 1, 2.5]
write("weights", weights)
w = {"sample_weight": weights}
write("weightedMeanSquaredError", m.mean_squared_error(actual, predicted, **w))
write("weightedRootMeanSquaredError", m.root_mean_squared_error(actual, predicted, **w))
write("weightedMeanAbsoluteError", m.mean_absolute_error(actual, predicted, **w))
write("weightedMedianAbsoluteError", m.median_absolute_error(actual, predicted, **w))
write("weightedMeanAbsolutePercentageError", m.mean_absolute_percentage_error(actual, predicted, **w))
write("weightedPinballLoss", m.mean_pinball_loss(actual, predicted, alpha=0.2, **w))
write("weightedR2", m.r2_score(actual, predicted, **w))
write("weightedExplainedVariance", m.explained_variance_score(actual, predicted, **w))
write("weightedConfusion", m.confusion_matrix(labels, guesses, **w))
write("weightedAccuracy", m.accuracy_score(labels, guesses, **w))
write("weightedBalancedAccuracy", m.balanced_accuracy_score(labels, guesses, **w))
write("weightedMacroF1", m.f1_score(labels, guesses, average="macro", zero_division=0, **w))
write("weightedMatthews", m.matthews_corrcoef(labels, guesses, **w))
write("weightedKappa", m.cohen_kappa_score(labels, guesses, **w))
write("weightedRocArea", m.roc_auc_score(positive, score, **w))
write("weightedAveragePrecision", m.average_precision_score(positive, score, **w))
write("weightedLogLoss", m.log_loss(positive, p, **w))
write("weightedBrier", m.brier_score_loss(positive, p, **w))
write("weightedLogLoss3", m.log_loss(labels, three, labels=[-1, 2, 5], **w))
write("weightedBrier3", m.brier_score_loss(labels, three, labels=[-1, 2, 5], scale_by_half=False, **w))

# More than two classes.
for scheme in ["ovr", "ovo"]:
    for average in ["macro", "weighted"]:
        write(scheme + average, m.roc_auc_score(labels, three, multi_class=scheme, average=average, labels=[-1, 2, 5]))
write(
    "ovrWeighted",
    m.roc_auc_score(labels, three, multi_class="ovr", average="macro", labels=[-1, 2, 5], **w),
    m.roc_auc_score(labels, three, multi_class="ovr", average="weighted", labels=[-1, 2, 5], **w),
)
out.close()
