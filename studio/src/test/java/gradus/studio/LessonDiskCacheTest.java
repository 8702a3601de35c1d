package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.CourseReadResult;
import gradus.course.Lesson;
import gradus.course.read.CourseReader;
import gradus.course.read.LessonCache;
import gradus.course.read.ReadLesson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonDiskCacheTest {

    private static final String VECTORS = "curriculum/linear-algebra/vectors/";

    @TempDir
    Path root;

    private final List<String> read = Collections.synchronizedList(new ArrayList<>());
    private CourseCopy course;
    private List<String> all;

    @BeforeEach
    void copyTheCourse() throws IOException {
        course = CourseCopy.in(root);
        all = read().course().lessons().stream().map(Lesson::id).toList();
        assertThat(read).containsExactlyInAnyOrderElementsOf(all).contains("first-model", "matrices");
        read.clear();
    }

    private CourseReadResult read() {
        var files = new LessonDiskCache(root.resolve("lessons"), _ -> {});
        return CourseReader.read(root, (tex, _) -> tex, new LessonCache() {
            @Override
            public Optional<ReadLesson> get(String id, String key) {
                Optional<ReadLesson> found = files.get(id, key);
                if (found.isEmpty()) {
                    read.add(id);
                }
                return found;
            }

            @Override
            public void put(String id, String key, ReadLesson lesson) {
                files.put(id, key, lesson);
            }
        });
    }

    @Test
    void aLessonFromTheCacheIsTheSame() {
        CourseReadResult cached = read();
        assertThat(read).isEmpty();
        assertThat(cached).isEqualTo(CourseReader.read(root, (tex, _) -> tex));
    }

    @Test
    void onlyWhatHasChangedIsReadAgain() throws IOException {
        course.change(VECTORS + "quiz.md", "never adds one", "adds none");
        read();
        assertThat(read).containsExactly("vectors");
        read.clear();

        course.change("ml/src/main/java/gradus/ml/linalg/Vector.java", "\n}\n", "\n    private static int later;\n}\n");
        course.change("ml/src/main/java/gradus/ml/transformer/Gpt.java", "\n}\n", "\n    static int later;\n}\n");
        read();
        assertThat(read).contains("vectors", "matrices").doesNotContain("first-model", "java-numerics");
    }

    @Test
    void whatLessonsMustKnowOfEachOtherMakesAllBeReadAgain() throws IOException {
        course.change("curriculum/toolkit/java-numerics/lab.md", "sum,logSumExp,close", "sum,logSumExp");
        read();
        assertThat(read).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void aLessonWithAFaultIsReadAgainUntilItHasNone() throws IOException {
        course.change(VECTORS + "lesson.md", "minutes: 60\n", "minutes: 60\ncolour: blue\n");
        for (int i = 0; i < 2; i++) {
            assertThat(read().faults()).singleElement().asString().contains("colour");
        }
        assertThat(read).containsExactly("vectors", "vectors");
    }

    @Test
    void aDamagedFileCountsAsMissing() throws IOException {
        Path file = root.resolve("lessons/vectors.json");
        Files.writeString(file, Files.readString(file).substring(0, 500));
        assertThat(read().course().lesson("vectors")).isPresent();
        assertThat(read).containsExactly("vectors");
    }
}
