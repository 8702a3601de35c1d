package gradus.judge.process;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.JudgePaths;
import gradus.judge.compile.CompileCodec;
import gradus.judge.compile.SourceSet;
import gradus.judge.sandbox.ResourceLimits;
import gradus.proctor.transcript.Job;
import gradus.proctor.transcript.JobCodec;
import gradus.proctor.transcript.Token;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sends garbage to the real child programs, which must end in an orderly way.
class GarbageTest {

    /// Exit codes: nothing left to do, an error, no parent, gave up.
    private static final List<Integer> ORDERLY = List.of(0, 1, 97, 96);

    @TempDir
    Path folder;

    private final ByteCorruptor byteCorruptor = new ByteCorruptor(17);
    private RuntimeImages runtimeImages;

    @BeforeEach
    void find() throws IOException {
        JudgePaths judgePaths =
                JudgePaths.locate(Files.createDirectories(folder.resolve("library")), folder, folder, folder);
        runtimeImages = new RuntimeImages(
                judgePaths.java(),
                judgePaths.proctor(),
                judgePaths.judge(),
                judgePaths.library(),
                judgePaths.data(),
                judgePaths.cache());
    }

    @Test
    void aWorkerThatIsSentGarbageEnds() throws Exception {
        send(runtimeImages.workerCommand(WorkerKind.strict(64)), job(), 6);
    }

    @Test
    void aCompileProcessThatIsSentGarbageEnds() throws Exception {
        send(runtimeImages.compilerCommand(), request(), 6);
    }

    @Test
    @Tag("hostile")
    void hundredsOfWorkersThatAreSentGarbageEnd() throws Exception {
        send(runtimeImages.workerCommand(WorkerKind.strict(64)), job(), 200);
    }

    @Test
    @Tag("hostile")
    void hundredsOfCompileProcessesThatAreSentGarbageEnd() throws Exception {
        send(runtimeImages.compilerCommand(), request(), 200);
    }

    private void send(List<String> command, byte[] right, int times) throws Exception {
        var ends = new TreeMap<Integer, Integer>();
        for (int i = 0; i < times; i++) {
            byte[] garbage = i % 4 == 0 ? byteCorruptor.random(2_000) : byteCorruptor.to(right);
            Process child = JvmStarter.unsandboxed().start(command, new ResourceLimits(512, 64, 60));
            try (var in = child.getOutputStream()) {
                in.write(garbage);
            } catch (IOException e) {
                // It has ended before it had read everything.
            }
            String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(child.waitFor()).as(said).isIn(ORDERLY);
            assertThat(said).doesNotContain("Exception in thread").doesNotContain("fatal error");
            ends.merge(child.exitValue(), 1, Integer::sum);
        }
        System.out.println("children that were sent garbage ended with " + ends);
    }

    private static byte[] job() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var task = new Job.RunChecks(List.of(new Job.CheckMethod("A#b", "gradus.checks.a.A", "b", true)));
        var job = new Job(
                Map.of("gradus.ml.L", new byte[30]),
                Map.of("gradus.ml.A", new byte[60]),
                Map.of("gradus.checks.a.A", new byte[9]),
                task);
        JobCodec.write(bytes, new JobCodec.JobMessage(Token.fresh(), job, true));
        return bytes.toByteArray();
    }

    private static byte[] request() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[16]);
        CompileCodec.write(
                bytes,
                new CompileCodec.Request(
                        true, SourceSet.of(Map.of("A.java", "class A {}")), Map.of("gradus.lab.B", new byte[60])));
        return bytes.toByteArray();
    }
}
