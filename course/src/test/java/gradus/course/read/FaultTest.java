package gradus.course.read;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Fault;
import gradus.course.cut.Library;
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
        return Library.list(School.resource("faults"), any -> true).stream()
                .map(FaultCase::of)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyFaultHasItsFileItsLineAndASentence(FaultCase broken) {
        School school = School.at(folder);
        broken.breakIt(school);

        assertThat(school.read().faults()).extracting(Fault::toString).containsExactlyElementsOf(broken.faults());
    }

    @Test
    void aCourseInOrderHasNoFaults() {
        assertThat(School.at(folder).read().faults()).isEmpty();
    }
}
