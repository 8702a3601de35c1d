package gradus.bench;

import gradus.bench.comparison.MachineInfo;
import gradus.course.Coding;
import gradus.course.Lesson;
import gradus.course.Profile;
import gradus.course.Source;
import gradus.course.read.CourseReader;
import gradus.judge.Cancellation;
import gradus.judge.JudgePaths;
import gradus.judge.LearnerParts;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Outcome;
import gradus.judge.local.LocalJudge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// Measures gates that train, in the judge's compute profile, beside the same program outside the judge: an MLP on
/// MNIST and a small GPT on Jane Austen's novels, with one thread each. They are those of the studio's school of runs.
///
/// Optional argument: the number of rounds (3).
public final class Runs {

    private static final double MOST = 1.3;

    private final Path root = Path.of(System.getProperty("gradus.root"));
    private final ResultTable results = new ResultTable();
    private final Path school;

    private Runs(Path school) {
        this.school = school;
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        new Runs(Files.createTempDirectory("gradus-runs")).run(rounds);
    }

    private void run(int rounds) throws Exception {
        IO.println(MachineInfo.describe());
        Files.createSymbolicLink(school.resolve("curriculum"), root.resolve("studio/src/test/training/curriculum"));
        for (String folder : List.of("ml", "proctor", "data")) {
            Files.createSymbolicLink(school.resolve(folder), root.resolve(folder));
        }
        JudgePaths paths = JudgePaths.locate(root, root.resolve("target/course"));
        try (LocalJudge judge = LocalJudge.longLived(paths)) {
            for (Lesson lesson :
                    CourseReader.read(school, (tex, _) -> tex).course().lessons()) {
                measure(judge, paths, lesson.coding().orElseThrow(), rounds);
            }
        }
        results.print();
    }

    private void measure(LocalJudge judge, JudgePaths paths, Coding lab, int rounds) throws Exception {
        List<Path> classPath = compiled(lab, paths);
        var inside = new ArrayList<Double>();
        var outside = new ArrayList<Double>();
        for (int i = 0; i < rounds; i++) {
            inside.add(inside(judge, lab));
            outside.add(outside(lab, classPath));
        }
        double ratio = median(inside) / median(outside);
        results.row(
                "the gate of `" + lab.lesson() + "` in the judge, beside outside of it",
                "≤ " + MOST + " ×",
                String.format(Locale.ROOT, "%.2f × (%.1f s, %.1f s)", ratio, median(inside), median(outside)),
                ratio <= MOST);
    }

    /// The seconds of the gate in the judge.
    private static double inside(LocalJudge judge, Coding lab) {
        var reference = new Submission(
                lab.lesson(), lab.references().stream().collect(Collectors.toMap(Source::path, Source::text)));
        Verdict verdict = judge.runGate(lab, reference, LearnerParts.NONE, new Cancellation(), _ -> {});
        if (verdict instanceof Verdict.Passed passed) {
            CheckResult gate = passed.checks().getLast();
            if (gate.outcome() instanceof Outcome.Passed(java.time.Duration took)) {
                return took.toNanos() * 1e-9;
            }
        }
        throw new IllegalStateException("the reference of " + lab.lesson() + " should pass: " + verdict);
    }

    /// The seconds of the same method in a JVM of its own, as it comes but for the heap and the number of threads.
    private double outside(Coding lab, List<Path> classPath) throws Exception {
        String[] gate = lab.gate().orElseThrow().check().split("#", -1);
        String packageName = "gradus.checks." + lab.lesson().replace('-', '_') + ".";
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + lab.gateRun().orElseThrow().megabytes() + "m",
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-Dgradus.threads="
                                + threads(lab.gateRun().orElseThrow().profile()),
                        "-Dgradus.data=" + root.resolve("data"),
                        "-cp",
                        classPath.stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator)),
                        "gradus.bench.ours.Gate",
                        packageName + gate[0],
                        gate[1])
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the gate of " + lab.lesson() + " fails outside the judge: " + printed);
        }
        return Double.parseDouble(printed.strip());
    }

    private static int threads(Profile profile) {
        return switch (profile) {
            case Profile.Strict _ -> 1;
            case Profile.Compute compute -> compute.threads();
        };
    }

    private List<Path> compiled(Coding lab, JudgePaths paths) throws IOException {
        Path classes = Files.createTempDirectory(school, "classes");
        var classPath = new ArrayList<>(List.of(classes, paths.library()));
        classPath.addAll(paths.proctor());
        Path sources = Files.createTempDirectory(school, "sources");
        var arguments = new ArrayList<>(List.of(
                "-d",
                classes.toString(),
                "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator))));
        for (Source source : Stream.concat(lab.references().stream(), lab.checkSources().stream())
                .toList()) {
            Path file = sources.resolve(source.path());
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source.text()).toString());
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("the gate of " + lab.lesson() + " doesn't compile");
        }
        classPath.add(root.resolve("bench/target/classes"));
        return classPath;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
