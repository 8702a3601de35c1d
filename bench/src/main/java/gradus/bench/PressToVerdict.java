package gradus.bench;

import gradus.course.Lab;
import gradus.course.Lesson;
import gradus.course.Source;
import gradus.course.cut.Library;
import gradus.course.read.CourseReader;
import gradus.judge.LocalJudge;
import gradus.judge.Parts;
import gradus.judge.Submission;
import gradus.judge.Toolbox;
import gradus.judge.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.stream.Collectors;

/// How long a learner waits between pressing Check and the verdict: a warm judge, the lab of one lesson, each
/// time an edit that it has not seen.
///
/// Arguments, all optional: the lesson (`vectors`), how often (100).
public final class PressToVerdict {

    private static final int WARM_UP = 30;

    private PressToVerdict() {}

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(System.getProperty("gradus.root"));
        String lesson = arguments.length > 0 ? arguments[0] : "vectors";
        int times = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;

        Lab lab = CourseReader.read(root, (tex, display) -> tex)
                .course()
                .lesson(lesson)
                .flatMap(Lesson::lab)
                .orElseThrow(() -> new IllegalArgumentException("no lesson \"" + lesson + "\" with a lab"));
        Submission right = new Submission(
                lesson, Library.of(root).reference(lab).stream().collect(Collectors.toMap(Source::path, Source::text)));
        Path cache = Files.createTempDirectory("gradus-bench");
        try (LocalJudge judge = LocalJudge.staying(Toolbox.found(root.resolve("data"), cache))) {
            double[] millis = new double[times];
            double[] compile = new double[times];
            double[] run = new double[times];
            double[] cpu = new double[times];
            for (int i = -WARM_UP; i < times; i++) {
                Submission edit = edited(right, i);
                pause();
                long start = System.nanoTime();
                Verdict verdict = judge.judge(lab, edit, Parts.NONE, progress -> {});
                double took = (System.nanoTime() - start) / 1e6;
                if (!(verdict instanceof Verdict.Passed passed)) {
                    throw new IllegalStateException("a right solution got " + verdict);
                }
                if (i == -WARM_UP) {
                    IO.println(String.format(Locale.ROOT, "first %.0f ms", took));
                }
                if (i >= 0) {
                    millis[i] = took;
                    compile[i] = passed.cost().compile().toNanos() / 1e6;
                    run[i] = passed.cost().run().toNanos() / 1e6;
                    cpu[i] = passed.cost().cpu().toNanos() / 1e6;
                }
            }
            IO.println(lesson + ", " + times + " edits after " + WARM_UP);
            tell("press to verdict", millis);
            tell("in the compiler", compile);
            tell("in the child", run);
            tell("processor time of the checks", cpu);
        }
    }

    private static void tell(String what, double[] millis) {
        Arrays.sort(millis);
        int n = millis.length;
        IO.println(String.format(
                Locale.ROOT,
                "%-30s p50 %7.1f ms  p95 %7.1f ms  max %7.1f ms",
                what,
                millis[n / 2],
                millis[n * 95 / 100],
                millis[n - 1]));
    }

    /// The same solution with a comment that makes it new.
    private static Submission edited(Submission submission, int number) {
        var sources = new HashMap<>(submission.sources());
        sources.replaceAll((path, text) -> text + "\n// edit " + number + "\n");
        return new Submission(submission.lesson(), sources);
    }

    /// Nobody presses Check again at once: meanwhile the judge makes the next child ready.
    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
