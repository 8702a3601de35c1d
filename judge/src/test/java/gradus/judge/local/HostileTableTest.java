package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
        assertThat(rows(HEAD))
                .containsExactlyElementsOf(HostileSubmission.all().stream()
                        .map(HostileTableTest::row)
                        .toList());
    }

    /// The rows of the table with this head.
    static List<String> rows(String head) throws IOException {
        return Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.equals(head))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    @Test
    void thereAreManyAndEachSaysHowItsEffectShows() {
        assertThat(HostileSubmission.all()).hasSizeGreaterThanOrEqualTo(70);
        assertThat(HostileSubmission.all())
                .allSatisfy(submission -> assertThat(submission.the("control"))
                        .matches("none: .+|javac .+|compiles|hangs|" + "harms|(prints|passes|ends with) .+"));
    }

    static String row(HostileSubmission submission) {
        return "| `" + submission.name() + "` | " + submission.the("attack") + " | "
                + String.join(" or ", submission.header("verdict")) + " | " + submission.the("blocked by")
                + " |";
    }
}
