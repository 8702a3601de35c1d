package gradus.course.read;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Fault;
import gradus.course.cut.LibrarySources;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaultTest {

    @TempDir
    Path folder;

    static List<FaultCase> cases() {
        return LibrarySources.list(SampleCurriculum.resource("faults"), any -> true).stream()
                .map(FaultCase::of)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyFaultHasAFileALineAndAMessage(FaultCase broken) {
        SampleCurriculum curriculum = SampleCurriculum.at(folder);
        broken.breakIt(curriculum);

        assertThat(curriculum.read().faults()).extracting(Fault::toString).containsExactlyElementsOf(broken.faults());
    }

    @Test
    void aCorrectCourseHasNoFaults() {
        assertThat(SampleCurriculum.at(folder).read().faults()).isEmpty();
    }
}
