package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import gradus.judge.JudgePaths;
import gradus.judge.LearnerParts;
import gradus.judge.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Archives that were truncated while the judge runs, as by a full disk, are made again.
class DamagedImagesTest {

    @TempDir
    Path folder;

    @Test
    @Tag("hostile")
    void aTruncatedArchiveIsBuiltAgainInTheBackground() throws Exception {
        // Images of its own, which no other test uses.
        Files.createDirectories(folder.resolve("cache/java"));
        JudgePaths paths = ToyLibrary.judgePaths(folder);
        try (var engine = new JudgeEngine(paths, false);
                var judge = LocalJudge.longLived(paths)) {
            assertThat(judged(judge)).isInstanceOf(Verdict.Passed.class);
            judge.awaitReady();
            assertThat(engine.workerJvm().description()).isEqualTo("minimal Java runtime");
            Path archive = archive(engine.images().imagesFolder());
            long size = Files.size(archive);
            // Another file in its place: children that run have mapped this one.
            Files.delete(archive);
            Files.write(archive, new byte[4096]);

            assertThat(engine.workerJvm().description())
                    .startsWith("plain JVM, because")
                    .contains("truncated");
            assertThat(judged(judge)).isInstanceOf(Verdict.Passed.class);
            judge.awaitReady();

            assertThat(Files.size(archive)).isCloseTo(size, withPercentage(10));
            assertThat(engine.workerJvm().description()).isEqualTo("minimal Java runtime");
            assertThat(judged(judge)).isInstanceOf(Verdict.Passed.class);
        }
    }

    private static Path archive(Path images) throws IOException {
        try (var files = Files.walk(images)) {
            return files.filter(file -> file.endsWith("worker.jsa")).findFirst().orElseThrow();
        }
    }

    private static Verdict judged(LocalJudge judge) {
        return judge.judge(
                ToyLibrary.numbers(),
                ToyLibrary.numbersAs(ToyLibrary.reference("Numbers").text()),
                LearnerParts.NONE,
                _ -> {});
    }
}
