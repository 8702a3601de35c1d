package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Coding;
import gradus.course.Cut;
import gradus.course.Source;
import gradus.course.read.CourseReader;
import gradus.judge.JudgePaths;
import gradus.judge.LearnerPart;
import gradus.judge.LearnerParts;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Parts that are wrong only now and then, as if an earlier version of their lab had let them pass: a later lab, whose
/// solution is right, says which part it is.
class WrongPartsTest {

    private static final Path ROOT = Path.of(System.getProperty("gradus.root")).toAbsolutePath();

    @TempDir
    static Path folder;

    private static LocalJudge judge;
    private static List<Coding> labs;

    @BeforeAll
    static void open() throws IOException {
        judge = LocalJudge.oneShot(JudgePaths.locate(ROOT, ToyLibrary.cache(folder)));
        labs = CourseReader.read(ROOT, (formula, _) -> formula).course().lessons().stream()
                .flatMap(lesson -> lesson.coding().stream())
                .toList();
    }

    @AfterAll
    static void close() {
        judge.close();
    }

    /// @param type the class with the wrong part
    /// @param right a piece of the library's code, which stands there once, or first
    /// @param wrong what stands in its place
    /// @param later the lab that finds it
    private record WrongPart(String type, String right, String wrong, String later) {}

    private static final List<WrongPart> ALL = List.of(
            new WrongPart(
                    "gradus.ml.linalg.Matrix",
                    "double[] product = new double[columns];",
                    "double[] product = new double[columns]; if (rows > 100) { return"
                            + " Matrix.from(100, columns, this::get).transposeTimes(Vector.from(100, x::get)); }",
                    "least-squares-qr"),
            new WrongPart(
                    "gradus.ml.linalg.Triangular",
                    "for (int j = i + 1; j < rows.length; j++)",
                    "for (int j = i + 1; j < Math.min(rows.length, i + 5); j++)",
                    "newton-hessian"),
            new WrongPart(
                    "gradus.ml.calculus.Derivative",
                    "StrictMath.cbrt(EPSILON) * Math.max(1, Math.abs(x))",
                    "StrictMath.cbrt(EPSILON)",
                    "gradients"));

    @Test
    void aLaterLabNamesAWrongPart() throws IOException {
        for (WrongPart wrongPart : Sample.of(ALL, 1)) {
            aLaterLabNames(wrongPart);
        }
    }

    @Test
    @Tag("hostile")
    void laterLabsNameEachWrongPart() throws IOException {
        for (WrongPart wrongPart : ALL) {
            aLaterLabNames(wrongPart);
        }
    }

    private static void aLaterLabNames(WrongPart wrongPart) throws IOException {
        Coding lab = labs.stream()
                .filter(each -> each.lesson().equals(wrongPart.later()))
                .findFirst()
                .orElseThrow();
        List<Coding> earlier = labs.subList(0, labs.indexOf(lab));
        LearnerParts parts = LearnerParts.NONE;
        for (Coding each : earlier) {
            for (Cut cut : each.cuts()) {
                Optional<String> library = library(cut.type());
                if (library.isPresent()) {
                    String text = cut.type().equals(wrongPart.type())
                            ? replacedFirst(library.get(), wrongPart.right(), wrongPart.wrong())
                            : library.get();
                    parts = parts.with(new LearnerPart(Source.of(cut.type(), text), cut.members(), List.of()));
                }
            }
        }

        Verdict verdict = judge.judge(lab, reference(lab), parts, _ -> {});

        assertThat(integration(verdict))
                .isInstanceOfSatisfying(
                        Verdict.Integration.Failed.class,
                        failed -> assertThat(failed.part()).isEqualTo(wrongPart.type()));
    }

    private static Verdict.Integration integration(Verdict verdict) {
        return verdict instanceof Verdict.ChecksPassed checked
                ? checked.integration()
                : assertThat(verdict)
                        .asInstanceOf(InstanceOfAssertFactories.type(Verdict.Passed.class))
                        .actual()
                        .integration();
    }

    private static String replacedFirst(String text, String right, String wrong) {
        int place = text.indexOf(right);
        assertThat(place).as(right).isNotNegative();
        return text.substring(0, place) + wrong + text.substring(place + right.length());
    }

    private static Submission reference(Coding lab) throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (Cut cut : lab.cuts()) {
            library(cut.type()).ifPresent(text -> sources.put(Source.pathOf(cut.type()), text));
        }
        return new Submission(lab.lesson(), sources);
    }

    /// The library's source of a class; empty for one of a lab's own.
    private static Optional<String> library(String type) throws IOException {
        Path file = ROOT.resolve("ml/src/main/java").resolve(Source.pathOf(type));
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }
}
