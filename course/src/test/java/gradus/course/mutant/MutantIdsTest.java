package gradus.course.mutant;

import static gradus.course.mutant.SampleMethod.mutants;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Cut;
import gradus.course.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mutants have ids that stay the same, a fixed sample, and a list of those that don't count.
class MutantIdsTest {

    private static final String HEADING = "double f(double a, double b)";

    @TempDir
    Path folder;

    private static Set<String> ids(String... statements) {
        return mutants(HEADING, statements).stream().map(Mutant::id).collect(Collectors.toSet());
    }

    @Test
    void otherLinesDoNotChangeAnId() {
        Set<String> before = ids("a = a + b;", "return a;");
        assertThat(ids("b = b + 1 + a;", "if (b > a) b = a + a;", "a = a + b;", "// more", "return a;"))
                .containsAll(before);
        assertThat(ids("a = a + 2 * b;", "return a;")).doesNotContainAnyElementsOf(ids("a = a + b;"));
    }

    @Test
    void theSameCodeAgainHasAnOrdinal() {
        List<String> twice = mutants(HEADING, "a += b;", "a += b;").stream()
                .filter(mutant -> mutant.operator().equals("removed"))
                .map(Mutant::id)
                .toList();
        assertThat(twice).hasSize(2);
        assertThat(twice.getLast()).isEqualTo(twice.getFirst() + "-2");
    }

    @Test
    void overloadsNestedClassesAndHelpersOfACutMemberHaveNamesOfTheirOwn() {
        var source = Source.of("gradus.ml.toy.Sample", """
                package gradus.ml.toy;

                public final class Sample {

                    public static int f(int a) { return half(a) + 1; }

                    public static int f(long a) { return 1; }

                    public static int g(int a) { return a + 1; }

                    private static int half(int a) { return a / 2; }

                    static class Model {

                        int fit(int a) { return a + 1; }
                    }
                }
                """);
        assertThat(Mutants.of(Cut.of("gradus.ml.toy.Sample", "f", "Model#fit"), source))
                .extracting(Mutant::member)
                .containsOnly("f(int)", "f(long)", "half", "Model.fit");
    }

    @Test
    void aSampleIsAlwaysTheSameAndHasSomeOfEachOperator() {
        List<Mutant> all = mutants(HEADING, "a = a + b + a * a + b * b - a - b;", "a += b;", "return a;");
        List<Mutant> sample = Mutants.sample(all, 12);
        assertThat(sample)
                .hasSize(12)
                .isEqualTo(Mutants.sample(all.reversed(), 12).reversed());
        assertThat(sample.stream().map(Mutant::operator).distinct())
                .containsAll(all.stream().map(Mutant::operator).distinct().toList());
        assertThat(Mutants.sample(all, 1000)).isEqualTo(all);
    }

    @Test
    void anAuthorListsMutantsThatDoNotCount() throws IOException {
        String id = ids("return a;").iterator().next();
        Files.writeString(folder.resolve("mutants.md"), """
                - %s: it computes
                  the same

                - f/boundary/0000: no such mutant
                - `f/sign/1111`:
                anything else
                """.formatted(id));
        assertThat(EquivalentMutants.read(folder)).containsEntry(id, "it computes the same");

        assertThat(EquivalentMutants.check(folder, ids("return a;")))
                .extracting(Object::toString)
                .satisfiesExactly(
                        fault -> assertThat(fault)
                                .startsWith("mutants.md:4: The lab has no mutant \"f/boundary/0000\"; remove it"),
                        fault -> assertThat(fault)
                                .isEqualTo("mutants.md:5: The mutant \"f/sign/1111\" has no reason; say why it doesn't"
                                        + " count."),
                        fault -> assertThat(fault).startsWith("mutants.md:6: Expected a mutant and the reason"));
    }
}
