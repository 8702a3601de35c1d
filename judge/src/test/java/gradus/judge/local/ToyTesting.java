package gradus.judge.local;

import gradus.course.Cut;
import gradus.course.Lab;
import gradus.course.LibraryUse;
import gradus.course.Source;
import gradus.course.Testing;
import gradus.judge.Submission;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A lab of tests upon the toy library: test `sum` and `shifted`. Two of three faults must be found.
final class ToyTesting {

    static final String PATH = "gradus/lab/tests/toy/NumbersTests.java";

    private static final String SUM = "public static double sum(double[] values) {";
    private static final String SHIFTED = "public static double[] shifted(double[] values, double by) {";

    private ToyTesting() {}

    static Testing lab() {
        return new Testing(
                "toy",
                "",
                List.of(Cut.of("gradus.ml.toy.Numbers", "sum", "shifted")),
                LibraryUse.declaring(java.util.Set.of()),
                new Lab.Limits(2, 128),
                List.of(),
                Source.of("gradus.lab.tests.toy.NumbersTests", "package gradus.lab.tests.toy; class NumbersTests {}"),
                List.of(ToyLibrary.reference("Numbers")),
                List.of(part("backwards", SUM + """
                                requireSome(values);
                                double sum = 0;
                                for (int i = values.length - 1; i >= 0; i--) {
                                    sum += values[i];
                                }
                                return sum;
                            }
                        """)),
                List.of(
                        mutant(1, "sum", "the last value is left out", SUM + """
                                requireSome(values);
                                double sum = 0;
                                for (int i = 0; i < values.length - 1; i++) {
                                    sum += values[i];
                                }
                                return sum;
                            }
                        """),
                        mutant(2, "shifted", "it never ends for a shift of 0", SHIFTED + """
                                while (by == 0) {
                                    Thread.onSpinWait();
                                }
                                double[] result = values.clone();
                                for (int i = 0; i < result.length; i++) {
                                    result[i] += by;
                                }
                                return result;
                            }
                        """),
                        mutant(3, "shifted", "the argument is changed", SHIFTED + """
                                for (int i = 0; i < values.length; i++) {
                                    values[i] += by;
                                }
                                return values;
                            }
                        """)),
                2,
                new Testing.TestClasses(Source.of("gradus.lab.tests.toy.NumbersTests", ""), Map.of()),
                Path.of("toy/lab.md"));
    }

    private static Lab.Solution part(String name, String member) {
        return new Lab.Solution(
                name,
                Optional.empty(),
                List.of("<p>Question</p>", "<p>Pointer</p>", "<p>Explanation</p>"),
                List.of(),
                List.of(Source.of("gradus.ml.toy.Numbers", "class Numbers {\n    " + member + "}\n")),
                Path.of("toy", name),
                Optional.empty());
    }

    private static Testing.Mutant mutant(int number, String where, String fault, String member) {
        return new Testing.Mutant(number, part("mutant-" + number, member), where, fault);
    }

    /// A submission of a test class with these members.
    static Submission members(String members) {
        return submission("""
                package gradus.lab.tests.toy;

                import static gradus.proctor.assertions.Expect.calling;

                import gradus.ml.toy.Numbers;
                import org.junit.jupiter.api.*;

                class NumbersTests {

                %s
                }
                """.formatted(members));
    }

    static Submission submission(String source) {
        return new Submission("toy", Map.of(PATH, source));
    }
}
