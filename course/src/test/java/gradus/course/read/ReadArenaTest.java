package gradus.course.read;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Arena;
import gradus.course.CourseReadResult;
import gradus.course.Lab;
import gradus.course.Lesson;
import gradus.course.answer.ArenaAnswers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A lab whose front matter says `kind: arena`.
class ReadArenaTest {

    @TempDir
    Path folder;

    private Arena arena() {
        SampleCurriculum curriculum = SampleCurriculum.at(folder);
        FaultCase.of(SampleCurriculum.resource("arena.txt")).breakIt(curriculum);
        CourseReadResult result = curriculum.read();
        assertThat(result.faults()).isEmpty();
        return result.course().lesson("doubling").flatMap(Lesson::arena).orElseThrow();
    }

    @Test
    void itHasContendersReasonsQuestionsAndABudget() {
        Arena arena = arena();

        assertThat(arena.statement()).contains("Which is <em>better</em>?");
        assertThat(arena.contenderIds()).containsExactly("nearest", "majority");
        assertThat(arena.contenders().getFirst().html()).contains("The nearest row <em>decides</em>.");
        assertThat(arena.reasons())
                .containsExactly(new Arena.Reason(
                        "close", "Rows that are close have the same label.", List.of("nearest", "majority")));
        assertThat(arena.budget()).isEqualTo(new Arena.Budget(3, 2));
        assertThat(arena.isBetter(0.1)).isTrue();
        assertThat(arena.data()).containsExactly("fruit");
        assertThat(arena.code().className()).isEqualTo("gradus.checks.doubling.FruitArena");
        assertThat(arena.reference()).startsWith("order: nearest, majority");
    }

    @Test
    void itsChecksAreTheStepsAndTheQuestions() {
        assertThat(arena().checks())
                .extracting(Lab.Check::id)
                .containsExactly(Arena.PREDICTED, Arena.NUMBERS, Arena.REASON, Arena.MIND, "few-rows", Arena.HIDDEN);
    }

    @Test
    void theFileForTheAnswersShowsTheStepsAndDecidesNothing() {
        Arena arena = arena();
        String starter = ArenaAnswers.starter(arena);

        assertThat(starter)
                .contains("#   nearest: Nearest neighbour\n", "#   close: Rows that are close have the same label.\n")
                .contains("`gradus run doubling CONTENDER`, 3 probes at most.")
                .contains("#   b) Less of a margin\nfew-rows:\n");
        ArenaAnswers undecided = ArenaAnswers.parse(starter);
        assertThat(undecided.lines().keySet()).containsAll(Arena.LINES).contains("few-rows");
        assertThat(undecided.lines().values())
                .allSatisfy(line -> assertThat(line.letter()).isEmpty());
        assertThat(undecided.prediction(arena)).isEmpty();
    }

    @Test
    void aPredictionNamesEveryContenderOnceAndAReason() {
        Arena arena = arena();

        assertThat(ArenaAnswers.parse("order: majority , nearest # surely\nexpected-because: close")
                        .prediction(arena))
                .hasValueSatisfying(it -> assertThat(it.order()).containsExactly("majority", "nearest"));
        for (String order : List.of("majority", "majority, majority", "majority, nearest, nearest", "majority, most")) {
            assertThat(ArenaAnswers.parse("order: " + order + "\nexpected-because: close")
                            .prediction(arena))
                    .as(order)
                    .isEmpty();
        }
        assertThat(ArenaAnswers.parse("order: majority, nearest\nexpected-because: luck")
                        .prediction(arena))
                .isEmpty();
    }
}
