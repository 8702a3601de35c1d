package gradus.course.read;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Course;
import gradus.course.Fault;
import gradus.course.PlannedLesson;
import gradus.course.Track;
import gradus.course.read.file.FaultCollector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoadReaderTest {

    private static final String ROAD = """
            tracks:
              - { id: start, title: First steps }
            lessons:
              - id: one
                track: start
                title: The first
                level: foundation
                needs: []
                minutes: 30
                outcome: you can begin
              - id: two
                track: start
                title: The second
                level: advanced
                needs: [one]
                minutes: 40
                outcome: you can go on
            """;

    @TempDir
    Path folder;

    private List<Fault> faults(String road) throws IOException {
        return read(road).faults.sorted();
    }

    private record Reading(RoadReader.Road road, FaultCollector faults) {}

    private Reading read(String road) throws IOException {
        Path file = Files.writeString(folder.resolve("road.yaml"), road);
        var faults = new FaultCollector(folder);
        return new Reading(new RoadReader(file, faults).read(), faults);
    }

    @Test
    void lessonsComeInTheOrderOfTheFile() throws IOException {
        RoadReader.Road road = read(ROAD).road();

        assertThat(road.tracks()).containsExactly(new Track("start", "First steps"));
        assertThat(road.lessons()).extracting(PlannedLesson::id).containsExactly("one", "two");
        assertThat(faults(ROAD)).isEmpty();
    }

    @Test
    void aMissingFileIsAnEmptyRoad() {
        assertThat(new RoadReader(folder.resolve("none.yaml"), new FaultCollector(folder))
                        .read()
                        .lessons())
                .isEmpty();
    }

    @Test
    void whatIsUnknownTwiceOrTooLateIsAFaultWithItsLine() throws IOException {
        assertThat(faults(ROAD.replace("needs: [one]", "needs: [three]")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString())
                        .contains("road.yaml:15")
                        .contains("\"two\" needs \"three\", which must come before it"));
        assertThat(faults(ROAD.replace("id: two", "id: one")).toString())
                .contains("The lesson \"one\" appears twice; keep one.");
        assertThat(faults(ROAD.replace("level: advanced", "level: hard")).toString())
                .contains("Unknown level \"hard\"");
        assertThat(faults(ROAD.replace(
                                "    track: start\n    title: The second", "    track: stars\n    title: The second"))
                        .toString())
                .contains("Unknown track \"stars\"")
                .contains("start");
    }

    @Test
    void theRealRoadAgreesWithTheLessonsThatAreWritten() {
        var result = CourseReader.read(Path.of(System.getProperty("gradus.root")), (tex, display) -> tex);
        Course course = result.course();

        assertThat(course.road()).hasSizeGreaterThan(100);
        assertThat(course.toCome())
                .hasSize(course.road().size() - course.lessons().size());
        assertThat(result.faults())
                .filteredOn(fault -> fault.file().endsWith("road.yaml"))
                .isEmpty();
        List<String> written =
                course.lessons().stream().map(lesson -> lesson.id()).toList();
        assertThat(course.road().stream().map(PlannedLesson::id).filter(written::contains))
                .containsExactlyElementsOf(written);
    }
}
