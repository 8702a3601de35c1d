package gradus.ml.classic;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import gradus.ml.persistence.ModelFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Every model can be saved, and is the same after it is loaded again.
class SavedModelsTest {

    private static final Rng RNG = Rng.of(41);
    private static final int[] LABELS = IntStream.range(0, 24).map(i -> i % 2).toArray();
    private static final Matrix X = Matrix.from(24, 3, (i, _) -> Math.abs(RNG.gaussian()) + LABELS[i]);
    private static final Matrix QUERIES = Matrix.from(40, 3, (_, _) -> 3 * RNG.nextDouble());

    private static final List<Estimator> ALL = Estimator.ALL;

    @TempDir
    private Path folder;

    private Object reloaded(Object model) throws IOException {
        Path file = folder.resolve("model.bin");
        ModelFile.save((Record) model, file);
        return ModelFile.load(file, model.getClass());
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void predictionsAreTheSameBits(Estimator estimator) throws IOException {
        Object model = estimator.fit().to(X, LABELS).model();
        Object loaded = reloaded(model);
        assertThat(loaded).isEqualTo(model);
        assertThat(predictions(loaded)).isEqualTo(predictions(model));
    }

    @Test
    void theIsotonicModelIsTheSameToo() throws IOException {
        var model = new IsotonicRegression().fit(X.selectColumns(0), X.column(1));
        Matrix queries = QUERIES.selectColumns(0);
        assertThat(((Regressor.Fitted) reloaded(model)).predict(queries)).isEqualTo(model.predict(queries));
    }

    private static List<?> predictions(Object model) {
        return switch (model) {
            case Classifier.Probabilistic classifier ->
                List.of(classifier.probabilities(QUERIES), boxed(classifier.predict(QUERIES)));
            case Classifier.Fitted classifier -> boxed(classifier.predict(QUERIES));
            case Regressor.Fitted regressor -> List.of(regressor.predict(QUERIES));
            case Clusterer.Fitted clusterer -> boxed(clusterer.predict(QUERIES));
            case DimensionalityReducer.Fitted reducer -> {
                Matrix transformed = reducer.transform(QUERIES);
                yield List.of(transformed, reducer.inverseTransform(transformed));
            }
            default -> throw new AssertionError(model);
        };
    }

    private static List<Integer> boxed(int[] labels) {
        return IntStream.of(labels).boxed().toList();
    }

    @Test
    void everyModelOfTheLibraryIsTriedHere() throws IOException, URISyntaxException {
        Set<Class<?>> tried = Stream.concat(
                        ALL.stream()
                                .map(estimator ->
                                        estimator.fit().to(X, LABELS).model().getClass()),
                        Stream.of(IsotonicRegression.Model.class))
                .collect(Collectors.toSet());
        Set<Class<?>> models = LibraryClasses.all()
                .filter(type -> type.isRecord()
                        && Stream.of(
                                        Regressor.Fitted.class,
                                        Classifier.Fitted.class,
                                        Clusterer.Fitted.class,
                                        DimensionalityReducer.Fitted.class)
                                .anyMatch(kind -> kind.isAssignableFrom(type)))
                .collect(Collectors.toSet());
        assertThat(models).isNotEmpty().isSubsetOf(tried);
    }

    @Test
    void aLoadedModelIsIndependentOfTheFile() throws IOException {
        var model = new Ridge.Model(1, Vector.of(2), 3);
        Path file = folder.resolve("model.bin");
        ModelFile.save(model, file);
        Ridge.Model loaded = ModelFile.load(file, Ridge.Model.class);
        ModelFile.save(new Ridge.Model(7, Vector.of(8), 9), file);
        assertThat(loaded).isEqualTo(model);
    }
}
