package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.optimise.Lbfgs;
import gradus.ml.optimise.OptimisationResult;
import gradus.ml.optimise.StoppingCriterion;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Softmax regression, also called multinomial logistic regression: a linear classifier for K classes, with
/// an L2 penalty.
///
/// **Model.** Each class has a linear score (*logit*), `z_k = x·w_k + b_k`. The probabilities are their
/// softmax: `p_k = exp(z_k) / Σ_j exp(z_j)`. The decision boundary between any two classes is linear.
///
/// **Objective.** `Σ −log p(class of row i) + penalty/2 · ‖w‖²`, minimised over all weights and intercepts:
/// the cross-entropy summed over the rows, plus an L2 penalty. The intercepts are not penalised. With a
/// weight for each row, the terms of the sum are weighted.
///
/// **Penalty.** The loss is a sum over the rows, so the relative effect of a penalty decreases as the number
/// of rows n grows, or their weights. scikit-learn's `C` of `LogisticRegression` is `1/penalty`. Where the
/// loss is a mean over the rows, as in [ElasticNet], the equivalent penalty is `penalty/n`. For two classes
/// the model is that of [LogisticRegression] with half the penalty: the log-odds are the difference of two
/// logits, and each of them has half of the coefficient.
///
/// **Method.** [Lbfgs], which needs no Hessian; that would be a matrix of `((d + 1)·K)²` entries. Whether it
/// converged is in `stopReason` of the model.
///
/// **Cost.** O(n·d·K) per evaluation of loss and gradient, about one per step.
///
/// **Caveats.** Standardise the features first: the same penalty applies to all coefficients, and L-BFGS
/// converges faster. With penalty 0 there is no optimum if linear boundaries separate the classes, also if
/// rows of several classes lie on a boundary (quasi-complete separation): the weights would grow for ever.
/// Where L-BFGS ends with a gradient within the tolerance, `fit` looks for that and throws, except that it
/// does not look for quasi-complete separation with more than 400 weights.
///
/// Source: T. Hastie, R. Tibshirani and J. Friedman, *The Elements of Statistical Learning*, 2nd edition
/// (2009), section 4.4.
///
/// @param penalty weight of the L2 penalty in the objective, finite, ≥ 0
/// @param stoppingCriterion when to stop; its gradient tolerance applies to the gradient of the mean over the
///     rows, with features that are far from 0 compared with their spread centred
public record SoftmaxRegression(double penalty, StoppingCriterion stoppingCriterion)
        implements Classifier.Weighted<SoftmaxRegression.Model> {

    public SoftmaxRegression {
        ModelPreconditions.requirePenalty(penalty);
        Objects.requireNonNull(stoppingCriterion, "stoppingCriterion");
    }

    /// With a gradient tolerance of 1e-8 and at most 1,000 steps.
    public SoftmaxRegression(double penalty) {
        this(penalty, new StoppingCriterion(1e-8, 1000));
    }

    /// A fitted softmax regression for K classes.
    ///
    /// @param classes the labels, ascending
    /// @param coefficients the change of each class's logit per unit of each feature, shape `(d, K)`
    /// @param intercepts the logit of each class when every feature is 0, shape `(K)`; they sum to 0
    /// @param objectiveValues the objective divided by n (the sum of the weights of the rows), at the start
    ///     and after each step
    /// @param stopReason why the minimisation stopped, for instance because it converged
    public record Model(
            List<Integer> classes,
            Matrix coefficients,
            Vector intercepts,
            Vector objectiveValues,
            OptimisationResult.StopReason stopReason)
            implements Classifier.Probabilistic {

        public Model {
            classes = List.copyOf(classes);
        }

        @Override
        public int featureCount() {
            return coefficients.rows();
        }

        /// The logit (score before the softmax) of each class, shape `(m, K)` for `x` of shape `(m, d)`.
        public Matrix logits(Matrix x) {
            ModelPreconditions.requireFeatures(featureCount(), x);
            Matrix sums = x.times(coefficients);
            Matrix logits = Matrix.from(sums.rows(), sums.columns(), (i, k) -> sums.get(i, k) + intercepts.get(k));
            ModelPreconditions.requireFiniteScores(logits);
            return logits;
        }

        @Override
        public Matrix probabilities(Matrix x) {
            return RowSoftmax.ofRows(logits(x));
        }
    }

    /// {@inheritDoc}
    ///
    /// @throws IllegalArgumentException as in [Classifier.Weighted#fit], and if there is no optimum (see
    ///     Caveats)
    @Override
    public Model fit(Matrix x, int[] labels, Vector weightsOfRows) {
        ModelPreconditions.requireTrainingSet(x, labels);
        WeightedRows rows = WeightedRows.of(x, weightsOfRows);
        LabelEncoding encoded = LabelEncoding.ofAtLeastTwoClasses(rows.select(labels));
        var features = ConditionedFeatures.of(rows.x(), penalty);
        int d = x.columns();
        int classCount = encoded.classCount();
        var loss = new SoftmaxLoss(
                features.x(), encoded.classIndices(), classCount, rows.weights(), features.penalty(penalty));
        OptimisationResult optimisationResult =
                new Lbfgs(stoppingCriterion).minimise(loss, Vector.of(new double[(d + 1) * classCount]));
        Matrix weights =
                Matrix.of(d + 1, classCount, optimisationResult.bestPoint().toArray());
        if (penalty == 0 && optimisationResult.converged()) {
            requireMinimum(features.x(), encoded, rows.weights(), weights);
        }
        double[][] coefficients = new double[classCount][];
        double[] intercepts = new double[classCount];
        for (int k = 0; k < classCount; k++) {
            double[] ofClass = weights.column(k).toArray();
            Vector original = features.coefficients(Vector.of(Arrays.copyOf(ofClass, d)));
            coefficients[k] = original.toArray();
            intercepts[k] = features.intercept(ofClass[d], original);
        }
        return new Model(
                encoded.classes(),
                Matrix.of(coefficients).transpose(),
                Vector.of(intercepts),
                optimisationResult.values(),
                optimisationResult.stopReason());
    }

    private static void requireMinimum(Matrix x, LabelEncoding encoded, Vector weightsOfRows, Matrix weights) {
        Matrix ones = Matrix.from(x.rows(), 1, (_, _) -> 1);
        Matrix probabilities = RowSoftmax.ofRows(x.hstack(ones).times(weights));
        if (SoftmaxSeparation.isFound(x, encoded.classIndices(), weightsOfRows, probabilities)) {
            throw new IllegalArgumentException("without a penalty, no finite weights are optimal, because linear"
                    + " boundaries separate the classes, at most except for rows that lie on them; use a penalty above"
                    + " 0");
        }
    }
}
