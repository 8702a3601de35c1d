package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Fault;
import gradus.course.Lesson;
import gradus.studio.author.AuthorProve.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Labs of unusual kinds at the terminal: whole types, several classes, untaught members, sources of their
/// own.
class LabsWalkTest {

    private static final String BOX = """
            package gradus.ml.toy;

            public final class Box {

                private final double low;
                private final double high;

                private Box(double low, double high) {
                    this.low = low;
                    this.high = high;
                }

                public static Box of(double low, double high) {
                    return new Box(low, high);
                }

                public double width() {
                    return high - low;
                }

                /// The point in the middle.
                public double middle() {
                    return low + width() / 2;
                }
            }
            """;

    private static final String OTHER_FIELDS = """
            package gradus.ml.toy;

            public final class Box {

                private final double centre;
                private final double radius;

                private Box(double centre, double radius) {
                    this.centre = centre;
                    this.radius = radius;
                }

                public static Box of(double low, double high) {
                    return new Box((low + high) / 2, (high - low) / 2);
                }

                public double width() {
                    return 2 * radius;
                }

                public double middle() {
                    return centre;
                }
            }
            """;

    private static final String LABEL = """
            package gradus.ml.toy;

            public final class Label {

                private Label() {}

                public static String of(Box box) {
                    return box.middle() + " ± " + box.width() / 2;
                }

                public static double margin(Box box) {
                    return box.width() / 10;
                }
            }
            """;

    private static final String BOX_PATH = "gradus/ml/toy/Box.java";
    private static final String LABEL_PATH = "gradus/ml/toy/Label.java";
    private static final String TODO = "throw new UnsupportedOperationException(\"To do in lesson ";

    @TempDir
    Path folder;

    private School school;

    @BeforeEach
    void open() {
        school = new School(folder)
                .library("Box", BOX)
                .library("Label", LABEL)
                .lesson(
                        "boxes",
                        "",
                        "cuts:\n  - gradus.ml.toy.Box#*\n",
                        "calling(\"Box.of(1, 4).width()\", () -> Box.of(1, 4).width()).gives(3.0, \"4 - 1\");")
                .lesson(
                        "labels",
                        "boxes",
                        "cuts:\n  - gradus.ml.toy.Label#of\n",
                        "calling(\"Label.of(Box.of(1, 4))\", () -> Label.of(Box.of(1, 4))).gives(\"2.5 ± 1.5\", \"its middle\");")
                .lesson(
                        "middles",
                        "",
                        "cuts:\n  - gradus.ml.toy.Box#middle\n",
                        "calling(\"Box.of(1, 4).middle()\", () -> Box.of(1, 4).middle()).gives(2.5, \"half way\");");
    }

    private static String todo(String lesson, String member) {
        return TODO + lesson + ": " + member + "\");";
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

    private RealTerminal wholeBoxPassed() {
        RealTerminal terminal = started("boxes");
        terminal.write(gradus.course.Source.of("gradus.ml.toy.Box", OTHER_FIELDS));
        passes(terminal, "boxes");
        return terminal;
    }

    private void passLabels() {
        RealTerminal terminal = started("labels");
        terminal.edit(LABEL_PATH, todo("labels", "Label.of"), "return box.middle() + \" ± \" + box.width() / 2;");
        passes(terminal, "labels");
        assertThat(terminal.words()).contains("The checks also pass with your own Box.");
    }

    @Test
    void aWholeTypeMayHaveOtherFields() {
        wholeBoxPassed();
        passLabels();
        RealTerminal terminal = started("middles");
        terminal.edit(BOX_PATH, "return centre;", "return centre + 0;");
        passes(terminal, "middles");
        passLabels(school);
    }

    private void passLabels(School school) {
        RealTerminal terminal = school.terminal();
        passes(terminal, "labels");
        assertThat(terminal.words()).contains("The checks also pass with your own Box.");
    }

    @Test
    void aWholeTypeThatTheLibraryHasOutgrownIsSetAsideWithASentence() {
        wholeBoxPassed();
        school.library(
                        "Box",
                        BOX.replace(
                                "    /// The point",
                                "    public double area() {\n        return width();\n    }\n\n    /// The point"))
                .library("Label", LABEL.replace("box.width() / 10", "box.area() / 10"));
        RealTerminal terminal = started("labels");
        terminal.edit(LABEL_PATH, todo("labels", "Label.of"), "return box.middle() + \" ± \" + box.width() / 2;");

        passes(terminal, "labels");

        assertThat(terminal.words())
                .contains(
                        "Your Box no longer fits the library, which has changed: `public double area()` is missing from"
                                + " Box. These classes need it: Label.")
                .contains("Until you change your file and it passes again, the library's runs.")
                .doesNotContain("also pass with your own");
    }

    @Test
    void anUntaughtMemberIsRefusedUntilItsLessonIsAPrerequisite() {
        school.lesson(
                "margins",
                "",
                "cuts:\n  - gradus.ml.toy.Label#margin\n",
                "calling(\"Label.margin(Box.of(1, 4))\", () -> Label.margin(Box.of(1, 4))).gives(0.3, \"a tenth\");");
        RealTerminal terminal = started("margins");
        terminal.edit(LABEL_PATH, todo("margins", "Label.margin"), "return box.width() / 10;");
        long line = terminal.read(LABEL_PATH)
                        .lines()
                        .takeWhile(text -> !text.contains("box.width() / 10"))
                        .count()
                + 1;

        assertThat(terminal.type("check margins")).isEqualTo(1);

        assertThat(terminal.words())
                .contains(LABEL_PATH + ":" + line)
                .contains("`Box.width` is to be written in a later lesson, so it can't do the work here.");
        school.lesson(
                "margins",
                "boxes",
                "cuts:\n  - gradus.ml.toy.Label#margin\n",
                "calling(\"Label.margin(Box.of(1, 4))\", () -> Label.margin(Box.of(1, 4))).gives(0.3, \"a tenth\");");
        passes(school.terminal(), "margins");
    }

    @Test
    void aWrongSolutionOfOneMethodServesALabOfThreeClasses() {
        threeClasses();
        RealTerminal terminal = started("trio");
        terminal.edit(BOX_PATH, todo("trio", "Box.middle"), "return low + width() / 2;");
        terminal.edit(LABEL_PATH, todo("trio", "Label.margin"), "return 1;");
        terminal.edit("gradus/ml/toy/Pair.java", todo("trio", "Pair.first"), "int first = b;\n        return first;");

        assertThat(terminal.type("check trio")).isEqualTo(1);

        assertThat(terminal.words())
                .contains("The same checks fail if one thinks: \"The second comes first.\"")
                .contains("Which one is first?");
    }

    @Test
    void aForgedProofDoesNotHold() throws IOException {
        threeClasses();
        assertThat(prove(Mode.STALE)).isEmpty();
        Path proof = school.installation().root().resolve("curriculum/toy/trio/proof.json");
        String proved = Files.readString(proof);
        Files.writeString(proof, proved.replaceFirst("MISMATCH", "DID_NOT_THROW"));
        assertThat(Files.readString(proof)).isNotEqualTo(proved);

        assertThat(prove(Mode.VERIFY))
                .singleElement()
                .asString()
                .contains("The proof does not hold: the wrong solution \"takes-the-second\"");
    }

    private List<Fault> prove(Mode mode) {
        Installation installation = school.installation();
        List<Lesson> trio = installation.course().lesson("trio").stream().toList();
        return CurriculumTest.prove(installation, installation.readCourse(), it -> it.prove(trio, mode))
                .faults();
    }

    private void threeClasses() {
        school.library(
                        "Pair",
                        "package gradus.ml.toy;\n\npublic final class Pair {\n"
                                + "    private Pair() {}\n\n    public static int first(int a, int b) {\n        return a;\n    }\n}\n")
                .lesson(
                        "trio",
                        "",
                        "cuts:\n  - gradus.ml.toy.Box#middle\n  - gradus.ml.toy.Label#margin\n  - gradus.ml.toy.Pair#first\n"
                                + "uses: [gradus.ml.toy.Box]\n",
                        "calling(\"Pair.first(3, 4)\", () -> Pair.first(3, 4)).gives(3, \"the first\");")
                .file("trio", "lesson.md", """
                        ---
                        title: Three classes
                        outcome: you can do it
                        level: foundation
                        needs: []
                        minutes: 20
                        terms: []
                        misconceptions:
                          second-first: The second comes first.
                        ---
                        """)
                .file(
                        "trio",
                        "wrong/takes-the-second/Pair.java",
                        "class Pair {\n    public static int first(int a, int b) {\n        return b;\n    }\n}\n")
                .file("trio", "wrong/takes-the-second/wrong.md", """
                        ---
                        misconception: second-first
                        ---

                        1. Which one is first?
                        2. Look at the arguments.
                        3. Of 3 and 4, 3 is first.
                        """);
    }
}
