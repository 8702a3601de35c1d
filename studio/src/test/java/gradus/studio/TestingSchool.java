package gradus.studio;

import java.nio.file.Path;

/// A school of one lesson, whose lab is to test a class of two methods. Two of three faults must be found.
public final class TestingSchool {

    /// Tests that find every fault.
    public static final String TESTS = """
            package gradus.lab.tests.span;

            import static gradus.proctor.assertions.Expect.calling;

            import gradus.ml.toy.Span;
            import org.junit.jupiter.api.Test;

            class SpanTests {

                @Test
                void spansFromTheSmallestToTheLargest() {
                    calling("Span.of(3, 1, 4)", () -> Span.of(3, 1, 4)).gives(3.0, "4 − 1");
                }

                @Test
                void negativeNumbersCount() {
                    calling("Span.of(-2, -1)", () -> Span.of(-2, -1)).gives(1.0, "−1 − (−2)");
                }

                @Test
                void nothingIsRefused() {
                    calling("Span.of()", () -> Span.of()).fails(IllegalArgumentException.class, "there is no smallest");
                }
            }
            """;

    private static final String MEMBER = """
            class Span {

                public static double of(double... numbers) {
            %s
                }
            }
            """;

    private TestingSchool() {}

    /// @param folder an empty folder
    static School at(Path folder) {
        return new School(folder)
                .library("Span", """
                        package gradus.ml.toy;

                        /// Distances.
                        public final class Span {

                            private Span() {}

                            /// The difference of the largest number and the smallest.
                            public static double of(double... numbers) {
                                if (numbers.length == 0) {
                                    throw new IllegalArgumentException("give at least one number");
                                }
                                double smallest = numbers[0];
                                double largest = numbers[0];
                                for (double number : numbers) {
                                    smallest = Math.min(smallest, number);
                                    largest = Math.max(largest, number);
                                }
                                return largest - smallest;
                            }
                        }
                        """)
                .lab("span", "Span", "Test it.")
                .file("span", "lab.md", """
                        ---
                        kind: tests
                        subject: ["gradus.ml.toy.Span#of"]
                        uses: [gradus.ml.toy.Span]
                        limits: {seconds: 2, megabytes: 64}
                        data: []
                        pass: 2
                        ---

                        ## Task {#task}

                        Test *spans*.

                        ## Contract {#contract}

                        - `of` gives the difference of the largest number and the smallest.
                        - It throws an `IllegalArgumentException` if there is no number.
                        """)
                .file("span", "tests/SpanTests.java", TESTS.substring(0, TESTS.indexOf("    @Test")) + "}\n")
                .file("span", "reference/SpanTests.java", TESTS)
                .file("span", "weak/one-number/SpanTests.java", TESTS.substring(0, TESTS.indexOf("    @Test")) + """
                                    @Test
                                    void oneNumberHasNoSpan() {
                                        calling("Span.of(3)", () -> Span.of(3)).gives(0.0, "3 − 3");
                                    }
                                }
                                """)
                .file("span", "right/sorted/Span.java", MEMBER.formatted("""
                        if (numbers.length == 0) {
                            throw new IllegalArgumentException("no numbers");
                        }
                        double[] sorted = numbers.clone();
                        java.util.Arrays.sort(sorted);
                        return sorted[sorted.length - 1] - sorted[0];
                        """))
                .file("span", "mutants/accepts-nothing/Span.java", MEMBER.formatted("""
                        double smallest = Double.POSITIVE_INFINITY;
                        double largest = Double.NEGATIVE_INFINITY;
                        for (double number : numbers) {
                            smallest = Math.min(smallest, number);
                            largest = Math.max(largest, number);
                        }
                        return numbers.length == 0 ? 0 : largest - smallest;
                        """))
                .file("span", "mutants/accepts-nothing/mutant.md", mutant("nothing has a span of 0", "no numbers"))
                .file("span", "mutants/first-and-last/Span.java", MEMBER.formatted("""
                        if (numbers.length == 0) {
                            throw new IllegalArgumentException("give at least one number");
                        }
                        return Math.abs(numbers[numbers.length - 1] - numbers[0]);
                        """))
                .file("span", "mutants/first-and-last/mutant.md", mutant("only the ends are looked at", "the middle"))
                .file("span", "mutants/starts-at-zero/Span.java", MEMBER.formatted("""
                        if (numbers.length == 0) {
                            throw new IllegalArgumentException("give at least one number");
                        }
                        double smallest = Double.POSITIVE_INFINITY;
                        double largest = 0;
                        for (double number : numbers) {
                            smallest = Math.min(smallest, number);
                            largest = Math.max(largest, number);
                        }
                        return largest - smallest;
                        """))
                .file("span", "mutants/starts-at-zero/mutant.md", mutant("the largest is at least 0", "their sign"));
    }

    private static String mutant(String fault, String about) {
        return """
                ## %s

                1. What of %s?
                2. Try it with other numbers.
                3. It matters, because it's there.
                """.formatted(fault, about);
    }

    /// A studio of this school.
    ///
    /// @param folder an empty folder
    public static RealStudio open(Path folder) {
        return RealStudio.open(at(folder).installation());
    }
}
