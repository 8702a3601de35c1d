package gradus.judge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.judge.JudgePaths;
import gradus.judge.compile.CompileCodec;
import gradus.judge.compile.CompileCodec.Request;
import gradus.judge.compile.CompileResult;
import gradus.judge.compile.SourceSet;
import gradus.judge.javac.CompileError;
import gradus.judge.support.JudgeException;
import gradus.proctor.transcript.Token;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A compile process that sends damaged answers, or isn't a compiler: the result is no answer, or a plausible
/// one, and never an endless wait.
class LyingCompilerTest {

    private static final Request REQUEST = new Request(true, SourceSet.of(Map.of("A.java", "class A {}")), Map.of());
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void aDamagedAnswerIsRejectedOrPlausible() throws IOException {
        lie(1_000);
    }

    @Test
    @Tag("hostile")
    void manyDamagedAnswersAreRejectedOrPlausible() throws IOException {
        lie(100_000);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProgramThatIsNoCompilerIsAJudgeFault() throws Exception {
        Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nhead -c 100000 /dev/urandom\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        JudgePaths judgePaths =
                JudgePaths.locate(Files.createDirectories(folder.resolve("library")), folder, folder, folder);
        var runtimeImages = new RuntimeImages(
                java,
                judgePaths.proctor(),
                judgePaths.judge(),
                judgePaths.library(),
                judgePaths.data(),
                judgePaths.cache());

        try (var compilerPool = new CompilerPool(JvmStarter.unsandboxed(), runtimeImages)) {
            assertThatThrownBy(() -> compilerPool.forLearners().compile(REQUEST.sources(), Map.of()))
                    .isInstanceOf(JudgeException.class)
                    .hasMessageContaining("the compile process does not work");
        }
    }

    private static void lie(int times) throws IOException {
        var byteCorruptor = new ByteCorruptor(5);
        int none = 0;
        for (int i = 0; i < times; i++) {
            byte[] right = CompileCodec.encode(answer(i));
            boolean inside = i % 2 == 0;
            var fakeProcess = new FakeProcess(
                    input -> token(input)
                            .map(token -> inside
                                    ? ByteCorruptor.joined(EncodedFrames.of(token, List.of(byteCorruptor.to(right))))
                                    : byteCorruptor.to(ByteCorruptor.joined(EncodedFrames.of(token, List.of(right))))),
                    1);
            try (var compiler = new CompileProcess(fakeProcess)) {
                none += compiler.compile(REQUEST, LIMIT).isEmpty() ? 1 : 0;
            }
        }
        System.out.println(times + " damaged answers, " + none + " of them rejected");
        assertThat(none).isBetween(times / 10, times - times / 10);
    }

    private static CompileResult answer(int number) {
        return switch (number % 3) {
            case 0 -> new CompileResult.Success(Map.of("A", new byte[30]), Duration.ofMillis(3), Map.of());
            case 1 -> new CompileResult.Failure(List.of(new CompileError("A.java", 1, 2, "no", "not so")));
            default -> new CompileResult.Timeout(Duration.ofSeconds(4));
        };
    }

    /// The token, once the request has arrived as well.
    private static Optional<Token> token(byte[] input) {
        try {
            var in = new DataInputStream(new ByteArrayInputStream(input));
            var token = new Token(in.readLong(), in.readLong());
            return in.available() == 0 ? Optional.empty() : Optional.of(token);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
