package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A part is its members: what a learner meets at the terminal when several lessons cut one class.
class MembersWalkTest extends TallySchool {

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
