package gradus.ml.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.linalg.Matrix;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The contract of every record of numbers: what can't be right is refused when it is made. List a new record
/// here, with valid numbers, to have it tested.
class SettingsTest {

    static Stream<Record> valid() {
        return Stream.concat(
                Stream.of(
                        new Bootstrap(2),
                        new PermutationTest(1),
                        new Metropolis(1, 0, 1),
                        new McmcChain(Matrix.zeros(1, 1), 0.5),
                        new Estimate(0, 1),
                        new Interval(0, 1),
                        new TestResult(0, 1),
                        new RunningMoments(2, 0, 1, 1),
                        BetaBernoulli.uniformPrior(),
                        new GammaPoisson(new Gamma(1, 1))),
                DistributionsTest.ALL.stream().map(Record.class::cast));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void nanIsRefusedWhereverItIs(Record record) {
        for (int i = 0; i < record.getClass().getRecordComponents().length; i++) {
            int at = i;
            if (record.getClass().getRecordComponents()[i].getType() == double.class) {
                assertThatIllegalArgumentException()
                        .as("component %d", i)
                        .isThrownBy(() -> with(record, at, Double.NaN))
                        .withMessageContaining("NaN");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("valid")
    void aNegativeCountIsRefused(Record record) {
        for (int i = 0; i < record.getClass().getRecordComponents().length; i++) {
            int at = i;
            Class<?> type = record.getClass().getRecordComponents()[i].getType();
            if (type == int.class || type == long.class) {
                assertThatIllegalArgumentException()
                        .as("component %d", i)
                        .isThrownBy(() -> with(record, at, type == int.class ? (Object) (-1) : (Object) (-1L)))
                        .withMessageContaining("got -1");
            }
        }
    }

    @Test
    void everyPublicRecordIsListed() throws IOException, URISyntaxException {
        List<? extends Class<?>> listed = valid().map(Object::getClass).toList();
        Path classes = Path.of(Bootstrap.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.list(classes.resolve("gradus/ml/stats"))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.startsWith("package"))
                    .map(name -> "gradus.ml.stats." + name.replace(".class", ""))
                    .toList();
            assertThat(names).isNotEmpty().allSatisfy(name -> {
                Class<?> type = Class.forName(name, false, Bootstrap.class.getClassLoader());
                if (type.isRecord() && Modifier.isPublic(type.getModifiers())) {
                    assertThat(listed.contains(type)).as("%s is listed", name).isTrue();
                }
            });
        }
    }

    /// The record with another value for one component.
    private static void with(Record record, int at, Object value) throws Throwable {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = i == at ? value : components[i].getAccessor().invoke(record);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
        try {
            record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
