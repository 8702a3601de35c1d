package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A school of four lessons, three of which cut the same class.
abstract class TallySchool {

    static final String TALLY = "gradus/ml/toy/Tally.java";
    private static final String TODO = "throw new UnsupportedOperationException(\"To do in lesson ";

    static final String LIBRARY = """
            package gradus.ml.toy;

            /// Counts of things.
            public final class Tally {

                private final int[] counts;

                private Tally(int[] counts) {
                    this.counts = counts;
                }

                public static Tally of(int... counts) {
                    return new Tally(counts.clone());
                }

                public int size() {
                    return counts.length;
                }

                public int get(int index) {
                    return counts[index];
                }

                /// The sum of all counts.
                public int total() {
                    int sum = 0;
                    for (int count : counts) {
                        sum += count;
                    }
                    return sum;
                }

                /// The mean count.
                public double mean() {
                    return (double) total() / size();
                }

                /// A share of the whole.
                public record Share(double value) {

                    /// In percent.
                    public double percent() {
                        return 100 * value;
                    }

                    /// In percent, rounded to a number of digits.
                    public double percent(int digits) {
                        double factor = Math.pow(10, digits);
                        return Math.round(percent() * factor) / factor;
                    }
                }
            }
            """;

    static final String REPORT = """
            package gradus.ml.toy;

            public final class Report {

                private Report() {}

                public static String line(Tally tally) {
                    return tally.size() + " counts, mean " + tally.mean();
                }
            }
            """;

    @TempDir
    Path folder;

    School school;

    @BeforeEach
    void open() {
        school = new School(folder)
                .library("Tally", LIBRARY)
                .library("Report", REPORT)
                .lesson(
                        "totals",
                        "",
                        "cuts:\n  - gradus.ml.toy.Tally#total\n",
                        "calling(\"Tally.of(1, 2, 6).total()\", () -> Tally.of(1, 2, 6).total()).gives(9, \"1 + 2 + 6\");")
                .lesson(
                        "means",
                        "",
                        "cuts:\n  - gradus.ml.toy.Tally#mean\n",
                        "calling(\"Tally.of(1, 2, 6).mean()\", () -> Tally.of(1, 2, 6).mean()).gives(3.0, \"9 / 3\");")
                .lesson(
                        "shares",
                        "totals",
                        "cuts:\n  - gradus.ml.toy.Tally.Share#percent(int)\n",
                        "calling(\"new Share(1 / 3.0).percent(1)\", () -> new Tally.Share(1 / 3.0).percent(1)).gives(33.3, \"rounded\");")
                .lesson(
                        "reports",
                        "means",
                        "cuts:\n  - gradus.ml.toy.Report#line\n",
                        "calling(\"Report.line(…)\", () -> Report.line(Tally.of(1, 2, 6))).gives(\"3 counts, mean 3.0\", \"two facts\");");
    }

    static String todo(String lesson, String member) {
        return TODO + lesson + ": " + member + "\");";
    }

    RealTerminal startedAndPassed(String lesson, String file, String todo, String code) {
        RealTerminal terminal = school.terminal();
        assertThat(terminal.type("start " + lesson))
                .as(terminal.out + terminal.err)
                .isZero();
        terminal.edit(file, todo, code);
        assertThat(terminal.type("check " + lesson))
                .as(terminal.out + terminal.err)
                .isZero();
        return terminal;
    }

    RealTerminal totals() {
        return startedAndPassed(
                "totals", TALLY, todo("totals", "Tally.total"), "return java.util.Arrays.stream(counts).sum();");
    }

    RealTerminal means() {
        return startedAndPassed(
                "means", TALLY, todo("means", "Tally.mean"), "return total() / (double) counts.length;");
    }

    RealTerminal reports() {
        return startedAndPassed(
                "reports",
                "gradus/ml/toy/Report.java",
                todo("reports", "Report.line"),
                "return \"%d counts, mean %s\".formatted(tally.size(), tally.mean());");
    }
}
