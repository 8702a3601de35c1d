package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Arena;
import gradus.course.Audit;
import gradus.course.Coding;
import gradus.course.Cut;
import gradus.course.Decision;
import gradus.course.Decisions;
import gradus.course.Lesson;
import gradus.course.Milestone;
import gradus.course.Question;
import gradus.course.Source;
import gradus.course.Testing;
import gradus.course.cut.LibraryClass;
import gradus.course.cut.Merger;
import gradus.course.cut.SolutionSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A learner who goes through the whole course in its order, with solutions that are right and not the library's, so
/// that each lab runs on all that they have written before.
@Tag("hostile")
class JourneyTest {

    @TempDir
    Path home;

    private RealTerminal terminal;

    @BeforeEach
    void open() {
        terminal = new RealTerminal(home);
    }

    @Test
    void everyLabPassesAndEveryMilestoneIsReachedWithTheLearnersOwnParts() throws IOException {
        for (Lesson lesson : RealStudio.course().lessons()) {
            pass(lesson);
        }

        assertThat(terminal.type("progress")).isZero();
        assertThat(terminal.out.lines().filter(line -> line.contains("✓")))
                .hasSizeGreaterThanOrEqualTo(RealStudio.course().lessons().size());
    }

    private void pass(Lesson lesson) throws IOException {
        assertThat(terminal.type("start " + lesson.id())).as(terminal.err).isZero();
        switch (lesson.lab().orElseThrow()) {
            case Coding coding -> {
                for (Source source : SolutionSources.of(coding)
                        .complete(coding.rightSolutions().getLast())) {
                    write(coding, source);
                }
                if (coding.decisions().isPresent()) {
                    decide(coding.decisions().get());
                }
                hand(lesson, "check ");
                assertThat(terminal.words()).doesNotContain("With the library's");
            }
            case Testing testing -> {
                Files.writeString(
                        home.resolve("workspace/src/test/java")
                                .resolve(testing.starter().path()),
                        testing.solutions().reference().text());
                hand(lesson, "check ");
            }
            case Milestone _ -> hand(lesson, "run ");
            case Audit audit -> {
                decide(audit.decisions());
                hand(lesson, "check ");
            }
            case Arena arena -> throw new AssertionError("nobody can hand in " + arena + " yet");
        }
    }

    private void hand(Lesson lesson, String command) {
        assertThat(terminal.type(command + lesson.id()))
                .as(lesson.id() + ": " + terminal.out + terminal.err)
                .isZero();
    }

    /// Lays the members that the lab cuts over the learner's file, which other labs have filled as well.
    private void write(Coding coding, Source right) throws IOException {
        for (Cut cut : coding.cuts()) {
            if (cut.type().equals(right.className())) {
                var mine = Source.of(cut.type(), Files.readString(terminal.workspaceFile(right.path())));
                terminal.write(Merger.merge(LibraryClass.of(mine), right, cut.members(), List.of())
                        .source());
            }
        }
    }

    private void decide(Decisions decisions) throws IOException {
        Files.writeString(
                home.resolve("workspace").resolve(decisions.answers()),
                decisions.cases().stream().map(JourneyTest::rightly).collect(Collectors.joining()));
    }

    private static String rightly(Decision decision) {
        List<Question.Answer> answers = decision.answers();
        int right = answers.indexOf(
                answers.stream().filter(Question.Answer::right).findFirst().orElseThrow());
        return decision.id() + ": " + (char) ('a' + right) + "\n";
    }
}
