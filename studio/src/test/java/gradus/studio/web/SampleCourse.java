package gradus.studio.web;

import gradus.course.Coding;
import gradus.course.Course;
import gradus.course.Cut;
import gradus.course.FigureSource;
import gradus.course.Lab;
import gradus.course.Lesson;
import gradus.course.Level;
import gradus.course.LibraryUse;
import gradus.course.PlannedLesson;
import gradus.course.Question;
import gradus.course.Question.Answer;
import gradus.course.Section;
import gradus.course.Section.Block;
import gradus.course.SectionKind;
import gradus.course.Source;
import gradus.course.Track;
import gradus.course.cut.LabFiles;
import gradus.course.cut.Starter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A small course with one example of everything that a page can show.
final class SampleCourse {

    static final String VECTOR = "gradus/ml/linalg/Vector.java";
    static final String NUMERICS = "gradus/ml/numbers/Numerics.java";

    private SampleCourse() {}

    static Course course() {
        return new Course(
                "Gradus",
                List.of(
                        new Track("start", "First steps"),
                        new Track("linear-algebra", "Linear algebra"),
                        new Track("classic", "Classic methods")),
                List.of(
                        reading("first-model", "start", "Your first model", List.of()),
                        reading("java-numerics", "start", "Numbers that lie", List.of("first-model")),
                        vectors(),
                        reading("matrices", "linear-algebra", "Matrices as functions of vectors", List.of("vectors")),
                        reading("statistics", "start", "Mean, spread <and> chance", List.of("java-numerics")),
                        reading(
                                "regression",
                                "classic",
                                "Linear regression by least squares",
                                List.of("matrices", "statistics"))),
                List.of(),
                List.of(),
                List.of(
                        planned("classification", "Classes and their probabilities", "regression"),
                        planned("trees", "Decision trees", "statistics")));
    }

    private static PlannedLesson planned(String id, String title, String need) {
        return new PlannedLesson(id, "classic", title, Level.FOUNDATION, List.of(need), 60, "you can tell them apart");
    }

    private static Lesson reading(String id, String track, String title, List<String> needs) {
        List<Section> sections =
                List.of(section(SectionKind.HOOK, "A first look", "<p>Something to read about " + id + ".</p>"));
        return new Lesson(
                id,
                track,
                title,
                "you can do what this lesson is about",
                needs,
                45,
                Level.FOUNDATION,
                Map.of(),
                sections,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Lesson.Notes.NONE,
                Path.of("curriculum", track, id));
    }

    private static Lesson vectors() {
        return new Lesson(
                "vectors",
                "linear-algebra",
                "Vectors, dot products and similarity",
                "you can turn things into vectors and measure length, angle, distance and projection",
                List.of("java-numerics"),
                60,
                Level.FOUNDATION,
                Map.of("dot-is-a-vector", "The dot product of two vectors is a vector."),
                sections(),
                Optional.of(lab()),
                List.of(number(), phrase("in-code")),
                List.of(),
                List.of(new FigureSource(
                        "Angle",
                        "gradus.figures.vectors.Angle",
                        "Two arrows from the origin and the angle between them.",
                        Path.of("Angle.java"))),
                Optional.empty(),
                Lesson.Notes.NONE,
                Path.of("curriculum/linear-algebra/vectors"));
    }

    private static List<Section> sections() {
        return Arrays.stream(SectionKind.values())
                .map(kind -> switch (kind) {
                    case PREDICT ->
                        new Section(
                                kind,
                                "Predict first",
                                List.of(new Block.Prose("<p>Commit before you see.</p>"), new Block.Asked(choice())),
                                1);
                    case STEPS ->
                        new Section(
                                kind,
                                "Step by step",
                                List.of(
                                        new Block.Prose("<p>The example again, with holes.</p>"),
                                        new Block.Asked(order()),
                                        new Block.Asked(phrase("the-hole"))),
                                1);
                    default -> section(kind, title(kind), resource(kind.id() + ".html"));
                })
                .toList();
    }

    private static String title(SectionKind kind) {
        return switch (kind) {
            case HOOK -> "Which film is most like this one?";
            case PREDICT -> "Predict first";
            case IDEA -> "The idea: one number for alike";
            case EXAMPLE -> "An example with a pencil";
            case FIGURE -> "Turn one arrow";
            case STEPS -> "Step by step";
            case LAB -> "Build it";
            case WHEN -> "When and why";
            case PITFALLS -> "Pitfalls";
            case INDUSTRY -> "In industry";
            case FURTHER -> "Further reading";
        };
    }

    private static Section section(SectionKind kind, String title, String html) {
        return new Section(kind, title, List.of(new Block.Prose(html)), 1);
    }

    static Question choice() {
        return new Question.MultipleChoice(
                "which-film",
                "Which film is nearest?",
                "<p>The query is <code>(5, 1)</code>. By angle, which row is most like it?</p>",
                List.of(
                        new Answer(
                                "(1, 5)",
                                "<code>(1, 5)</code>",
                                false,
                                "<p>Its angle to the query is 67°.</p>",
                                Optional.of("dot-is-a-vector")),
                        new Answer(
                                "(10, 2)",
                                "<code>(10, 2)</code>, twice as long as the query",
                                true,
                                "<p>It points the same way; length does not matter to an angle.</p>",
                                Optional.empty()),
                        new Answer(
                                "(4, 4)",
                                "<code>(4, 4)</code>, which is nearest by distance",
                                false,
                                "<p>34° away.</p>",
                                Optional.empty())),
                1);
    }

    private static Question number() {
        return new Question.Numeric(
                "by-hand",
                "By hand",
                "<p>What is the dot product of (1, 2, 3) and (4, 5, 6)?</p>",
                1e-6,
                List.of(new Answer("32", "32", true, "<p>4 + 10 + 18.</p>", Optional.empty())),
                "<p>Multiply pair by pair, then add.</p>",
                1);
    }

    private static Question phrase(String id) {
        return new Question.ShortAnswer(
                id,
                "The hole",
                "<pre class=\"code\" data-language=\"java\"><code>sum += ______;</code></pre>",
                List.of(new Answer("a[j] * b[j]", "a[j] * b[j]", true, "<p>Pair by pair.</p>", Optional.empty())),
                "<p>What do the two components have to do with each other?</p>",
                1);
    }

    private static Question order() {
        return new Question.Ordering(
                "in-order",
                "In order",
                "<p>Build the loop. Not every line belongs.</p>",
                List.of("double sum = 0;", "for (int j = 0; j < a.length; j++) {", "    sum += a[j] * b[j];", "}"),
                List.of(new Answer(
                        "    sum += a[j] + b[j];", "", false, "<p>That adds everything up.</p>", Optional.empty())),
                List.of(
                        "    sum += a[j] + b[j];",
                        "}",
                        "double sum = 0;",
                        "    sum += a[j] * b[j];",
                        "for (int j = 0; j < a.length; j++) {"),
                Optional.empty(),
                "<p>A place to add up in, then the loop.</p>",
                1);
    }

    private static Coding lab() {
        return new Coding(
                "vectors",
                List.of(Cut.of("gradus.ml.linalg.Vector", "dot", "norm"), Cut.of("gradus.ml.numbers.Numerics", "sum")),
                List.of(),
                LibraryUse.ANYTHING,
                Lab.Limits.DEFAULT,
                List.of(),
                Optional.empty(),
                resource("statement.html"),
                List.of(new Lab.Clause("symmetric", "<code>x.dot(y)</code> is <code>y.dot(x)</code>.", false, 12)),
                List.of(
                        new Lab.Task("dot", hints("dot")),
                        new Lab.Task("norm", hints("norm")),
                        new Lab.Task("sum", hints("sum"))),
                List.of(),
                List.of(
                        check("dotByHand", "the dot product of (1, 2, 3) and (4, 5, 6) is 32", true),
                        new Lab.Check(
                                "VectorChecks#dotOfOrthogonal",
                                "gradus.checks.vectors.VectorChecks",
                                "dotOfOrthogonal",
                                "the dot product of orthogonal vectors is 0",
                                true,
                                1,
                                List.of("symmetric")),
                        check("normOfThreeFour", "the length of (3, 4) is 5", false),
                        check("refusesLengths", "vectors of different lengths are rejected", false)),
                List.of(),
                List.of(),
                List.of(),
                Path.of("lab.md"));
    }

    private static List<String> hints(String task) {
        return List.of(
                "<p>What should <code>" + task + "</code> give for a vector of zeros?</p>",
                "<p>Look at the loop in the example.</p>",
                "<p>Each component counts once: for (3, 4) that is 9 + 16, and then its square root.</p>");
    }

    private static Lab.Check check(String method, String title, boolean visible) {
        return new Lab.Check("VectorChecks#" + method, "gradus.checks.vectors.VectorChecks", method, title, visible, 1);
    }

    static LabFiles files(Coding lab) {
        List<Starter> starters = lab.cuts().stream()
                .map(cut -> {
                    Source source = Source.of(cut.type(), resource(cut.simpleName() + ".txt"));
                    return new Starter(source, source, cut);
                })
                .toList();
        return new LabFiles(starters, List.of());
    }

    static String resource(String name) {
        try (InputStream in = SampleCourse.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
