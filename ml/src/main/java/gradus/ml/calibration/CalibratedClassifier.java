package gradus.ml.calibration;

import gradus.ml.classic.Classifier;
import gradus.ml.data.split.Folds;
import gradus.ml.data.split.Labels;
import gradus.ml.data.split.TrainTestSplit;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A classifier with calibrated probabilities: fits a probabilistic classifier, and calibrators of its
/// probabilities, by cross-validation. It corresponds to scikit-learn's `CalibratedClassifierCV`.
///
/// **Method.** The rows are split into stratified folds. For each fold, a model is fitted to the other folds
/// and predicts the rows of this one, so every row is scored by a model that has not seen it.
///
/// - With `ensemble`, each fold gets its own model and calibrators, and their probabilities are averaged.
/// - Without, one set of calibrators is fitted to the scores of all rows, and one model to all rows. That is
///   smaller and faster to predict with.
///
/// There is one calibrator per class, for the class against the rest, and the probabilities of a row are
/// divided by their sum (if all are 0, each becomes 1/K). Two classes need only one calibrator, that of the
/// second class.
///
/// **Scores.** Isotonic regression is given the probability of the class. The sigmoid is given its log-odds,
/// `log p − log(1 − p)`, limited to the range from −745 to 745: so a model whose probabilities are right
/// already is left as it is. (scikit-learn takes the log-odds of logistic regression too, but the
/// probabilities of models that have no decision function.)
///
/// **Cost.** With k folds, k fits with `ensemble`, k + 1 without; O(n·log n) for the calibrators.
///
/// **Caveats.** Calibration needs rows of its own: with few of them, above all isotonic regression makes
/// probabilities worse. It can hardly change the order of the rows.
///
/// Source: A. Niculescu-Mizil and R. Caruana, "Predicting Good Probabilities with Supervised Learning", ICML
/// 2005, 625–632.
///
/// @param estimator the classifier to be calibrated
/// @param method how calibrators are fitted
/// @param folds number of folds, ≥ 2, at most the number of rows of the rarest class
/// @param ensemble whether the models of all folds are kept
/// @param seed random seed for the assignment of rows to folds
public record CalibratedClassifier(
        Classifier<? extends Classifier.Probabilistic> estimator,
        CalibrationMethod method,
        int folds,
        boolean ensemble,
        long seed)
        implements Classifier<CalibratedClassifier.Model> {

    public CalibratedClassifier {
        if (folds < 2) {
            throw new IllegalArgumentException("folds must be at least 2, got " + folds);
        }
    }

    /// With an ensemble of 5 folds.
    public CalibratedClassifier(
            Classifier<? extends Classifier.Probabilistic> estimator, CalibrationMethod method, long seed) {
        this(estimator, method, 5, true, seed);
    }

    /// A classifier with calibrators of its probabilities.
    ///
    /// @param model the classifier
    /// @param method how the calibrators were fitted, which says what score they take
    /// @param calibrators one per class, for the class against the rest; for two classes that of the second
    public record CalibratedModel(
            Classifier.Probabilistic model, CalibrationMethod method, List<Calibrator> calibrators) {

        public CalibratedModel {
            calibrators = List.copyOf(calibrators);
        }

        /// The calibrated probabilities, shape `(m, K)` for `x` of shape `(m, d)`.
        Matrix probabilities(Matrix x) {
            Matrix raw = model.probabilities(x);
            int classCount = raw.columns();
            double[][] calibrated = new double[raw.rows()][classCount];
            for (int i = 0; i < calibrated.length; i++) {
                if (classCount == 2) {
                    calibrated[i][1] = calibrators.getFirst().probability(score(raw, i, 1, method));
                    calibrated[i][0] = 1 - calibrated[i][1];
                    continue;
                }
                for (int k = 0; k < classCount; k++) {
                    calibrated[i][k] = calibrators.get(k).probability(score(raw, i, k, method));
                }
                normalise(calibrated[i]);
            }
            return Matrix.from(calibrated.length, classCount, (i, k) -> calibrated[i][k]);
        }
    }

    /// A fitted calibrated classifier: the mean of the probabilities of its members.
    ///
    /// @param classes the labels, ascending
    /// @param members one per fold, or a single one
    public record Model(List<Integer> classes, List<CalibratedModel> members) implements Classifier.Probabilistic {

        public Model {
            classes = List.copyOf(classes);
            members = List.copyOf(members);
        }

        @Override
        public int featureCount() {
            return members.getFirst().model.featureCount();
        }

        @Override
        public Matrix probabilities(Matrix x) {
            Matrix sum = members.getFirst().probabilities(x);
            for (CalibratedModel member : members.subList(1, members.size())) {
                sum = sum.plus(member.probabilities(x));
            }
            return sum.map(total -> total / members.size());
        }
    }

    /// {@inheritDoc}
    ///
    /// @throws IllegalArgumentException as in [Classifier#fit]; if there is only one class, or a class has
    ///     fewer rows than there are folds; or if the estimator throws
    @Override
    public Model fit(Matrix x, int[] labels) {
        List<Integer> classes = CalibrationPreconditions.requireTrainingSet(x, labels, folds);
        List<TrainTestSplit> splits = Folds.stratified(labels, folds, Rng.of(seed));
        var members = new ArrayList<CalibratedModel>();
        double[][] outOfFold = new double[labels.length][];
        for (TrainTestSplit split : splits) {
            int[] test = split.test();
            Classifier.Probabilistic model =
                    estimator.fit(x.selectRows(split.train()), Labels.selectRows(labels, split.train()));
            Matrix raw = model.probabilities(x.selectRows(test));
            if (ensemble) {
                members.add(calibrate(model, classes, raw, Labels.selectRows(labels, test)));
            }
            for (int i = 0; i < test.length; i++) {
                outOfFold[test[i]] = raw.row(i).toArray();
            }
        }
        if (!ensemble) {
            members.add(calibrate(estimator.fit(x, labels), classes, Matrix.of(outOfFold), labels));
        }
        return new Model(classes, members);
    }

    private CalibratedModel calibrate(Classifier.Probabilistic model, List<Integer> classes, Matrix raw, int[] labels) {
        var calibrators = new ArrayList<Calibrator>();
        for (int k = classes.size() == 2 ? 1 : 0; k < classes.size(); k++) {
            int own = k;
            boolean[] positive = new boolean[labels.length];
            for (int i = 0; i < labels.length; i++) {
                positive[i] = labels[i] == classes.get(k);
            }
            calibrators.add(method.fit(Vector.from(labels.length, i -> score(raw, i, own, method)), positive));
        }
        return new CalibratedModel(model, method, calibrators);
    }

    /// The score of class k in a row of probabilities.
    private static double score(Matrix raw, int row, int k, CalibrationMethod method) {
        return switch (method) {
            case ISOTONIC -> raw.get(row, k);
            case SIGMOID -> {
                // The sum of the others keeps the digits that 1 − p would lose.
                double others = 0;
                for (int other = 0; other < raw.columns(); other++) {
                    others += other == k ? 0 : raw.get(row, other);
                }
                yield Math.clamp(StrictMath.log(raw.get(row, k)) - StrictMath.log(others), -745, 745);
            }
        };
    }

    private static void normalise(double[] probabilities) {
        double sum = Arrays.stream(probabilities).sum();
        for (int k = 0; k < probabilities.length; k++) {
            probabilities[k] = sum > 0 ? probabilities[k] / sum : 1.0 / probabilities.length;
        }
    }
}
