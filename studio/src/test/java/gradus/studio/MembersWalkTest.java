package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A part is its members: what a learner meets at the terminal when several lessons cut one class, and when
/// the library changes under them.
class MembersWalkTest {

    private static final String TALLY = "gradus/ml/toy/Tally.java";
    private static final String TODO = "throw new UnsupportedOperationException(\"To do in lesson ";

    private static final String LIBRARY = """
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

    private static final String REPORT = """
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

    private School school;

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

    private static String todo(String lesson, String member) {
        return TODO + lesson + ": " + member + "\");";
    }

    private RealTerminal startedAndPassed(String lesson, String file, String todo, String code) {
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

    private RealTerminal totals() {
        return startedAndPassed(
                "totals", TALLY, todo("totals", "Tally.total"), "return java.util.Arrays.stream(counts).sum();");
    }

    private RealTerminal means() {
        return startedAndPassed(
                "means", TALLY, todo("means", "Tally.mean"), "return total() / (double) counts.length;");
    }

    private RealTerminal reports() {
        return startedAndPassed(
                "reports",
                "gradus/ml/toy/Report.java",
                todo("reports", "Report.line"),
                "return \"%d counts, mean %s\".formatted(tally.size(), tally.mean());");
    }

    @Test
    void twoLessonsCutOneClassInEitherOrderAndShareOneFile() {
        RealTerminal terminal = totals();
        assertThat(terminal.read(TALLY)).contains(todo("means", "Tally.mean"));

        assertThat(means().words()).contains("The checks also pass with your own Tally.");
        assertThat(reports().words()).contains("The checks also pass with your own Tally.");
        assertThat(terminal.type("check totals")).isZero();
    }

    @Test
    void theLaterLessonFirstLeavesTheEarlierOneToDo() {
        RealTerminal terminal = means();
        assertThat(terminal.read(TALLY)).contains(todo("totals", "Tally.total"));
        assertThat(terminal.type("start totals")).isZero();
        assertThat(terminal.type("check totals")).isEqualTo(1);
        assertThat(terminal.words()).contains("isn't written yet");

        assertThat(totals().words()).contains("The checks also pass with your own Tally.");
        assertThat(terminal.read(TALLY)).contains("return total() / (double) counts.length;", "stream(counts).sum()");
    }

    @Test
    void aClassThatGrowsUnderALearnerGoesOnRunning() {
        totals();
        means();
        school.library(
                        "Tally",
                        LIBRARY.replace(
                                "    /// The mean count.",
                                "    public boolean isEmpty() {\n        return counts.length == 0;\n    }\n\n    /// The mean count."))
                .library("Report", REPORT.replace("return tally", "return tally.isEmpty() ? \"\" : tally"));

        assertThat(reports().words()).contains("The checks also pass with your own Tally.");
        RealTerminal terminal = school.terminal();
        assertThat(terminal.type("check totals")).isZero();
        assertThat(terminal.words()).doesNotContain("isEmpty");
    }

    @Test
    void aMemberOfANestedClassAndOneOverloadArePartsToo() {
        totals();
        RealTerminal terminal = school.terminal();
        assertThat(terminal.type("start shares")).isZero();
        assertThat(terminal.read(TALLY))
                .contains(todo("shares", "Share.percent"), "return 100 * value;", "stream(counts).sum()");
        assertThat(terminal.type("check shares")).isEqualTo(1);
        terminal.edit(
                TALLY,
                todo("shares", "Share.percent"),
                "return tens(percent(), digits);\n        }\n\n        private static double tens(double x, int digits) {\n"
                        + "            return new java.math.BigDecimal(x).setScale(digits, java.math.RoundingMode.HALF_EVEN).doubleValue();");
        assertThat(terminal.type("check shares")).as(terminal.out).isZero();
        assertThat(terminal.words()).contains("Yours now: Tally (percent)");
    }

    @Test
    void aRenamedMemberRunsUnderBothNamesAndIsTold() {
        totals();
        means();
        school.library("Tally", LIBRARY.replace("total()", "sum()"))
                .lesson(
                        "totals",
                        "",
                        "cuts:\n  - gradus.ml.toy.Tally#sum\nrenamed:\n  - gradus.ml.toy.Tally#total -> sum\n",
                        "calling(\"Tally.of(1, 2, 6).sum()\", () -> Tally.of(1, 2, 6).sum()).gives(9, \"1 + 2 + 6\");");
        RealTerminal terminal = school.terminal();

        assertThat(terminal.type("check totals")).as(terminal.out).isZero();

        assertThat(terminal.words())
                .contains("The library's `total` of Tally is called `sum` now. Yours runs under both names");
        assertThat(terminal.type("check means")).as(terminal.out).isZero();
    }

    @Test
    void aChangedSignatureIsToldInASentenceAndTheLibrarysRunsMeanwhile() {
        totals();
        means();
        school.library("Tally", LIBRARY.replace("public int total()", "public long total()"))
                .lesson(
                        "totals",
                        "",
                        "cuts:\n  - gradus.ml.toy.Tally#total\n",
                        "calling(\"Tally.of(1, 2, 6).total()\", () -> Tally.of(1, 2, 6).total()).gives(9L, \"1 + 2 + 6\");");

        assertThat(reports().words())
                .contains("The library now declares `public long total()` in Tally; yours is `public int total()`."
                        + " Until you change your file and it passes again, the library's runs.")
                .contains("The checks also pass with your own Tally.");
        RealTerminal terminal = school.terminal();
        assertThat(terminal.type("check totals")).isEqualTo(1);
        assertThat(terminal.words())
                .contains("`public long total()` of Tally is changed: yours is `public int total()`.");
        terminal.edit(TALLY, "public int total()", "public long total()");
        assertThat(terminal.type("check totals")).as(terminal.out).isZero();
    }

    @Test
    void aHelperWhoseNameTheLibraryTakesLaterStaysTheLearners() {
        startedAndPassed(
                "totals",
                TALLY,
                todo("totals", "Tally.total"),
                "return added(counts);\n    }\n\n    private static int added(int[] all) {\n"
                        + "        return java.util.Arrays.stream(all).sum();");
        school.library(
                "Tally",
                LIBRARY.replace("(double) total() / size()", "added(1.0) / size()")
                        .replace(
                                "    /// A share",
                                "    private double added(double start) {\n        return start - 1 + total();\n    }\n\n"
                                        + "    private static int added(int[] all) {\n        return -1;\n    }\n\n    /// A share")
                        .replace("return counts.length;", "return added(counts) + 1 + counts.length;"));

        assertThat(reports().words()).contains("The checks also pass with your own Tally.");
        RealTerminal terminal = school.terminal();
        assertThat(terminal.type("check totals")).as(terminal.out).isZero();
    }

    @Test
    void anEditThatDoesNotCountIsToldAndLeavesNoTrace() {
        RealTerminal terminal = totals();
        terminal.edit(TALLY, "return counts.length;", "return 0;");
        terminal.edit(
                TALLY, "java.util.Arrays.stream(counts).sum()", "java.util.Arrays.stream(counts).limit(size()).sum()");

        assertThat(terminal.type("check totals")).as(terminal.out).isZero();

        assertThat(terminal.words())
                .contains("You changed `size` of Tally, which isn't part of this lab: here the library's runs."
                        + " (src/main/java/gradus/ml/toy/Tally.java:16:1)");
    }

    @Test
    void linesAreThoseOfTheLearnersFile() {
        RealTerminal terminal = totals();
        terminal.edit(TALLY, "return java.util.Arrays.stream(counts).sum();", "return counts[9];");
        long line = terminal.read(TALLY)
                        .lines()
                        .takeWhile(text -> !text.contains("counts[9]"))
                        .count()
                + 1;

        assertThat(terminal.type("check totals")).isEqualTo(1);

        assertThat(terminal.words()).contains("`Tally.total` (line " + line + ")");
        terminal.edit(TALLY, "return counts[9];", "return \"9\";");
        assertThat(terminal.type("check totals")).isEqualTo(1);
        assertThat(terminal.words()).contains("Tally.java:" + line);
    }
}
