package gradus.course.read.lab;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import gradus.course.Lab;
import gradus.course.Source;
import gradus.course.cut.LibrarySources;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.JavaFile;
import gradus.course.read.outline.LessonCode;
import gradus.course.read.outline.LessonIndex;
import gradus.course.read.outline.Outline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the checks of a lab.
final class CheckReader {

    private static final String JUNIT = "org.junit.jupiter.api.";
    private static final Set<String> ALLOWED = Set.of("Test", "DisplayName", "BeforeEach");
    private static final Set<String> PLAIN =
            Set.of("Clause", "Override", "SuppressWarnings", "SafeVarargs", "FunctionalInterface", "Deprecated");

    private final Outline.LessonOutline outline;
    private final LessonIndex index;
    private final FaultCollector faults;
    private final ClauseReader clauses;

    /// @param clauses the clauses of the contract
    CheckReader(Outline.LessonOutline outline, LessonIndex index, FaultCollector faults, List<Lab.Clause> clauses) {
        this.outline = outline;
        this.index = index;
        this.faults = faults;
        this.clauses = new ClauseReader(clauses, faults);
    }

    /// The checks in the order in which they run, and the sources of their classes.
    ///
    /// @param complete whether every class could be read
    record Checks(List<Lab.Check> checks, List<Source> sources, boolean complete) {}

    Checks read() {
        Path folder = outline.folder().resolve("checks");
        var checks = new ArrayList<Lab.Check>();
        var sources = new ArrayList<Source>();
        List<JavaFile> files =
                JavaFile.readAll(folder, "gradus.checks." + outline.id().replace('-', '_'), faults).stream()
                        .sorted(Comparator.comparing((JavaFile file) -> !visible(file))
                                .thenComparing(JavaFile::simpleName))
                        .toList();
        for (JavaFile file : files) {
            if (!visible(file) && !file.simpleName().endsWith("Checks")) {
                faults.add(
                        file.path(),
                        1,
                        "The name of a check class must end in Test if it is visible, else in Checks; not "
                                + file.simpleName() + ".");
            }
            if (visible(file)) {
                index.code.add(LessonCode.of(file.path(), file.syntax()));
            }
            junit(file);
            sources.add(file.source());
            checks.addAll(checks(file));
        }
        if (checks.isEmpty()) {
            faults.add(
                    outline.folder().resolve("lab.md"),
                    1,
                    "The lab has no checks; write checks/…Test.java and checks/…Checks.java.");
        }
        boolean complete = sources.size() == LibrarySources.javaFiles(folder).size();
        if (complete && !checks.isEmpty()) {
            clauses.reportUnheld(outline.folder().resolve("lab.md"));
        }
        return new Checks(checks, sources, complete);
    }

    private static boolean visible(JavaFile file) {
        return file.simpleName().endsWith("Test");
    }

    private List<Lab.Check> checks(JavaFile file) {
        var checks = new ArrayList<Lab.Check>();
        file.syntax().type(file.simpleName()).ifPresent(type -> {
            for (var member : type.getMembers()) {
                if (member instanceof MethodTree method
                        && annotation(method, "Test").isPresent()) {
                    String name = method.getName().toString();
                    checks.add(new Lab.Check(
                            file.simpleName() + "#" + name,
                            file.source().className(),
                            name,
                            title(file, method),
                            visible(file),
                            file.syntax().line(method),
                            annotation(method, "Clause")
                                    .map(clause -> clauses.read(file, clause))
                                    .orElse(List.of())));
                }
            }
        });
        return checks;
    }

    private String title(JavaFile file, MethodTree method) {
        Optional<String> title = annotation(method, "DisplayName").flatMap(CheckReader::value);
        int line = file.syntax().line(method);
        if (title.isEmpty() || title.get().isBlank()) {
            faults.add(
                    file.path(),
                    line,
                    "The check " + method.getName() + " has no @DisplayName; describe in a sentence what it checks.");
            return method.getName().toString();
        }
        String sentence = title.get();
        if (sentence.endsWith(".") || sentence.split("\\s")[0].matches("[A-Z][a-z]+|A")) {
            faults.add(
                    file.path(),
                    line,
                    "The name \"" + sentence + "\" must begin in lower case and end without a full stop.");
        }
        return sentence;
    }

    private void junit(JavaFile file) {
        for (ImportTree line : file.syntax().unit().getImports()) {
            String name = line.getQualifiedIdentifier().toString();
            boolean allowed = name.startsWith(JUNIT) && ALLOWED.contains(name.substring(JUNIT.length()));
            if (name.startsWith("org.junit") && !allowed) {
                faults.add(
                        file.path(),
                        file.syntax().line(line),
                        name + " is not allowed in checks; use @Test, "
                                + "@DisplayName and @BeforeEach, and the assertions of gradus.proctor.");
            }
        }
        file.syntax()
                .unit()
                .accept(
                        new TreeScanner<Void, Void>() {
                            @Override
                            public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
                                String name = annotation.getAnnotationType().toString();
                                String simple = name.substring(name.lastIndexOf('.') + 1);
                                if (!ALLOWED.contains(simple) && !PLAIN.contains(simple)) {
                                    faults.add(
                                            file.path(),
                                            file.syntax().line(annotation),
                                            "@" + simple + " is not allowed in checks; "
                                                    + "use @Test, @DisplayName, @BeforeEach and @Clause.");
                                }
                                return super.visitAnnotation(annotation, nothing);
                            }
                        },
                        null);
    }

    private static Optional<? extends AnnotationTree> annotation(MethodTree method, String name) {
        return method.getModifiers().getAnnotations().stream()
                .filter(annotation -> annotation.getAnnotationType().toString().endsWith(name))
                .findFirst();
    }

    private static Optional<String> value(AnnotationTree annotation) {
        if (annotation.getArguments().isEmpty()) {
            return Optional.empty();
        }
        ExpressionTree argument = annotation.getArguments().getFirst();
        ExpressionTree value = argument instanceof AssignmentTree named ? named.getExpression() : argument;
        return value instanceof LiteralTree literal && literal.getValue() instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }
}
