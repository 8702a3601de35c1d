package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.FigureReply;
import gradus.judge.SnippetRunner;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A lab with sources of its own at the terminal and on its page, and a lab after it.
class OwnSourcesWalkTest {

    private static final String BOX = """
            package gradus.ml.toy;

            public record Box(double low, double high) {

                public static Box of(double low, double high) {
                    return new Box(low, high);
                }

                public double middle() {
                    return low + (high - low) / 2;
                }
            }
            """;

    private static final String LAST = """
            package gradus.lab.last;

            public final class Last implements Forecaster {

                @Override
                public int next(int... values) {
                    return values[values.length - 1];
                }
            }
            """;

    @TempDir
    Path folder;

    private School school;

    /// A school whose lesson "last" has sources of its own.
    ///
    /// @param result the type that its interface returns
    /// @param reason the last argument of its check
    private School school(String result, String reason) {
        return new School(folder)
                .library("Box", BOX)
                .lesson(
                        "last",
                        "",
                        "cuts:\n  - gradus.lab.last.Last#next\n",
                        "calling(\"next(1, 2)\", () -> new gradus.lab.last.Last().next(1, 2)).gives(2, " + reason
                                + ");")
                .file("last", "Forecaster.java", """
                        package gradus.lab.last;

                        public interface Forecaster {
                            %s next(int... values);
                        }
                        """.formatted(result))
                .file("last", "Last.java", LAST);
    }

    private RealTerminal started(String lesson) {
        RealTerminal terminal = school.terminal();
        assertThat(terminal.type("start " + lesson))
                .as(terminal.out + terminal.err)
                .isZero();
        return terminal;
    }

    private static void passes(RealTerminal terminal, String lesson) {
        assertThat(terminal.type("check " + lesson))
                .as(terminal.out + terminal.err)
                .isZero();
    }

    @Test
    void sourcesOfALabReachItsWorkspaceItsPageAndItsChecksAndNothingElse() {
        school = school("int", "\"the last\"")
                .lesson(
                        "middles",
                        "",
                        "cuts:\n  - gradus.ml.toy.Box#middle\n",
                        "calling(\"Box.of(1, 4).middle()\", () -> Box.of(1, 4).middle()).gives(2.5, \"half way\");")
                .file("last", "figures/Next.java", """
                        package gradus.figures.last;

                        import gradus.lab.last.Forecaster;
                        import gradus.lab.last.Last;
                        import gradus.proctor.figure.*;
                        import java.util.List;

                        public final class Next implements Figure {

                            @Override
                            public List<Control> controls() {
                                return List.of();
                            }

                            @Override
                            public Picture draw(ControlValues controlValues) {
                                Forecaster forecaster = new Last();
                                return Plot.of(0, 1, 0, 1).picture("next is " + forecaster.next(1, 2));
                            }
                        }
                        """);
        RealTerminal terminal = started("last");
        assertThat(terminal.read("gradus/lab/last/Forecaster.java")).contains("interface Forecaster");
        assertThat(draw()).isEqualTo("next is 2");
        terminal.edit(
                "gradus/lab/last/Last.java",
                "throw new UnsupportedOperationException(\"To do in lesson last: Last.next\");",
                "return values[0] + 1;");
        passes(terminal, "last");

        terminal.edit("gradus/lab/last/Last.java", "values[0] + 1", "values[0] * 2 + 0");
        passes(terminal, "last");
        assertThat(draw()).isEqualTo("next is 2");
        assertThat(run("void main() { IO.println(new gradus.lab.last.Last().next(5, 6)); }"))
                .isEqualTo("10" + System.lineSeparator());
        RealTerminal other = started("middles");
        other.edit(
                "gradus/ml/toy/Box.java",
                "throw new UnsupportedOperationException(\"To do in lesson middles: Box.middle\");",
                "return (low + high) / 2;");
        passes(other, "middles");
        assertThat(other.words()).doesNotContain("Last").doesNotContain("Forecaster");
    }

    @Test
    void aSourceOfTheAuthorThatDoesNotCompileIsAFaultWithItsLine() {
        school = school("Missing", "unknown");
        RealTerminal terminal = school.terminal();

        assertThat(terminal.type("author check last")).isEqualTo(1);
        assertThat(terminal.words())
                .contains("curriculum/toy/last/Forecaster.java:4: The source does not compile: cannot find symbol.")
                .contains(
                        "curriculum/toy/last/checks/LastTest.java:14: The source does not compile: cannot find symbol.");
    }

    private String draw() {
        try (var desk =
                new CompositionRoot(Clock.systemUTC(), any -> school.installation()).openDesk(folder.resolve("home"))) {
            return switch (desk.draw("last", "Next", Map.of())) {
                case FigureReply.Drawn drawn -> drawn.text();
                case FigureReply.NotDrawn not -> not.why();
            };
        }
    }

    private String run(String program) {
        try (var desk =
                new CompositionRoot(Clock.systemUTC(), any -> school.installation()).openDesk(folder.resolve("home"))) {
            return switch (desk.runSnippet("last", program)) {
                case SnippetRunner.Result.Through through -> through.output();
                case SnippetRunner.Result.DidNotCompile not -> not.message();
                case SnippetRunner.Result.Failed failed -> failed.how();
            };
        }
    }
}
