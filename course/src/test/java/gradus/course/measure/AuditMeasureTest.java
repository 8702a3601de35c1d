package gradus.course.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.course.Audit;
import gradus.course.Question.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditMeasureTest {

    private static Audit.Decision decision(int right, int wrong) {
        List<Answer> answers = IntStream.range(0, right + wrong)
                .mapToObj(i -> new Answer(
                        "answer " + i, "", i < right, "", i == right ? Optional.of("belief") : Optional.empty()))
                .toList();
        return new Audit.Decision("case", "Case", "", answers, 1);
    }

    private static AuditMeasure measure(int atLeast, Audit.Decision... decisions) {
        return AuditMeasure.of(new Audit("leaks", "", List.of(decisions), atLeast, Path.of("lab.md")));
    }

    @Test
    void fiveOfSixCasesWithThreeAnswersEachAreRarelyPassedByChance() {
        Audit.Decision one = decision(1, 2);

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
        AuditMeasure measure = measure(1, decision(1, 3), decision(2, 1));

        assertThat(measure.cases()).isEqualTo(2);
        assertThat(measure.wrongAnswers()).isEqualTo(4);
        assertThat(measure.namedWrongAnswers()).isEqualTo(2);
    }
}
