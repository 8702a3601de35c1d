package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Checks that `docs/judge.md` has a row for each hostile submission, with the values of its header.
class HostileTableTest {

    private static final Path PAGE = ToyLibrary.RESOURCES.resolve("../../../../docs/judge.md");
    private static final String HEAD = "| submission | what it tries | verdict | what stops it |";

    @Test
    void thePageHasARowForEachSubmission() throws Exception {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.equals(HEAD))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(HostileSubmission.all().stream()
                        .map(HostileTableTest::row)
                        .toList());
    }

    @Test
    void thereAreManyAndEachSaysHowItsEffectShows() {
        assertThat(HostileSubmission.all()).hasSizeGreaterThanOrEqualTo(70);
        assertThat(HostileSubmission.all())
                .allSatisfy(submission -> assertThat(submission.the("control"))
                        .matches("none: .+|javac .+|compiles|hangs|" + "harms|(prints|passes|ends with) .+"));
    }

    private static String row(HostileSubmission submission) {
        return "| `" + submission.name() + "` | " + submission.the("attack") + " | "
                + String.join(" or ", submission.header("verdict")) + " | " + submission.the("blocked by")
                + " |";
    }
}
