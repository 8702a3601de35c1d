package gradus.studio.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.course.Lesson;
import gradus.course.Profile;
import gradus.course.Question;
import gradus.course.Section;
import gradus.judge.FigureReply;
import gradus.judge.ProgressEvent;
import gradus.judge.Verdict;
import gradus.judge.Verdict.Integration;
import gradus.judge.Verdict.Outcome;
import gradus.mastery.Attempt;
import gradus.mastery.Recommendation;
import gradus.studio.fixture.TestVerdicts;
import gradus.studio.workspace.StartResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTest {

    private static final Instant AT = Instant.parse("2026-01-05T09:00:00.123456789Z");

    @ParameterizedTest
    @MethodSource("families")
    void everyMemberOfASealedFamilySurvivesARoundTrip(Class<?> family, List<?> members) {
        for (Object member : members) {
            String json = Json.write(member);
            assertThat(json).contains("\"type\":\"" + member.getClass().getSimpleName() + "\"");
            assertThat((Object) Json.read(json, family)).isEqualTo(member);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyMemberOfASealedFamilyIsTested(Class<?> family, List<?> members) {
        assertThat(members.stream().map(Object::getClass).distinct())
                .as("a new member of %s needs an example here", family)
                .containsExactlyInAnyOrderElementsOf(leaves(family).toList());
    }

    private static Stream<Class<?>> leaves(Class<?> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses()).flatMap(JsonTest::leaves)
                : Stream.of(family);
    }

    @Test
    void theNotesOfALessonSurviveARoundTrip() {
        var notes = new Lesson.Notes(
                Optional.of(new Lesson.Review(LocalDate.of(2026, 12, 1), 7)),
                List.of("norm"),
                List.of("by-hand"),
                280,
                120);
        assertThat(Json.read(Json.write(notes), Lesson.Notes.class)).isEqualTo(notes);
    }

    private static Question.Numeric number(String right) {
        var answer = new Question.Answer(right, right, true, "Yes.", Optional.empty());
        return new Question.Numeric("by-hand", "By hand", "<p>?</p>", 1e-6, List.of(answer), "No.", 3);
    }

    static Stream<Arguments> families() {
        return Stream.of(
                Arguments.of(
                        Section.Block.class,
                        List.of(
                                new Section.Block.Prose("<p>Before.</p>"),
                                new Section.Block.Asked(number("2").withVariants(List.of(number("3"), number("4")))))),
                Arguments.of(
                        Attempt.class,
                        List.of(
                                new Attempt.Began("adding", AT),
                                new Attempt.HandedIn(
                                        "adding",
                                        AT,
                                        "NotYet",
                                        9,
                                        3,
                                        Optional.of("off-by-one"),
                                        "ab12",
                                        Optional.of(3)),
                                new Attempt.HandedIn("adding", AT, "Passed", 9, 9, "ab12"),
                                new Attempt.TookHint("adding", AT, "plus", 2),
                                new Attempt.TookMistakeHint("adding", AT, 2),
                                new Attempt.Answered("adding", AT, "q", "− \"1\"", false, Optional.of("sign")),
                                new Attempt.ChosePart("adding", AT, "gradus.ml.numbers.Adder", true))),
                Arguments.of(
                        Recommendation.class,
                        List.of(
                                new Recommendation.Retry("adding", "Why."),
                                new Recommendation.Review("adding", "Why."),
                                new Recommendation.Learn("adding", "Why."),
                                new Recommendation.Rest("Why."))),
                Arguments.of(
                        FigureReply.class,
                        List.of(
                                new FigureReply.Drawn("<svg/>", "A dot.", "[]", List.of("gradus.ml.linalg.Vector")),
                                new FigureReply.NotDrawn("Why."))),
                Arguments.of(
                        ProgressEvent.class,
                        List.of(
                                new ProgressEvent.Waiting(3),
                                new ProgressEvent.Compiled(),
                                new ProgressEvent.Checking("AdderTest#small", "small"),
                                new ProgressEvent.Checked(TestVerdicts.LARGE_FAILED),
                                new ProgressEvent.Integrating(2),
                                new ProgressEvent.Progress(3, 20),
                                new ProgressEvent.Environment("25.0.3", 256, 2),
                                new ProgressEvent.Seeded(-7),
                                new ProgressEvent.Point("validation loss", 3, Double.POSITIVE_INFINITY),
                                new ProgressEvent.Sample("after 100 steps", "It is\n"),
                                new ProgressEvent.Drawing("misread", "<svg/>", "two digits"),
                                new ProgressEvent.Printed("a\n\u001bb"))),
                Arguments.of(Profile.class, List.of(new Profile.Strict(), new Profile.Compute(2))),
                Arguments.of(Verdict.class, TestVerdicts.all()),
                Arguments.of(
                        Integration.class,
                        List.of(
                                new Integration.NoOtherParts(),
                                new Integration.Passed(List.of("gradus.ml.numbers.Counter")),
                                new Integration.Failed("gradus.ml.numbers.Counter", TestVerdicts.LARGE_FAILED))),
                Arguments.of(
                        Outcome.class,
                        List.of(
                                new Outcome.Passed(Duration.ofNanos(1)),
                                new Outcome.Failed("f(1)", "1", "NaN", "why", List.of(TestVerdicts.PLACE)),
                                new Outcome.NotRun())));
    }

    @Test
    void aPathIsWrittenAsTheFileSystemWritesIt() {
        assertThat(Json.write(new StartResult(
                        "adding", Path.of("/home/a b"), List.of(), List.of(), List.of("Adder#plus"), List.of())))
                .isEqualTo(
                        "{\"lesson\":\"adding\",\"workspace\":\"/home/a b\",\"written\":[],\"kept\":[],\"emptied\":[\"Adder#plus\"],\"added\":[]}");
    }

    @Test
    void anUnknownTypeIsRejectedAndShown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.read("{\"type\":\"Bribed\"}", Attempt.class))
                .withMessageStartingWith("expected Attempt in JSON, got \"{\"type\":\"Bribed\"}\"");
    }

    @Test
    void anUnknownFieldIsIgnored() {
        String json = Json.write(new Attempt.Began("adding", AT)).replace("{", "{\"mood\":\"good\",");
        assertThat(Json.read(json, Attempt.class)).isEqualTo(new Attempt.Began("adding", AT));
    }
}
