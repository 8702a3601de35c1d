package gradus.course.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.course.Cut;
import gradus.course.Source;
import org.junit.jupiter.api.Test;

class StarterGeneratorTest {

    private static final String RANGE = """
            package gradus.ml.sums;

            import java.util.Arrays;
            import java.util.List;
            import java.util.Objects;
            import java.util.function.IntUnaryOperator;
            import static java.lang.Math.max;

            /// Numbers in a row. See also [Objects] and `java.util.Arrays.sort`.
            public final class Range {

                private final int[] numbers; // never null

                // Only the widest needs this.
                private static final int FLOOR = -1_000;

                /// Keeps a copy.
                public Range(int... numbers) {
                    this.numbers = checked(numbers);
                }

                /// The largest, or the floor.
                public int widest() {
                    return each(x -> max(x, FLOOR));
                }

                /// The largest of these.
                public static int widest(int[] others) {
                    return new Range(others).widest();
                }

                /// How many there are.
                public int size() {
                    return numbers.length;
                }

                /// Helps [#widest()].
                private int each(IntUnaryOperator by) {
                    var best = new Best();
                    Arrays.stream(numbers).map(by).forEach(best::see);
                    return best.value;
                }

                private static int[] checked(int[] numbers) {
                    Objects.requireNonNull(numbers);
                    return numbers.clone();
                }

                private static final class Best {
                    int value = FLOOR;

                    void see(int x) {
                        value = max(value, x);
                    }
                }

                private static final long serialVersionUID = 1L;

                /// As a list.
                public List<Integer> list() {
                    return Arrays.stream(numbers).boxed().toList();
                }
            }
            """;

    private final Source range = Source.of("gradus.ml.sums.Range", RANGE);

    @Test
    void bodiesGoAndDocumentationStays() {
        Source starter = StarterGenerator.starter("rows", Cut.of("gradus.ml.sums.Range", "widest", "list"), range);

        assertThat(starter.text()).isEqualTo("""
                        package gradus.ml.sums;

                        import java.util.List;
                        import java.util.Objects;

                        /// Numbers in a row. See also [Objects] and `java.util.Arrays.sort`.
                        public final class Range {

                            private final int[] numbers; // never null

                            /// Keeps a copy.
                            public Range(int... numbers) {
                                this.numbers = checked(numbers);
                            }

                            /// The largest, or the floor.
                            public int widest() {
                                throw new UnsupportedOperationException("To do in lesson rows: Range.widest");
                            }

                            /// The largest of these.
                            public static int widest(int[] others) {
                                throw new UnsupportedOperationException("To do in lesson rows: Range.widest");
                            }

                            /// How many there are.
                            public int size() {
                                return numbers.length;
                            }

                            private static int[] checked(int[] numbers) {
                                Objects.requireNonNull(numbers);
                                return numbers.clone();
                            }

                            private static final long serialVersionUID = 1L;

                            /// As a list.
                            public List<Integer> list() {
                                throw new UnsupportedOperationException("To do in lesson rows: Range.list");
                            }
                        }
                        """);
        assertThat(InMemoryCompiler.complaints(starter)).isEmpty();
    }

    @Test
    void whatIsKeptKeepsWhatItUses() {
        Source starter = StarterGenerator.starter("rows", Cut.of("gradus.ml.sums.Range", "size"), range);

        assertThat(starter.text()).contains("private int each", "class Best", "import static java.lang.Math.max;");
        assertThat(InMemoryCompiler.complaints(starter)).isEmpty();
    }

    @Test
    void leadingPrivateMembersGoWithTheirBlankLines() {
        Source starter = StarterGenerator.starter(
                "rows", Cut.of("gradus.ml.sums.Pair", "sum"), Source.of("gradus.ml.sums.Pair", """
                        package gradus.ml.sums;

                        import java.util.stream.IntStream;

                        public record Pair(int a, int b) {
                            // Both count.
                            private static final int ONE = 1, TWO = 2;

                            private static int unused;

                            public int sum() { return IntStream.of(ONE * a, b).sum() * TWO / 2; }

                            private static int half(int x) {
                                return x / 2;
                            }
                        }
                        """));

        assertThat(starter.text()).isEqualTo("""
                        package gradus.ml.sums;

                        public record Pair(int a, int b) {
                            private static int unused;

                            public int sum() {
                                throw new UnsupportedOperationException("To do in lesson rows: Pair.sum");
                            }

                            private static int half(int x) {
                                return x / 2;
                            }
                        }
                        """);
        assertThat(InMemoryCompiler.complaints(starter)).isEmpty();
    }

    @Test
    void constructorsAreCutByTheNameOfTheirClass() {
        Source starter = StarterGenerator.starter("rows", Cut.of("gradus.ml.sums.Range", "Range"), range);

        assertThat(starter.text()).contains("To do in lesson rows: Range.Range").doesNotContain("int[] checked");
        assertThat(InMemoryCompiler.complaints(starter)).isEmpty();
    }

    @Test
    void aMemberThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> StarterGenerator.starter("rows", Cut.of("gradus.ml.sums.Range", "narrowest"), range))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no method narrowest with a body in Range, which the lab cuts");
    }
}
