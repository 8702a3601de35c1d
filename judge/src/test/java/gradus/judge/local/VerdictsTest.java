package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.LearnerParts;
import gradus.judge.Verdict;
import gradus.judge.Verdict.DidNotCompile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every file in `cases` is a submission; its first lines give the expected verdict.
class VerdictsTest extends WithToyJudge {

    @TestFactory
    Stream<DynamicTest> everySubmissionGetsTheVerdictThatFits() throws IOException {
        try (var files = Files.list(ToyLibrary.RESOURCES.resolve("cases"))) {
            List<Path> cases = files.sorted().toList();
            assertThat(cases).hasSizeGreaterThan(40);
            return cases.stream()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getFileName().toString().replace(".java", "").replace('-', ' '), () -> verify(file)));
        }
    }

    private static void verify(Path file) throws IOException {
        String source = Files.readString(file);
        Verdict verdict = judge.judge(ToyLibrary.numbers(), ToyLibrary.numbersAs(source), LearnerParts.NONE, _ -> {});

        String text = verdict.toString();
        assertThat(verdict.getClass().getSimpleName()).as(text).isIn(value(source, "verdict"));
        for (String quote : value(source, "says")) {
            assertThat(text).contains(quote);
        }
        for (String line : value(source, "at")) {
            var problem = ((DidNotCompile) verdict).problems().getFirst();
            assertThat(problem.place())
                    .hasValueSatisfying(
                            place -> assertThat(place.line()).isEqualTo(Integer.parseInt(line) + header(source)));
        }
    }

    private static List<String> value(String source, String key) {
        String start = "// " + key + ": ";
        return source.lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }

    private static int header(String source) {
        return (int) source.lines().takeWhile(line -> line.startsWith("// ")).count() - 1;
    }
}
