package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.LearnerParts;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is said of code while it is typed.
class UnfinishedCodeTest extends WithToyJudge {

    private static Submission numbers(String inPlaceOfTheSum) {
        return ToyLibrary.numbersAs(ToyLibrary.reference("Numbers").text().replace("sum += value;", inPlaceOfTheSum));
    }

    private static List<Verdict.Problem> problems(Submission unfinished) {
        return judge.problems(ToyLibrary.numbers(), unfinished);
    }

    @Test
    void whatDoesNotCompileHasTheProblemsOfItsVerdict() {
        Submission unfinished = numbers("sum += valu;");
        var verdict = (Verdict.DidNotCompile) judge.judge(ToyLibrary.numbers(), unfinished, LearnerParts.NONE, _ -> {});

        assertThat(problems(unfinished)).isEqualTo(verdict.problems()).isNotEmpty();
    }

    @Test
    void whatCompilesHasNoneAndIsNotRun() {
        assertThat(problems(numbers("while (sum == 0) {}"))).isEmpty();
    }

    @Test
    void anEmptyFileIsSaidToBeEmpty() {
        assertThat(problems(ToyLibrary.numbersAs(" ")))
                .singleElement()
                .extracting(Verdict.Problem::message)
                .asString()
                .contains("Numbers.java is empty");
    }
}
