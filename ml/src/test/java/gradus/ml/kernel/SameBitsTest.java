package gradus.ml.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/// Every kernel, and the training of models, gives the same bits however the JVM is started.
class SameBitsTest {

    /// Ways to start the JVM; each starts a process. What a processor does not have is left out by the JVM
    /// itself.
    private enum Mode {
        AS_IT_COMES,
        VECTORS_OF_512_BITS("-XX:UseAVX=3"),
        VECTORS_OF_256_BITS("-XX:UseAVX=2"),
        VECTORS_OF_128_BITS("-XX:UseAVX=1"),
        WITHOUT_AVX("-XX:UseAVX=0"),
        WITHOUT_FUSED_MULTIPLY_ADD("-XX:-UseFMA"),
        REFERENCE_KERNELS("-Dgradus.kernels=plain"),
        SOME_REFERENCE_KERNELS("-Dgradus.kernels.plain=PlainGemm,PlainFunctions"),
        QUICK_COMPILER_ONLY("-XX:TieredStopAtLevel=1"),
        ONE_THREAD("-Dgradus.threads=1"),
        MANY_PROCESSORS("-XX:ActiveProcessorCount=13"),
        INTERPRETED("-Xint"),
        INTERPRETED_VECTORS("-Xint", "-Dgradus.kernels=simd");

        private final List<String> options;

        Mode(String... options) {
            this.options = List.of(options);
        }

        private String output() throws IOException, InterruptedException {
            return output(BitsProgram.class);
        }

        private String kernels() throws IOException, InterruptedException {
            return output(KernelsProgram.class);
        }

        private String output(Class<?> program) throws IOException, InterruptedException {
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.add("-XX:+IgnoreUnrecognizedVMOptions");
            command.addAll(options);
            command.addAll(List.of("--add-modules", "jdk.incubator.vector", "-cp", classPath()));
            command.add(program.getName());
            Process process = new ProcessBuilder(command).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor()).as("%s: %s", this, errors).isZero();
            return output;
        }
    }

    @Test
    void theBitsAreTheSameHoweverTheJvmIsStarted() {
        List<String> outputs = Arrays.stream(Mode.values())
                .parallel()
                .map(mode -> {
                    try {
                        return mode.output();
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();

        assertThat(outputs.getFirst().lines()).hasSizeGreaterThan(40);
        for (Mode mode : Mode.values()) {
            assertThat(outputs.get(mode.ordinal())).as("%s", mode).isEqualTo(outputs.getFirst());
        }
    }

    @Test
    void aReferenceKernelCanBeChosenAlone() throws Exception {
        if (Kernels.areFast()) {
            assertThat(Mode.AS_IT_COMES.kernels()).isEqualTo("true true\n");
            assertThat(Mode.SOME_REFERENCE_KERNELS.kernels()).isEqualTo("false true\n");
        }
        assertThat(Mode.REFERENCE_KERNELS.kernels()).isEqualTo("false false\n");
    }

    /// Says whether the SIMD kernels of matrix products and of optimiser updates run.
    static final class KernelsProgram {

        private KernelsProgram() {}

        public static void main(String[] args) {
            IO.println(Kernels.areFast(PlainGemm.class) + " " + Kernels.areFast(PlainOptimiserUpdates.class));
        }
    }

    /// Where this class, the library and its assertions come from; the JVM's own class path may name none.
    private static String classPath() {
        return Stream.of(BitsProgram.class, Kernels.class, Assertions.class)
                .map(SameBitsTest::origin)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// The folder or the jar file of a class.
    private static String origin(Class<?> type) {
        String file = type.getName().replace('.', '/') + ".class";
        String location = type.getClassLoader().getResource(file).toString();
        String root = location.substring(0, location.length() - file.length());
        return Path.of(URI.create(root.replaceFirst("^jar:(.*)!/$", "$1"))).toString();
    }
}
