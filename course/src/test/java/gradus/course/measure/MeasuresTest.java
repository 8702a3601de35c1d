package gradus.course.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.course.Cut;
import gradus.course.Lab;
import gradus.course.Question;
import gradus.course.Source;
import gradus.course.TestLabs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What can be measured of a lesson without running it.
class MeasuresTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"the, 1", "make, 1", "table, 2", "squared, 1", "vector, 2", "addition, 3", "dimension, 3", "sum, 1"})
    void aWordHasSyllables(String word, int syllables) {
        assertThat(Readability.syllables(word)).isEqualTo(syllables);
    }

    @Test
    void longWordsAndSentencesAskForMoreYearsOfSchool() {
        Readability easy = Readability.of("The cat sat on the mat. It was warm.");
        assertThat(easy).isEqualTo(new Readability(9, 2, 9));
        assertThat(easy.grade()).isZero();
        Readability hard = Readability.of("Regularisation penalises unnecessarily complicated representations.");
        assertThat(hard.sentences()).isOne();
        assertThat(hard.grade()).isGreaterThan(20);
        Readability middle = new Readability(100, 5, 150);
        assertThat(middle.grade()).isCloseTo(0.39 * 20 + 11.8 * 1.5 - 15.59, within(1e-9));
    }

    @Test
    void readabilityLeavesCodeFormulasAndQuestionsOut() throws IOException {
        Files.writeString(folder.resolve("lesson.md"), """
                ---
                title: A
                ---

                ## The hook {#hook}

                One two `code()` three $x^2$ four. Is it five?

                ```java part
                int never = 1;
                ```

                ## Predict {#predict}

                Six seven.

                ### How many? {#how-many}

                - = 2 :: Right.

                ## The idea {#idea}

                Eight nine ten.
                """);
        Readability readability = ProseMeasure.readability(folder);
        assertThat(readability.words()).isEqualTo(12);
        assertThat(readability.sentences()).isEqualTo(4);
    }

    @Test
    void theKindOfACheckFollowsFromWhatItCalls() {
        var source = Source.of("gradus.checks.sums.SumChecks", """
                package gradus.checks.sums;

                class SumChecks {
                    void byHand() { calling("f(1)", () -> f(1)).gives(1, "one"); }
                    void forEvery() { forAll(numbers).check(x -> f(x)); }
                    void drawn() { many(); }
                    void many() { var random = new Random(7); }
                    void moved() { relations(numbers, x -> "f", Sum::f).invariant("moved", x -> x, "why"); }
                    void probed() { probes().run(); }
                    MemberProbes probes() { return MemberProbes.of("f"); }
                    void pure() { Purity.repeatable("f(1)", () -> f(1)); }
                }
                """);
        List<Lab.Check> checks = Stream.of("byHand", "forEvery", "drawn", "moved", "pure", "probed")
                .map(name -> new Lab.Check("SumChecks#" + name, "gradus.checks.sums.SumChecks", name, name, false, 1))
                .toList();
        assertThat(CheckKinds.of(TestLabs.checking(checks, source, folder.resolve("lab.md"))))
                .isEqualTo(Map.of(
                        "SumChecks#byHand", CheckKind.EXAMPLE,
                        "SumChecks#forEvery", CheckKind.PROPERTY,
                        "SumChecks#drawn", CheckKind.PROPERTY,
                        "SumChecks#moved", CheckKind.METAMORPHIC,
                        "SumChecks#pure", CheckKind.PROBE,
                        "SumChecks#probed", CheckKind.PROBE));
    }

    @Test
    void whatTheLearnerWritesIsCountedInLinesOfCode() {
        var source = Source.of("gradus.ml.toy.Sample", """
                package gradus.ml.toy;

                public final class Sample {

                    public static int f(int a) {
                        // A comment.
                        int b = half(a);

                        return b + 1;
                    }

                    private static int half(int a) {
                        return a / 2;
                    }

                    public static int other(int a) {
                        return a;
                    }
                }
                """);
        assertThat(CutLines.of(Cut.of("gradus.ml.toy.Sample", "f"), source)).isEqualTo(4);
    }

    @Test
    void theRightAnswerStandsAtSomePosition() {
        assertThat(QuestionMeasure.positions(List.of(choice(0, 3), choice(0, 4), choice(2, 3))))
                .containsExactly(2, 0, 1, 0);
    }

    private static Question choice(int right, int of) {
        List<Question.Answer> answers = Stream.iterate(0, i -> i < of, i -> i + 1)
                .map(i -> new Question.Answer("a" + i, "", i == right, "", Optional.empty()))
                .toList();
        return new Question.MultipleChoice("q", "Q", "", answers, 1);
    }
}
