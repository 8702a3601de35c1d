package gradus.course.cut;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Coding;
import gradus.course.Cut;
import gradus.course.LibraryUse;
import gradus.course.MemberId;
import gradus.course.TestLabs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaughtCallsTest {

    private static final String VECTOR = "gradus.ml.linalg.Vector";
    private static final String NUMERICS = "gradus.ml.numbers.Numerics";

    private final TaughtCalls calls = new TaughtCalls(LibrarySources.of(Path.of(System.getProperty("gradus.root"))));

    @Test
    void aLabBuildsOnTheTaughtMembersThatItsReferenceCalls() {
        assertThat(calls.of(lab(Cut.of(VECTOR, "dot"), Map.of(NUMERICS, members("sum", "close", "logSumExp")))))
                .isEqualTo(Map.of(NUMERICS, members("sum")));
    }

    @Test
    void membersOfItsOwnClassCountIfAnotherLabHasTaughtThem() {
        assertThat(calls.of(lab(Cut.of(VECTOR, "projectOn"), Map.of(VECTOR, members("dot", "minus")))))
                .isEqualTo(Map.of(VECTOR, members("dot")));
    }

    @Test
    void aClassThatTheSourceDoesNotNameIsNotCalled() {
        assertThat(calls.of(lab(
                        Cut.of(VECTOR, "dot"),
                        Map.of("gradus.ml.classic.NearestNeighbour", members("sum", "nearest")))))
                .isEmpty();
    }

    private static List<MemberId> members(String... names) {
        return List.of(names).stream().map(MemberId::parse).toList();
    }

    private static Coding lab(Cut cut, Map<String, List<MemberId>> taught) {
        return TestLabs.cutting(cut, new LibraryUse(Set.of(), Set.of(), taught, Map.of()));
    }
}
