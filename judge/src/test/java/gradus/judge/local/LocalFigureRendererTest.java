package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.FigureSource;
import gradus.course.Source;
import gradus.judge.FigureReply;
import gradus.judge.LearnerParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFigureRendererTest {

    @TempDir
    static Path folder;

    private static LocalFigureRenderer renderer;

    @BeforeAll
    static void open() {
        renderer = new LocalFigureRenderer(ToyLibrary.judgePaths(folder));
    }

    @AfterAll
    static void close() {
        renderer.close();
    }

    @Test
    void aFigureIsDrawnWithItsControlValues() throws IOException {
        FigureSource figure = figure("Mean", "\"mean \" + Numbers.mean(new double[] {1, k})");

        assertThat(renderer.draw(figure, Optional.empty(), LearnerParts.NONE, Map.of()))
                .isInstanceOfSatisfying(FigureReply.Drawn.class, drawn -> {
                    assertThat(drawn.text()).isEqualTo("mean 2.0");
                    assertThat(drawn.svg()).startsWith("<svg");
                    assertThat(drawn.controls()).contains("\"name\":\"k\"").contains("\"value\":3.0");
                });
        assertThat(text(renderer.draw(figure, Optional.empty(), LearnerParts.NONE, Map.of("k", "7"))))
                .isEqualTo("mean 4.0");
    }

    @Test
    void aFigureDrawsWithTheLearnersOwnPartsAsTheyAreNow() throws IOException {
        FigureSource figure = figure("Sum", "\"sum \" + Numbers.sum(new double[] {1, k})");
        String own = ToyLibrary.reference("Numbers").text();

        assertThat(text(renderer.draw(figure, Optional.empty(), LearnerParts.NONE, Map.of())))
                .isEqualTo("sum 4.0");
        assertThat(text(renderer.draw(
                        figure, Optional.empty(), numbers(own.replace("sum += value", "sum -= value")), Map.of())))
                .isEqualTo("sum -4.0");
        assertThat(text(renderer.draw(figure, Optional.empty(), numbers(own), Map.of())))
                .isEqualTo("sum 4.0");
    }

    @Test
    void aFigureSaysWhichOfTheLearnersOwnClassesItIsDrawnWith() throws IOException {
        String own = ToyLibrary.reference("Numbers").text();
        FigureSource using = figure("Using", "\"sum \" + Numbers.sum(new double[] {1, k})");
        FigureSource without = figure("Without", "\"k \" + k");

        assertThat(own(using, numbers(own))).containsExactly("gradus.ml.toy.Numbers");
        assertThat(own(using, LearnerParts.NONE)).isEmpty();
        assertThat(own(without, numbers(own))).isEmpty();
    }

    private static List<String> own(FigureSource figure, LearnerParts parts) {
        return ((FigureReply.Drawn) renderer.draw(figure, Optional.empty(), parts, Map.of())).own();
    }

    @Test
    void aPartThatThrowsIsNamed() throws IOException {
        FigureSource figure = figure("Throwing", "\"sum \" + Numbers.sum(new double[] {1, k})");
        String own = ToyLibrary.reference("Numbers").text().replace("sum += value", "sum += values[9]");

        assertThat(text(renderer.draw(figure, Optional.empty(), numbers(own), Map.of())))
                .contains("your own Numbers.sum, line")
                .contains("ArrayIndexOutOfBoundsException");
    }

    @Test
    void aFigureThatNeverEndsTimesOutAndTheNextIsDrawn() throws IOException {
        FigureSource endless = figure("Endless", "k > 5 ? forEver() : \"quick\"");

        assertThat(text(renderer.draw(endless, Optional.empty(), LearnerParts.NONE, Map.of())))
                .isEqualTo("quick");
        assertThat(text(renderer.draw(endless, Optional.empty(), LearnerParts.NONE, Map.of("k", "9"))))
                .contains("longer than 5 s");
        assertThat(text(renderer.draw(endless, Optional.empty(), LearnerParts.NONE, Map.of("k", "1"))))
                .isEqualTo("quick");
    }

    @Test
    void aFigureThatEndsItsJvmSaysSoAndTheNextIsDrawn() throws IOException {
        FigureSource leaving = figure("Leaving", "k > 5 ? exit() : \"still here\"");

        assertThat(text(renderer.draw(leaving, Optional.empty(), LearnerParts.NONE, Map.of("k", "9"))))
                .contains("exit code 7");
        assertThat(text(renderer.draw(leaving, Optional.empty(), LearnerParts.NONE, Map.of())))
                .isEqualTo("still here");
    }

    @Test
    void aFigureThatDoesNotCompileSaysWhere() throws IOException {
        assertThat(text(renderer.draw(figure("Broken", "nothing"), Optional.empty(), LearnerParts.NONE, Map.of())))
                .contains("gradus/figures/toy/Broken.java:")
                .contains("cannot find symbol");
    }

    private static FigureSource figure(String name, String text) throws IOException {
        Path file = folder.resolve(name + ".java");
        Files.writeString(
                file,
                ToyLibrary.read("toy/figures/Template.java")
                        .replace("Template", name)
                        .replace("\"TEXT\"", text));
        return new FigureSource(name, "gradus.figures.toy." + name, "a test", file);
    }

    private static LearnerParts numbers(String source) {
        return LearnerParts.NONE.with(ToyLibrary.part(Source.of("gradus.ml.toy.Numbers", source), "sum"));
    }

    private static String text(FigureReply reply) {
        return switch (reply) {
            case FigureReply.Drawn drawn -> drawn.text();
            case FigureReply.NotDrawn not -> not.why();
        };
    }
}
