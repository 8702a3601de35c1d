package gradus.judge.local;

import gradus.course.Coding;
import gradus.course.Cut;
import gradus.course.Lab;
import gradus.course.LibraryUse;
import gradus.course.MemberId;
import gradus.course.Source;
import gradus.judge.JudgePaths;
import gradus.judge.LearnerPart;
import gradus.judge.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// A library of four classes and labs upon it, so that what is said of the judge does not hang on any
/// lesson.
final class ToyLibrary {

    static final Path RESOURCES = Path.of(System.getProperty("gradus.root"), "judge", "src", "test", "resources")
            .toAbsolutePath();

    private ToyLibrary() {}

    /// The images that child JVMs start from, kept from run to run under a hash of their inputs.
    private static final Path IMAGES = Path.of(System.getProperty("gradus.root"), "target", "course", "java")
            .toAbsolutePath();

    /// Compiles the toy library into `folder` and returns the paths for the judge.
    static JudgePaths judgePaths(Path folder) {
        try {
            Path library = Files.createDirectories(folder.resolve("library"));
            List<String> sources;
            try (var files = Files.list(RESOURCES.resolve("toy/library"))) {
                sources = files.map(Path::toString).toList();
            }
            var arguments = Stream.concat(Stream.of("-d", library.toString()), sources.stream());
            int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
            if (failed != 0) {
                throw new IllegalStateException("the toy library does not compile");
            }
            return JudgePaths.locate(library, copiedSources(folder), folder.resolve("data"), cache(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The sources in folders of their packages, as a library has them.
    private static Path copiedSources(Path folder) throws IOException {
        Path sources = folder.resolve("sources");
        Path packageFolder = Files.createDirectories(sources.resolve("gradus/ml/toy"));
        try (var files = Files.list(RESOURCES.resolve("toy/library"))) {
            for (Path file : files.toList()) {
                Files.copy(file, packageFolder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return sources;
    }

    static Path cache(Path folder) throws IOException {
        Path cache = Files.createDirectories(folder.resolve("cache"));
        if (!Files.exists(cache.resolve("java"))) {
            Files.createSymbolicLink(cache.resolve("java"), Files.createDirectories(IMAGES));
        }
        return cache;
    }

    /// Write `sum`, `mean` and `shifted`; two checks are visible, three hidden.
    static Coding numbers(Lab.Solution... wrong) {
        return new Coding(
                "toy",
                List.of(Cut.of("gradus.ml.toy.Numbers", "sum", "mean", "shifted")),
                List.of(),
                LibraryUse.ANYTHING,
                new Lab.Limits(2, 64),
                List.of(),
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        check("NumbersTest", "sumByHand", "the sum of 1, 2 and 6 is 9", "toy", true),
                        check("NumbersTest", "meanByHand", "the mean of 1, 2 and 6 is 3", "toy", true),
                        check("NumbersChecks", "shifts", "shifting adds to every value", "toy", false),
                        check("NumbersChecks", "refusesNothing", "the sum of nothing is refused", "toy", false),
                        check("NumbersChecks", "varianceWorks", "the library's variance works on it", "toy", false)),
                List.of(checks("toy", "NumbersTest"), checks("toy", "NumbersChecks")),
                List.of(wrong),
                List.of(),
                Path.of("toy/lab.md"));
    }

    /// The same lab, but the whole class is the learner's.
    static Coding wholeNumbers() {
        return cutting(numbers(), Cut.of("gradus.ml.toy.Numbers", "*"));
    }

    /// Write `standard`, which uses `Numbers` and `Spread`.
    static Coding score() {
        return new Coding(
                "score",
                List.of(Cut.of("gradus.ml.toy.Score", "standard")),
                List.of(),
                LibraryUse.ANYTHING,
                new Lab.Limits(5, 64),
                List.of(),
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        check("ScoreChecks", "byHand", "3 stands one deviation above the mean", "score", false),
                        check("ScoreChecks", "largeValues", "large values keep their digits", "score", false)),
                List.of(checks("score", "ScoreChecks")),
                List.of(),
                List.of(),
                Path.of("score/lab.md"));
    }

    /// Write all of `Table`, whose results are arrays and tables.
    static Coding table() {
        return new Coding(
                "table",
                List.of(Cut.of("gradus.ml.toy.Table", "means", "logs", "roots", "doubled", "noise", "total")),
                List.of(),
                LibraryUse.ANYTHING,
                new Lab.Limits(10, 64),
                List.of(),
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                List.of(),
                Stream.of("means", "logs", "roots", "doubledSquare", "doubled", "leavesRows", "seeded", "fast", "lean")
                        .map(method -> check("TableChecks", method, method, "table", false))
                        .toList(),
                List.of(checks("table", "TableChecks")),
                List.of(),
                List.of(),
                Path.of("table/lab.md"));
    }

    /// A lab with its own source next to `lab.md`, which uses the library and another class of the lab.
    static Coding own() {
        return new Coding(
                "own",
                List.of(Cut.of("gradus.lab.own.Program", "answer")),
                List.of(),
                LibraryUse.ANYTHING,
                new Lab.Limits(5, 64),
                List.of(),
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(check("ProgramChecks", "answers", "the answer is 42", "own", false)),
                List.of(checks("own", "ProgramChecks")),
                List.of(),
                List.of(),
                RESOURCES.resolve("toy/own/lab.md"));
    }

    /// The same lab with a very long time limit.
    static Coding patient(Coding lab) {
        return changed(lab, lab.cuts(), lab.libraryUse(), 600, lab.gate());
    }

    /// The same lab, with this check as its gate.
    static Coding withGate(Coding lab, String gate) {
        return changed(lab, lab.cuts(), lab.libraryUse(), lab.limits().seconds(), Optional.of(Lab.Gate.among(gate)));
    }

    /// The same lab, whose gate has a run of its own.
    static Coding withGateRun(Coding lab, String gate, Lab.Limits run) {
        return changed(
                lab,
                lab.cuts(),
                lab.libraryUse(),
                lab.limits().seconds(),
                Optional.of(new Lab.Gate(gate, Optional.of(run))));
    }

    /// The same lab, asking for something else.
    static Coding cutting(Coding lab, Cut... cuts) {
        return changed(lab, List.of(cuts), lab.libraryUse(), lab.limits().seconds(), lab.gate());
    }

    /// The same lab with less of the library allowed.
    static Coding using(Coding lab, LibraryUse libraryUse) {
        return changed(lab, lab.cuts(), libraryUse, lab.limits().seconds(), lab.gate());
    }

    private static Coding changed(
            Coding lab, List<Cut> cuts, LibraryUse libraryUse, int seconds, Optional<Lab.Gate> gate) {
        return new Coding(
                lab.lesson(),
                cuts,
                lab.renames(),
                libraryUse,
                new Lab.Limits(seconds, lab.limits().megabytes()),
                lab.data(),
                gate,
                lab.statement(),
                lab.clauses(),
                lab.tasks(),
                lab.rebuild(),
                lab.checks(),
                lab.checkSources(),
                lab.wrongSolutions(),
                lab.rightSolutions(),
                lab.file());
    }

    /// A part of the learner's: these members of `source`.
    static LearnerPart part(Source source, String... members) {
        return new LearnerPart(source, Stream.of(members).map(MemberId::parse).toList(), List.of());
    }

    static Submission numbersAs(String source) {
        return new Submission("toy", Map.of("gradus/ml/toy/Numbers.java", source));
    }

    /// The library's own source of a class.
    static Source reference(String simpleName) {
        return Source.of("gradus.ml.toy." + simpleName, read("toy/library/" + simpleName + ".java"));
    }

    static String read(String resource) {
        try {
            return Files.readString(RESOURCES.resolve(resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Lab.Check check(String type, String method, String title, String lesson, boolean visible) {
        return new Lab.Check(type + "#" + method, "gradus.checks." + lesson + "." + type, method, title, visible, 1);
    }

    private static Source checks(String lesson, String type) {
        return Source.of("gradus.checks." + lesson + "." + type, read("toy/checks/" + type + ".java"));
    }
}
