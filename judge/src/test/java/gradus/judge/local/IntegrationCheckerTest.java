package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Coding;
import gradus.course.Cut;
import gradus.course.Lab;
import gradus.course.LibraryUse;
import gradus.course.Source;
import gradus.judge.JudgePaths;
import gradus.judge.LearnerParts;
import gradus.judge.ProgressEvent;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.Verdict.Integration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A chain of classes, each using the one before, as in lessons; the lab asks for the last one.
class IntegrationCheckerTest {

    private static final int PARTS = 20;
    private static final int MOST_EXTRA_RUNS = 8;

    @TempDir
    static Path folder;

    private static LocalJudge judge;

    @BeforeAll
    static void open() throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Path library = Files.createDirectories(folder.resolve("library"));
        var arguments = new ArrayList<>(List.of("-d", library.toString()));
        for (int i = 0; i <= PARTS; i++) {
            Path file = Files.writeString(sources.resolve(simpleName(i) + ".java"), link(i, "1"));
            arguments.add(file.toString());
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        judge = LocalJudge.longLived(
                JudgePaths.locate(library, sources, folder.resolve("data"), ToyLibrary.cache(folder)));
    }

    @AfterAll
    static void close() {
        judge.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 12, 19})
    void aFaultAmongTwentyPartsIsFoundInFewRuns(int guilty) {
        var runs = new ArrayList<Integer>();
        LearnerParts learnerParts = IntStream.range(0, PARTS)
                .mapToObj(i -> ToyLibrary.part(Source.of(name(i), link(i, i == guilty ? "2" : "1")), "count"))
                .reduce(LearnerParts.NONE, LearnerParts::with, (a, b) -> b);

        Verdict verdict = judge.judge(last(), last("1"), learnerParts, progressEvent -> {
            if (progressEvent instanceof ProgressEvent.Integrating integrating) {
                runs.add(integrating.parts());
            }
        });

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Passed.class,
                        passed -> assertThat(passed.integration())
                                .isInstanceOfSatisfying(
                                        Integration.Failed.class,
                                        fault -> assertThat(fault.part()).isEqualTo(name(guilty))));
        assertThat(runs).startsWith(PARTS).hasSizeLessThanOrEqualTo(MOST_EXTRA_RUNS);
    }

    private static String simpleName(int i) {
        return "Link%02d".formatted(i);
    }

    private static String name(int i) {
        return "gradus.ml.chain." + simpleName(i);
    }

    private static String link(int i, String step) {
        String before = i == 0 ? "0" : simpleName(i - 1) + ".count()";
        return "package gradus.ml.chain; public final class %s { private %s() {} public static int count() { return %s + %s; } }"
                .formatted(simpleName(i), simpleName(i), before, step);
    }

    private static Submission last(String step) {
        return new Submission("chain", Map.of(Source.pathOf(name(PARTS)), link(PARTS, step)));
    }

    private static Coding last() {
        String checks = """
                package gradus.checks.chain;
                import static gradus.proctor.assertions.Expect.calling;
                import gradus.ml.chain.%s;
                import org.junit.jupiter.api.Test;
                class ChainChecks {
                    @Test
                    void counts() {
                        calling("count()", %s::count).gives(%d, "one for each link");
                    }
                }
                """.formatted(simpleName(PARTS), simpleName(PARTS), PARTS + 1);
        return new Coding(
                "chain",
                List.of(Cut.of(name(PARTS), "count")),
                List.of(),
                LibraryUse.ANYTHING,
                new Lab.Limits(5, 64),
                List.of(),
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(new Lab.Check(
                        "ChainChecks#counts",
                        "gradus.checks.chain.ChainChecks",
                        "counts",
                        "it counts the links",
                        false,
                        1)),
                List.of(Source.of("gradus.checks.chain.ChainChecks", checks)),
                List.of(),
                List.of(),
                Path.of("chain/lab.md"));
    }
}
