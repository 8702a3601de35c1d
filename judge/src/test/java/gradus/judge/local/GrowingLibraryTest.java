package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Coding;
import gradus.course.read.CourseReader;
import gradus.judge.JudgePaths;
import gradus.judge.run.CheckRunMonitor;
import gradus.judge.run.CompiledLab;
import gradus.judge.run.RequestedChecks;
import gradus.judge.support.CompiledLibrary;
import gradus.proctor.transcript.Job;
import gradus.proctor.transcript.JobCodec;
import gradus.proctor.transcript.JobCodec.JobMessage;
import gradus.proctor.transcript.Token;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// However large the library becomes, a run costs what its lab reaches.
class GrowingLibraryTest {

    private static final Path ROOT = Path.of(System.getProperty("gradus.root")).toAbsolutePath();

    private static final int FEW = 6;

    @TempDir
    Path folder;

    @Test
    void aChildGetsTheSameBytesFromALibraryOfTwiceTheSize() throws IOException {
        JudgePaths paths = JudgePaths.locate(ROOT, ToyLibrary.cache(folder));
        Map<String, byte[]> library = CompiledLibrary.read(paths.library()).classes();
        Path doubled = doubled(library);
        assertThat(CompiledLibrary.read(doubled).classes()).hasSize(2 * library.size());
        var twice = new JudgePaths(
                paths.java(),
                doubled,
                paths.librarySources(),
                paths.proctor(),
                paths.judge(),
                paths.data(),
                ToyLibrary.cache(folder.resolve("twice")));

        List<Coding> labs = Sample.of(labs(), FEW);
        Map<String, Long> sent = bytesSent(twice, labs);

        assertThat(sent).isNotEmpty().isEqualTo(bytesSent(paths, labs));
        long all = library.values().stream().mapToLong(bytes -> bytes.length).sum();
        assertThat(sent.values()).allSatisfy(bytes -> assertThat(bytes).isLessThan(all / 2));
    }

    /// The library's classes, and copies of all of them in another package, which refer to one another. Its name
    /// is as long, so that no length in a class file changes.
    private Path doubled(Map<String, byte[]> library) throws IOException {
        var all = new TreeMap<>(library);
        library.forEach((name, bytes) -> all.put(
                name.replace("gradus.ml", "gradus.mL"),
                new String(bytes, StandardCharsets.ISO_8859_1)
                        .replace("gradus/ml", "gradus/mL")
                        .getBytes(StandardCharsets.ISO_8859_1)));
        Path classes = folder.resolve("doubled");
        for (Map.Entry<String, byte[]> entry : all.entrySet()) {
            Path file = classes.resolve(entry.getKey().replace('.', '/') + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, entry.getValue());
        }
        return classes;
    }

    private static List<Coding> labs() {
        return CourseReader.read(ROOT, (formula, _) -> formula).course().lessons().stream()
                .flatMap(lesson -> lesson.coding().stream())
                .toList();
    }

    /// The size of the message with a job, for each lesson.
    private static Map<String, Long> bytesSent(JudgePaths paths, List<Coding> labs) {
        var engine = new JudgeEngine(paths, false);
        try {
            return labs.stream().collect(Collectors.toMap(Coding::lesson, lab -> bytesSent(engine, lab)));
        } finally {
            engine.close();
        }
    }

    private static long bytesSent(JudgeEngine engine, Coding lab) {
        CompiledLab compiled = engine.compiledLabs().get(lab);
        Job job = CheckRunMonitor.job(lab, compiled, compiled.referenceClasses(lab), RequestedChecks.of(lab.checks()));
        var bytes = new ByteArrayOutputStream();
        try {
            JobCodec.write(bytes, new JobMessage(Token.fresh(), job, true));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.size();
    }
}
