package gradus.proctor.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import gradus.proctor.failure.AssertionCount;
import gradus.proctor.failure.AssertionFailure;
import gradus.proctor.failure.CheckFault;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The table of all assertions: [ResultTable] says what each says of each kind of result, and [SettingTable]
/// which settings it refuses.
class AssertionTableTest {

    /// The public methods that assert nothing and can't be set wrongly: they begin an assertion, or say how
    /// it shows values.
    private static final Set<String> NEUTRAL = Set.of(
            "Expect.calling",
            "CallAssertion.allowingNan",
            "Growth.ofAllocation",
            "Growth.ofTime",
            "GradientAssertion.gradient",
            "GradientAssertion.inFloat",
            "Precision.unitRoundoff",
            "Precision.values",
            "Precision.valueOf",
            "Property.forAll",
            "Property.seed",
            "Property.formattedBy",
            "MetamorphicRelations.relations",
            "MetamorphicRelations.allowingNan",
            "Argument.of",
            "MemberProbes.elements",
            "EqualityProbes.of",
            "EqualityProbes.value",
            "Metric.seed",
            "Probe.phrase",
            "Probe.values",
            "Probe.valueOf");

    @TestFactory
    Stream<DynamicTest> eachAssertionJudgesEachKindOfResult() {
        return ResultTable.ROWS_OF_RESULTS.stream()
                .flatMap(row -> Arrays.stream(ResultKind.values())
                        .filter(kind -> row.outcomes().charAt(kind.ordinal()) != '-')
                        .map(kind -> {
                            char outcome = row.outcomes().charAt(kind.ordinal());
                            return dynamicTest(
                                    row.method() + verb(outcome) + kind.words, () -> judge(row, kind, outcome));
                        }));
    }

    private static String verb(char outcome) {
        return switch (outcome) {
            case 'p' -> " accepts ";
            case 'f' -> " rejects ";
            default -> " blames the lab for ";
        };
    }

    private static void judge(ResultTable.Row row, ResultKind kind, char outcome) {
        long before = AssertionCount.total();
        Throwable thrown = catchThrowable(() -> row.assertion().accept(kind.of(row.right())));
        switch (outcome) {
            case 'p' -> {
                assertThat(thrown).isNull();
                assertThat(AssertionCount.total())
                        .as("assertions that were counted")
                        .isGreaterThan(before);
            }
            case 'f' -> assertThat(thrown).isInstanceOf(AssertionFailure.class);
            default -> assertThat(thrown).isInstanceOf(CheckFault.class);
        }
    }

    @TestFactory
    Stream<DynamicTest> eachAssertionRefusesSenselessSettings() {
        return SettingTable.rows().stream()
                .map(row -> dynamicTest(row.method() + " refuses " + row.setting(), () -> {
                    Throwable thrown = catchThrowable(() -> row.use().run());
                    assertThat(thrown).isInstanceOf(CheckFault.class);
                    assertThat(thrown.getMessage())
                            .as("one sentence for the author")
                            .hasSizeBetween(20, 250);
                }));
    }

    @Test
    void theTableHasEveryPublicAssertion() throws IOException, URISyntaxException {
        var inTable = new TreeSet<>(NEUTRAL);
        ResultTable.ROWS_OF_RESULTS.forEach(row -> inTable.add(row.method()));
        SettingTable.rows().stream()
                .map(SettingTable.Row::method)
                .filter(method -> !method.startsWith("TailProbabilities."))
                .forEach(inTable::add);

        assertThat(publicMethods())
                .as("public methods of assertions and probes, each with a row in ResultTable or SettingTable")
                .containsExactlyInAnyOrderElementsOf(inTable);
    }

    /// All public methods of public classes in the packages of assertions, except those of records, of annotations, and
    /// of generators, which assert nothing.
    private static Set<String> publicMethods() throws IOException, URISyntaxException {
        var methods = new TreeSet<String>();
        Path root = Path.of(
                Expect.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        for (String folder : new String[] {"assertions", "property", "probes"}) {
            try (Stream<Path> files = Files.list(root.resolve("gradus/proctor").resolve(folder))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.contains("-"))
                        .map(name -> classOf("gradus.proctor." + folder + "." + name.replace(".class", "")))
                        .filter(type ->
                                Modifier.isPublic(type.getModifiers()) && !type.isRecord() && !type.isAnnotation())
                        .filter(type -> !type.getSimpleName().equals("Gen"))
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                        .forEach(method ->
                                methods.add(method.getDeclaringClass().getSimpleName() + "." + method.getName()));
            }
        }
        return methods;
    }

    private static Class<?> classOf(String name) {
        try {
            return Class.forName(name, false, AssertionTableTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
