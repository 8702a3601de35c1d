package gradus.ml.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.calibration.CalibratedClassifier;
import gradus.ml.calibration.CalibrationMethod;
import gradus.ml.optimise.StoppingCriterion;
import gradus.ml.score.ClassificationMetric;
import gradus.ml.score.RegressionMetric;
import gradus.ml.selection.GridSearchClassifier;
import gradus.ml.selection.GridSearchRegressor;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Every hyperparameter of every estimator is checked when the estimator is made. An estimator of the library
/// that is not listed here fails the test.
class HyperparametersTest {

    /// What numbers a hyperparameter may be.
    enum Range {
        POSITIVE(
                List.of(Double.MIN_VALUE, 1.0, Double.MAX_VALUE),
                List.of(0.0, -0.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)),
        NOT_NEGATIVE(
                List.of(0.0, Double.MIN_VALUE, Double.MAX_VALUE),
                List.of(-Double.MIN_VALUE, -1.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)),
        FRACTION(
                List.of(0.0, 0.3, 1.0),
                List.of(-Double.MIN_VALUE, Math.nextUp(1.0), Double.NaN, Double.POSITIVE_INFINITY)),
        AT_LEAST_1(List.of(1, Integer.MAX_VALUE), List.of(0, -1, Integer.MIN_VALUE)),
        AT_LEAST_2(List.of(2, Integer.MAX_VALUE), List.of(1, 0, -1, Integer.MIN_VALUE)),
        ANY(List.of(0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE), List.of());

        private final List<? extends Number> accepted;
        private final List<? extends Number> refused;

        Range(List<? extends Number> accepted, List<? extends Number> refused) {
            this.accepted = accepted;
            this.refused = refused;
        }
    }

    /// An estimator with valid hyperparameters, and the range of each that is a number.
    record Settings(Record valid, Map<String, Range> ranges) {
        @Override
        public String toString() {
            return valid.getClass().getSimpleName();
        }
    }

    static final List<Settings> ALL = List.of(
            new Settings(new LinearRegression(), Map.of()),
            new Settings(new Ridge(1), Map.of("penalty", Range.NOT_NEGATIVE)),
            new Settings(
                    new Lasso(1),
                    Map.of(
                            "penaltyPerRow",
                            Range.POSITIVE,
                            "tolerance",
                            Range.POSITIVE,
                            "maxIterations",
                            Range.AT_LEAST_1)),
            new Settings(
                    new ElasticNet(1, 0.5),
                    Map.of(
                            "penaltyPerRow",
                            Range.POSITIVE,
                            "l1Ratio",
                            Range.FRACTION,
                            "tolerance",
                            Range.POSITIVE,
                            "maxIterations",
                            Range.AT_LEAST_1)),
            new Settings(
                    new GradientDescentRegression(0.1, 5),
                    Map.of(
                            "learningRate",
                            Range.POSITIVE,
                            "epochs",
                            Range.AT_LEAST_1,
                            "batchSize",
                            Range.AT_LEAST_1,
                            "seed",
                            Range.ANY)),
            new Settings(
                    new LogisticRegression(1),
                    Map.of(
                            "penalty",
                            Range.NOT_NEGATIVE,
                            "tolerance",
                            Range.POSITIVE,
                            "maxIterations",
                            Range.AT_LEAST_1)),
            new Settings(new SoftmaxRegression(1, new StoppingCriterion(0, 1)), Map.of("penalty", Range.NOT_NEGATIVE)),
            new Settings(new Perceptron(3), Map.of("maxEpochs", Range.AT_LEAST_1)),
            new Settings(new KNearestNeighbours(3), Map.of("k", Range.AT_LEAST_1)),
            new Settings(new GaussianNaiveBayes(), Map.of("varianceSmoothing", Range.POSITIVE)),
            new Settings(new MultinomialNaiveBayes(), Map.of("smoothing", Range.POSITIVE)),
            new Settings(
                    new ClassWeightedClassifier<>(new GaussianNaiveBayes(), new ClassWeights.Balanced()), Map.of()),
            new Settings(
                    new KMeans(2, 1),
                    Map.of(
                            "clusterCount",
                            Range.AT_LEAST_1,
                            "restarts",
                            Range.AT_LEAST_1,
                            "maxIterations",
                            Range.AT_LEAST_1,
                            "tolerance",
                            Range.NOT_NEGATIVE,
                            "seed",
                            Range.ANY)),
            new Settings(new IsotonicRegression(), Map.of()),
            new Settings(
                    new CalibratedClassifier(new GaussianNaiveBayes(), CalibrationMethod.SIGMOID, 1),
                    Map.of("folds", Range.AT_LEAST_2, "seed", Range.ANY)),
            new Settings(new Pca(2), Map.of("componentCount", Range.AT_LEAST_1)),
            new Settings(
                    new GridSearchRegressor<>(List.of(new Ridge(1)), 2, RegressionMetric.R2, 1),
                    Map.of("folds", Range.AT_LEAST_2, "seed", Range.ANY)),
            new Settings(
                    new GridSearchClassifier<>(List.of(new Perceptron(1)), 2, ClassificationMetric.ACCURACY, 1),
                    Map.of("folds", Range.AT_LEAST_2, "seed", Range.ANY)));

    @ParameterizedTest
    @FieldSource("ALL")
    void everyNumberIsInTheListOfRanges(Settings estimator) {
        assertThat(Arrays.stream(estimator.valid.getClass().getRecordComponents())
                        .filter(component -> component.getType().isPrimitive() && component.getType() != boolean.class)
                        .map(RecordComponent::getName))
                .containsExactlyInAnyOrderElementsOf(estimator.ranges.keySet());
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aNumberOutOfRangeIsRefusedWithNameAndValue(Settings estimator) {
        estimator.ranges.forEach((name, range) -> {
            for (Number number : range.refused) {
                assertThatIllegalArgumentException()
                        .as("%s of %s", number, name)
                        .isThrownBy(() -> with(estimator.valid, name, number))
                        .withMessageContaining(number.toString())
                        .withMessageMatching("(?s).*\\b(" + name + "|" + words(name) + ")\\b.*");
            }
        });
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aNumberInRangeIsAccepted(Settings estimator) {
        estimator.ranges.forEach((name, range) -> {
            for (Number number : range.accepted) {
                assertThatCode(() -> with(estimator.valid, name, number))
                        .as("%s of %s", number, name)
                        .doesNotThrowAnyException();
            }
        });
    }

    @Test
    void everyEstimatorOfTheLibraryIsInTheList() throws IOException, URISyntaxException {
        Set<Class<?>> listed =
                ALL.stream().map(estimator -> estimator.valid.getClass()).collect(Collectors.toSet());
        Set<Class<?>> estimators = LibraryClasses.all()
                .filter(type -> type.isRecord() && isEstimator(type))
                .collect(Collectors.toSet());
        assertThat(estimators).isNotEmpty().isSubsetOf(listed);
    }

    private static boolean isEstimator(Class<?> type) {
        return Stream.of(Regressor.class, Classifier.class, Clusterer.class, DimensionalityReducer.class)
                .anyMatch(kind -> kind.isAssignableFrom(type));
    }

    /// `cross-validation folds` for `crossValidationFolds`.
    private static String words(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    /// A copy of a record with one other component.
    private static void with(Record valid, String name, Number number) {
        RecordComponent[] components = valid.getClass().getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> component.getName().equals(name) ? number : read(valid, component))
                .toArray();
        try {
            valid.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class[]::new))
                    .newInstance(values);
        } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Object read(Record valid, RecordComponent component) {
        try {
            return component.getAccessor().invoke(valid);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
