package gradus.course.cut;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Cut;
import gradus.course.MemberId;
import gradus.course.Source;
import gradus.course.cut.StarterGenerator.LessonCut;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A second lesson on a class that the learner has already.
class StarterUpdateTest {

    private static final Cut FIRST = Cut.of("gradus.ml.sums.Range", "sum");
    private static final Cut SECOND = Cut.of("gradus.ml.sums.Range", "size", "Model#predict");

    private final Source library = Source.of("gradus.ml.sums.Range", """
            package gradus.ml.sums;

            /// Numbers in a row.
            public record Range(int[] numbers) {

                /// The sum.
                public int sum() {
                    int sum = 0;
                    for (int n : numbers) {
                        sum += n;
                    }
                    return sum;
                }

                /// How many there are.
                public int size() {
                    return numbers.length;
                }

                /// What was fitted.
                public record Model(double slope) {

                    /// The prediction at `x`.
                    public double predict(double x) {
                        return slope * x;
                    }
                }
            }
            """);

    private Source starter(String lesson, Cut own, String otherLesson, Cut other) {
        return StarterGenerator.starter(
                List.of(new LessonCut(lesson, own), new LessonCut(otherLesson, other)), library);
    }

    private StarterUpdate update(Source learner) {
        return StarterUpdate.of(learner, starter("second", SECOND, "first", FIRST), library, SECOND);
    }

    @Test
    void noStarterGivesAwayWhatAnotherLessonAsksFor() {
        String text = starter("first", FIRST, "second", SECOND).text();

        assertThat(text)
                .contains("To do in lesson first: Range.sum", "To do in lesson second: Range.size")
                .contains("To do in lesson second: Model.predict")
                .doesNotContain("numbers.length", "slope * x");
        assertThat(InMemoryCompiler.complaints(starter("first", FIRST, "second", SECOND)))
                .isEmpty();
    }

    @Test
    void aBodyThatAnOlderStarterGaveAwayIsEmptiedAndWhatTheLearnerWroteStays() {
        Source learner = Source.of(
                "gradus.ml.sums.Range",
                library.text()
                        .replace("int sum = 0;", "int sum = -0;")
                        .replace("return numbers.length;", "// given\n        return  numbers.length;"));

        StarterUpdate update = update(learner);

        assertThat(update.emptied()).containsExactlyElementsOf(SECOND.members());
        assertThat(update.kept()).isEmpty();
        assertThat(update.source().text())
                .contains(
                        "int sum = -0;", "To do in lesson second: Range.size", "To do in lesson second: Model.predict")
                .doesNotContain("numbers.length", "slope * x");
        assertThat(InMemoryCompiler.complaints(update.source())).isEmpty();
    }

    @Test
    void whatTheLearnerHasWrittenAlreadyIsLeftAndTold() {
        Source learner = Source.of(
                "gradus.ml.sums.Range",
                library.text().replace("return numbers.length;", "return this.numbers.length;"));

        StarterUpdate update = update(learner);

        assertThat(update.kept()).containsExactly(MemberId.parse("size"));
        assertThat(update.emptied()).containsExactly(MemberId.parse("Model#predict"));
        assertThat(update.source().text()).contains("return this.numbers.length;");
    }

    @Test
    void aMemberThatTheFileLacksIsAdded() {
        Source learner = Source.of("gradus.ml.sums.Range", """
                package gradus.ml.sums;

                public record Range(int[] numbers) {
                    public int sum() {
                        return 1;
                    }
                }
                """);

        StarterUpdate update = update(learner);

        assertThat(update.added()).containsExactly(MemberId.parse("size"));
        assertThat(update.source().text()).contains("return 1;", "To do in lesson second: Range.size");
        assertThat(InMemoryCompiler.complaints(update.source())).isEmpty();
    }

    @Test
    void aFileThatDoesNotParseStaysAsItIs() {
        Source learner = Source.of("gradus.ml.sums.Range", "public record Range(");

        assertThat(update(learner).source()).isEqualTo(learner);
    }
}
