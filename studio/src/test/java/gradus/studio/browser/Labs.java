package gradus.studio.browser;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Coding;
import gradus.course.Lesson;
import gradus.course.Question;
import gradus.studio.LessonSample;
import gradus.studio.RealStudio;
import java.nio.file.Path;

/// The lessons and labs that the tests visit, and the code they submit.
final class Labs {

    static final String NEAREST = "gradus.ml.classic.NearestNeighbour";
    /// A loop that does not end, and leaves the processor to other tests.
    static final String ENDLESS = "while (sum == 0) java.util.concurrent.locks.LockSupport.parkNanos(1_000_000_000);";

    static final String VECTOR = "gradus.ml.linalg.Vector";

    private Labs() {}

    static Lesson lesson(String id) {
        return RealStudio.course().lesson(id).orElseThrow();
    }

    /// A lesson to look at that the hash of the commit chooses. `./gradus test --hostile` looks at all of them.
    static Lesson ofTheCommit() {
        return new LessonSample(Path.of(System.getProperty("gradus.root")))
                .one(RealStudio.course().lessons());
    }

    static Coding lab(String lesson) {
        return lesson(lesson).coding().orElseThrow();
    }

    static Question question(String lesson, String id) {
        return lesson(lesson).questions().stream()
                .filter(question -> question.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// The library's source, which passes.
    static String right(String type) {
        return RealStudio.reference(type);
    }

    /// The library's source with one line replaced by a wrong one.
    static String spoilt(String type, String line, String by) {
        String right = right(type);
        assertThat(right).as("the library's " + type).containsOnlyOnce(line);
        return right.replace(line, by);
    }
}
