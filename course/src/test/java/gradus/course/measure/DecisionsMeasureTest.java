package gradus.course.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.course.Decision;
import gradus.course.Decisions;
import gradus.course.Question.Answer;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecisionsMeasureTest {

    private static Decision decision(int right, int wrong) {
        List<Answer> answers = IntStream.range(0, right + wrong)
                .mapToObj(i -> new Answer(
                        "answer " + i, "", i < right, "", i == right ? Optional.of("belief") : Optional.empty()))
                .toList();
        return new Decision("case", "Case", "", answers, 1);
    }

    private static DecisionsMeasure measure(int atLeast, Decision... decisions) {
        return DecisionsMeasure.of(new Decisions("leaks", List.of(decisions), atLeast));
    }

    @Test
    void fiveOfSixCasesWithThreeAnswersEachAreRarelyPassedByChance() {
        Decision one = decision(1, 2);

        // 6 · (1/3)⁵ · 2/3 + (1/3)⁶ = 13/729
        assertThat(measure(5, one, one, one, one, one, one).byChance()).isCloseTo(13 / 729.0, within(1e-15));
    }

    @Test
    void severalRightAnswersMakeChanceMoreLikely() {
        assertThat(measure(1, decision(1, 1)).byChance()).isEqualTo(0.5);
        assertThat(measure(2, decision(1, 1), decision(2, 1)).byChance()).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(measure(1, decision(1, 1), decision(2, 1)).byChance()).isCloseTo(5 / 6.0, within(1e-15));
    }

    @Test
    void wrongAnswersAreCounted() {
        DecisionsMeasure measure = measure(1, decision(1, 3), decision(2, 1));

        assertThat(measure.cases()).isEqualTo(2);
        assertThat(measure.wrongAnswers()).isEqualTo(4);
        assertThat(measure.namedWrongAnswers()).isEqualTo(2);
    }
}
