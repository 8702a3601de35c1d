package gradus.course.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.course.MemberId;
import gradus.course.Source;
import gradus.course.cut.Merged.Lines;
import gradus.course.cut.Merged.Remark;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergerTest {

    static final String LIBRARY = """
            package gradus.ml.sums;

            import java.util.Arrays;

            /// Numbers in a row.
            public final class Range {

                private final int[] numbers;

                /// Keeps a copy.
                public Range(int... numbers) {
                    this.numbers = numbers.clone();
                }

                /// The sum.
                public int sum() {
                    return total(numbers);
                }

                /// The sum of these.
                public static int sum(int[] others) {
                    return new Range(others).sum();
                }

                /// How many there are.
                public int size() {
                    return numbers.length;
                }

                /// A text that needs more than one line.
                public String text() {
                    return \"""
                            "Range" of
                              %d
                            \""".formatted(size());
                }

                private static int total(int[] numbers) {
                    return Arrays.stream(numbers).sum();
                }

                /// What was fitted.
                public record Model(double slope) {

                    public double predict(double x) {
                        return slope * x;
                    }

                    public boolean isFlat() {
                        return slope == 0;
                    }
                }
            }
            """;

    static final Source OF_LIBRARY = Source.of("gradus.ml.sums.Range", LIBRARY);

    static Merged merge(String learner, String... members) {
        return Merger.merge(
                OF_LIBRARY,
                Source.of("gradus.ml.sums.Range", learner),
                Arrays.stream(members).map(MemberId::parse).toList());
    }

    private static String lineOf(Merged merged, int line) {
        return merged.source().text().lines().skip(line - 1).findFirst().orElse("");
    }

    @Test
    void aMemberStaysOnItsLineAndEverythingElseIsTheLibrarys() {
        String mine = LIBRARY.replace(
                        "return total(numbers);",
                        "int s = 0;\n        for (int n : numbers) s += n;\n        return s;")
                .replace("return numbers.length;", "return -1;");

        Merged merged = merge(mine, "sum()");

        int line = mine.substring(0, mine.indexOf("int s = 0;")).split("\n", -1).length;
        assertThat(lineOf(merged, line)).isEqualTo("        int s = 0;");
        assertThat(merged.isLearners(line)).isTrue();
        assertThat(merged.isLearners(line + 12)).isFalse();
        assertThat(merged.source().text()).contains("return numbers.length;").doesNotContain("return -1");
        assertThat(InMemoryCompiler.complaints(merged.source())).isEmpty();
    }

    @Test
    void aClassThatHasGrownSinceBringsItsNewMembers() {
        String older = """
                package gradus.ml.sums;

                public final class Range {
                    private final int[] numbers;

                    public Range(int... numbers) {
                        this.numbers = numbers;
                    }

                    public int sum() {
                        return 7;
                    }
                }
                """;

        Merged merged = merge(older, "sum()");

        assertThat(merged.remarks()).isEmpty();
        assertThat(merged.lines()).containsExactly(new Lines(10, 12));
        assertThat(merged.source().text()).contains("return 7;", "isFlat", "numbers.clone()");
        assertThat(InMemoryCompiler.complaints(merged.source())).isEmpty();
    }

    @Test
    void ofSeveralOverloadsOneCanCount() {
        String mine = LIBRARY.replace("return total(numbers);", "return 1;")
                .replace("return new Range(others).sum();", "return 2;");

        assertThat(merge(mine, "sum(int[])").source().text())
                .contains("return 2;")
                .doesNotContain("return 1;");
        assertThat(merge(mine, "sum").source().text()).contains("return 2;", "return 1;");
    }

    @Test
    void anOverloadThatIsNotThereIsMissingAndNotTheOtherOneChanged() {
        String mine = """
                package gradus.ml.sums;

                class Range {
                    public static int sum(int[] others) {
                        return 2;
                    }
                }
                """;

        Merged merged = merge(mine, "sum");

        assertThat(merged.source().text()).contains("return 2;", "return total(numbers);");
        assertThat(merged.remarks()).singleElement().isInstanceOf(Merged.Remark.Missing.class);
        assertThat(InMemoryCompiler.complaints(merged.source())).isEmpty();
    }

    @Test
    void aMemberOfANestedTypeCounts() {
        String mine = LIBRARY.replace("return slope * x;", "return scaled(x);")
                .replace(
                        "public boolean isFlat() {",
                        "private double scaled(double x) {\n            return x * slope;\n        }\n\n        public boolean isFlat() {")
                .replace("return slope == 0;", "return true;");

        Merged merged = merge(mine, "Model#predict");

        assertThat(merged.source().text())
                .contains("return scaled(x);", "private double scaled", "return slope == 0;")
                .doesNotContain("return true;");
        assertThat(InMemoryCompiler.complaints(merged.source())).isEmpty();
    }

    @Test
    void helpersAndImportsThatItUsesComeAlongAndOthersDoNot() {
        String mine = LIBRARY.replace(
                        "import java.util.Arrays;",
                        "import java.util.Arrays;\nimport java.util.List;\nimport no.such.Thing;")
                .replace("return total(numbers);", "return first(List.of(numbers));")
                .replace(
                        "    private static int total",
                        "    private static int first(List<int[]> rows) {\n        return rows.getFirst()[START];\n    }\n\n    private static final int START = 0;\n\n    private static int unused() {\n        return Thing.of();\n    }\n\n    private static int total");

        Merged merged = merge(mine, "sum()");

        assertThat(merged.source().text())
                .contains("START = 0", "import java.util.List;")
                .doesNotContain("unused", "Thing");
        assertThat(InMemoryCompiler.complaints(merged.source())).isEmpty();
    }

    @Test
    void aHelperOfTheSameNameDoesNotMeetTheLibrarys() {
        String mine = LIBRARY.replace("return total(numbers);", "return total(numbers) + 1;")
                .replace("return Arrays.stream(numbers).sum();", "return 41;");
        Source usesItsOwn = Source.of(
                "gradus.ml.sums.Range",
                LIBRARY.replace("return numbers.length;", "return total(numbers) - total(numbers) + numbers.length;"));

        Merged merged =
                Merger.merge(usesItsOwn, Source.of("gradus.ml.sums.Range", mine), List.of(MemberId.parse("sum()")));

        assertThat(merged.source().text())
                .contains(
                        "return 41;",
                        "totalOfLibrary(numbers) - totalOfLibrary(numbers)",
                        "int totalOfLibrary(int[] numbers)");
        assertThat(InMemoryCompiler.complaints(merged.source())).isEmpty();
    }

    @Test
    void anEditOfWhatIsNotTheirsIsToldIfTheirsUsesIt() {
        String mine = LIBRARY.replace("return total(numbers);", "return size();")
                .replace("return numbers.length;", "return 3;");

        Merged merged = merge(mine, "sum()");

        assertThat(merged.remarks()).containsExactly(new Remark.IgnoredEdit("size", 26));
        assertThat(merged.source().text()).doesNotContain("return 3;");
    }

    @Test
    void aMemberThatIsMissingChangedOrGoneIsTold() {
        String mine = LIBRARY.replace("public int size()", "public long size()")
                .replace("public String text()", "public String words()");

        assertThat(merge(mine, "size").remarks())
                .containsExactly(
                        new Remark.Changed(MemberId.parse("size"), 26, "public int size()", "public long size()"));
        assertThat(merge(mine, "text").remarks())
                .containsExactly(new Remark.Missing(MemberId.parse("text"), 6, "public String text()"));
        assertThat(merge(mine, "product").remarks()).containsExactly(new Remark.Gone(MemberId.parse("product"), 6));
        assertThat(InMemoryCompiler.complaints(merge(mine, "size", "text").source()))
                .isEmpty();
    }

    @Test
    void aWholeTypeIsTheLearnersFieldsAndAll() {
        String mine = LIBRARY.replace("record Model(double slope)", "record Model(double slope, double more)")
                .replace("slope * x", "slope * x + more");

        assertThat(merge(mine, "Model#*").source().text())
                .contains("double more")
                .doesNotContain("return slope * x;");
        assertThat(merge(mine, "*").source().text()).isEqualTo(mine);
    }

    @Test
    void anImportThatMeansAnotherClassIsTold() {
        String mine = LIBRARY.replace("import java.util.Arrays;", "import java.lang.reflect.Arrays;")
                .replace("return total(numbers);", "return Arrays.hashCode();");

        assertThat(merge(mine, "sum()").remarks())
                .containsExactly(new Remark.ImportClash("java.lang.reflect.Arrays", 3));
    }

    @Test
    void anImportThatOnlyTheLibraryHasIsTold() {
        String mine = LIBRARY.replace("import java.util.Arrays;", "")
                .replace("return total(numbers);", "return Arrays.hashCode(numbers);");

        assertThat(merge(mine, "sum()").remarks())
                .singleElement()
                .isInstanceOfSatisfying(
                        Remark.LentImport.class, lent -> assertThat(lent.name()).isEqualTo("java.util.Arrays"));
        assertThat(merge(mine.replace("Arrays.hash", "java.util.Arrays.hash"), "sum()")
                        .remarks())
                .isEmpty();
        assertThat(merge(mine.replace("package", "/* */ package").replaceFirst(";", "; import java.util.*;"), "sum()")
                        .remarks())
                .isEmpty();
    }

    @Test
    void aFileThatIsNoJavaIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> merge("class Range {", "sum"))
                .withMessageContaining("is not Java");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> merge("class Other {}", "sum"))
                .withMessageContaining("does not declare the class Range");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> merge(LIBRARY.replace("gradus.ml.sums", "gradus.ml.rows"), "sum"))
                .withMessageContaining("must be in the package gradus.ml.sums, not gradus.ml.rows");
    }
}
