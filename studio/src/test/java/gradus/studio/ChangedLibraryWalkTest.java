package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What a learner meets at the terminal when the library has changed under their work.
class ChangedLibraryWalkTest extends TallySchool {

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
}
