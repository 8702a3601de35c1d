package gradus.bench.comparison;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A peer: a library to compare with. Its programs are source files in `bench/peers/<folder>`, and the pom
/// there names its jars. Maven fetches them when a benchmark first needs them.
///
/// Some peers choose their kernels by the name of the processor, and choose badly if they don't recognise it.
/// They take part twice: as shipped, and with AVX-512 forced if the processor has it.
public enum Peer {
    OPENBLAS("OpenBLAS 0.3.31", Map.of("OPENBLAS_CORETYPE", "SKYLAKEX")),
    PYTORCH("PyTorch 2.10", Map.of("OPENBLAS_CORETYPE", "SKYLAKEX", "ATEN_CPU_CAPABILITY", "avx512")),
    DJL("DJL 0.35.1", Map.of()),
    EJML("EJML 0.46.1", Map.of()),
    NETLIB("netlib 3.2.0", Map.of());

    /// The suffix of the name of a peer whose kernels are forced.
    public static final String FORCED_SUFFIX = ", AVX-512 forced";

    /// Whether the jars of a peer are available.
    sealed interface FetchResult {

        /// @param jars the folder of its jars
        record Available(Path jars) implements FetchResult {}

        /// @param why the reason, as the end of a sentence
        record Unavailable(String why) implements FetchResult {}
    }

    private final String shown;
    private final Map<String, String> forced;

    Peer(String shown, Map<String, String> forced) {
        this.shown = shown;
        this.forced = forced;
    }

    /// The name and version, as the title of a column.
    public String displayName() {
        return shown;
    }

    private String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Environment variables that make it use its best kernels with AVX-512; empty if it needs none.
    Map<String, String> kernelOverrides() {
        return forced;
    }

    List<String> command(Options options, Path jars, String program) {
        Path root = options.root();
        Path unpacked = options.target().resolve("peers/unpacked");
        return List.of(
                Participant.java(),
                "-Dstdout.encoding=UTF-8",
                "-Dorg.bytedeco.javacpp.cachedir=" + unpacked,
                "-DDJL_CACHE_DIR=" + unpacked,
                "-Dai.djl.offline=true",
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                jars.resolve("*") + File.pathSeparator + root.resolve("bench/target/classes"),
                root.resolve("bench/peers")
                        .resolve(folder())
                        .resolve(program + ".java")
                        .toString());
    }

    /// Fetches the jars if they aren't here yet, which may take minutes.
    FetchResult fetch(Options options) {
        Path pom = options.root().resolve("bench/peers").resolve(folder()).resolve("pom.xml");
        Path jars = options.target().resolve("peers").resolve(folder());
        Path mark = jars.resolve("fetched-by");
        try {
            String wanted = Files.readString(pom);
            if (Files.exists(mark) && Files.readString(mark).equals(wanted)) {
                return new FetchResult.Available(jars);
            }
            System.err.println("Fetching " + shown + ".");
            String output = maven(options, pom);
            if (!output.isEmpty()) {
                return new FetchResult.Unavailable("because it could not be fetched: " + output);
            }
            Files.writeString(mark, wanted);
            return new FetchResult.Available(jars);
        } catch (IOException e) {
            return new FetchResult.Unavailable("because of an error: " + e.getMessage());
        }
    }

    /// Runs Maven. Returns its first error, or an empty string.
    private String maven(Options options, Path pom) throws IOException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        var builder = new ProcessBuilder(
                        options.root().resolve(windows ? "mvnw.cmd" : "mvnw").toString(),
                        "-B",
                        "-q",
                        "-f",
                        pom.toString(),
                        "-Dplatform=" + platform(),
                        "-Dmaven.repo.local=" + Path.of(System.getProperty("user.home"), ".m2", "repository"),
                        "dependency:copy-dependencies")
                .directory(options.root().toFile())
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return process.waitFor() == 0
                    ? ""
                    : output.lines()
                            .filter(line -> line.startsWith("[ERROR]"))
                            .map(line -> line.substring(8).strip())
                            .findFirst()
                            .orElse("Maven failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "it was interrupted";
        }
    }

    /// The platform of this machine, as in the names of the peer's jars.
    private String platform() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        boolean isDjl = this == DJL;
        String system = name.startsWith("windows")
                ? (isDjl ? "win" : "windows")
                : name.startsWith("mac") ? (isDjl ? "osx" : "macosx") : "linux";
        return system + "-" + (!arm ? "x86_64" : isDjl ? "aarch64" : "arm64");
    }
}
