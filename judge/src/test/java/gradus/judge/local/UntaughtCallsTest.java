package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Coding;
import gradus.course.Cut;
import gradus.course.LibraryUse;
import gradus.course.MemberId;
import gradus.judge.LearnerParts;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UntaughtCallsTest extends WithToyJudge {

    @Test
    void aSubmissionMayCallOnlyWhatHasBeenTaught() {
        String calling = ToyLibrary.reference("Score")
                .text()
                .replace(
                        "public static double standard",
                        "private static double help(double[] values) {\n"
                                + "        return java.util.Optional.of(values).map(Spread::variance).orElse(0.0);\n    }\n\n"
                                + "    public static double standard");
        String used = calling.replace("Math.sqrt(Spread.variance(values))", "Math.sqrt(help(values))");
        Coding lab = ToyLibrary.using(ToyLibrary.score(), LibraryUse.declaring(Set.of("gradus.ml.toy.Numbers")));

        for (String source : List.of(ToyLibrary.reference("Score").text() + "// mine\n", used)) {
            var verdict = (Verdict.DidNotCompile) judge.judge(
                    lab,
                    new Submission("score", Map.of("gradus/ml/toy/Score.java", source)),
                    LearnerParts.NONE,
                    _ -> {});
            long line =
                    source.lines().takeWhile(text -> !text.contains("Spread")).count() + 1;

            assertThat(verdict.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.place())
                        .hasValueSatisfying(place -> assertThat(place.line()).isEqualTo((int) line));
                assertThat(problem.message())
                        .isEqualTo("`Spread.variance` of the library hasn't been taught yet, so it can't do the work"
                                + " here. You may call the JDK, your own class and what has been taught: Numbers.");
            });
        }
    }

    @Test
    void aMemberThatALaterLessonAsksForIsNotTaughtThoughItsClassIs() {
        var use = new LibraryUse(
                Set.of(),
                Set.of("gradus.ml.toy.Numbers", "gradus.ml.toy.Spread"),
                Map.of(),
                Map.of("gradus.ml.toy.Numbers", List.of(MemberId.parse("mean(double[])"))));
        var submission = new Submission(
                "score",
                Map.of("gradus/ml/toy/Score.java", ToyLibrary.reference("Score").text() + "// mine\n"));

        assertThat(judge.judge(ToyLibrary.using(ToyLibrary.score(), use), submission, LearnerParts.NONE, _ -> {})
                        .toString())
                .contains(
                        "`Numbers.mean` is to be written in a later lesson, so it can't do the work here. Of `Numbers` you may"
                                + " call `shifted`, `sum`");
    }

    /// `Spread.range`, which the lab gives, calls `Numbers.requireSome`.
    @Test
    void whatTheGivenCodeOfTheClassCallsMayBeCalled() {
        Coding variance = ToyLibrary.cutting(ToyLibrary.score(), Cut.of("gradus.ml.toy.Spread", "variance"));
        var submission = new Submission(
                "score",
                Map.of(
                        "gradus/ml/toy/Spread.java",
                        ToyLibrary.reference("Spread").text().replace("double sum = 0;", "double sum = 0.0;")));

        var verdict = (Verdict.DidNotCompile) judge.judge(
                ToyLibrary.using(variance, LibraryUse.declaring(Set.of())), submission, LearnerParts.NONE, _ -> {});

        assertThat(verdict.problems())
                .singleElement()
                .extracting(Verdict.Problem::message)
                .asString()
                .startsWith("`Numbers.mean` of the library hasn't been taught yet");
    }
}
