package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `docs/judge.md` has a row for each hostile submission, which says what its header says.
class HostileTableTest {

    private static final Path PAGE = ToyLibrary.RESOURCES.resolve("../../../../docs/judge.md");
    private static final String HEAD = "| submission | what it tries | verdict | what stops it |";

    @Test
    void thePageSaysOfEachSubmissionWhatItsHeaderSays() throws Exception {
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
                .allSatisfy(hostileSubmission -> assertThat(hostileSubmission.the("control"))
                        .matches("none: .+|javac .+|compiles|hangs|" + "harms|(prints|passes|ends with) .+"));
    }

    private static String row(HostileSubmission hostileSubmission) {
        return "| `" + hostileSubmission.name() + "` | " + hostileSubmission.the("attack") + " | "
                + String.join(" or ", hostileSubmission.header("verdict")) + " | " + hostileSubmission.the("blocked by")
                + " |";
    }
}
