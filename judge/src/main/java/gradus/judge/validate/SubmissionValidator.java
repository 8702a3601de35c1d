package gradus.judge.validate;

import gradus.course.Coding;
import gradus.course.Decisions;
import gradus.course.Source;
import gradus.course.Testing;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.Verdict.Place;
import gradus.judge.Verdict.Problem;
import gradus.judge.support.CompiledLibrary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Validates a submission before it's compiled: it must contain exactly the lab's parts, each a source of a
/// reasonable size. The file with the answers to the lab's cases may be with them.
public final class SubmissionValidator {

    static final int MAX_FILE_SIZE = 256 << 10;

    private static final Pattern PACKAGE = Pattern.compile("(?m)^[ \\t]*package[ \\t]+([\\w.]+)[ \\t]*;");
    private static final List<String> RESERVED_PACKAGES = List.of(
            "java", "javax", "jdk", "sun", "com.sun", "org.junit", "gradus.proctor", "gradus.checks", "gradus.figures");

    private SubmissionValidator() {}

    /// The verdict if the submission is rejected before compiling; empty if it's valid.
    public static Optional<Verdict> validate(Coding lab, Submission submission) {
        return validate(
                lab.cuts().stream().map(cut -> Source.pathOf(cut.type())).collect(Collectors.toSet()),
                lab.decisions().map(Decisions::answers).stream().collect(Collectors.toSet()),
                submission);
    }

    /// The same for a lab of tests, whose only file is the test class.
    public static Optional<Verdict> validate(Testing lab, Submission submission) {
        return validate(Set.of(lab.starter().path()), Set.of(), submission);
    }

    /// @param answers the path of a file that may be there too, and is no source
    private static Optional<Verdict> validate(Set<String> expected, Set<String> answers, Submission submission) {
        for (String path : submission.sources().keySet().stream()
                .filter(it -> !answers.contains(it))
                .sorted()
                .toList()) {
            if (!expected.contains(path)) {
                return Optional.of(new Verdict.Forbidden(
                        "the file " + path,
                        "A submission for this lab can contain only " + list(expected) + ". Put anything else"
                                + " that you need in the same file, as private members or nested classes."));
            }
            Optional<String> reserved =
                    packageOf(submission.sources().get(path)).flatMap(SubmissionValidator::reserved);
            if (reserved.isPresent()) {
                return Optional.of(new Verdict.Forbidden(
                        "a class in the package " + reserved.get(),
                        "That package belongs to the platform or the judge. Keep the package line of the starter."));
            }
        }
        var problems = new ArrayList<Problem>();
        expected.stream()
                .sorted()
                .forEach(path ->
                        validateFile(path, submission.sources().get(path)).ifPresent(problems::add));
        return problems.isEmpty() ? Optional.empty() : Optional.of(new Verdict.DidNotCompile(problems));
    }

    /// The verdict if the submission declares a class that the library already has and that isn't part of the
    /// lab.
    public static Optional<Verdict> validateClassNames(
            Collection<String> parts, Set<String> library, Set<String> compiled) {
        return compiled.stream()
                .map(CompiledLibrary::topLevelName)
                .filter(name -> !parts.contains(name) && library.contains(name))
                .sorted()
                .findFirst()
                .map(name -> new Verdict.Forbidden(
                        "the class " + name,
                        "The library already has a class with this name, which isn't part of this lab. Rename yours."));
    }

    private static Optional<Problem> validateFile(String path, @Nullable String text) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (text == null) {
            return problem(path, name + " is missing. Submit it as " + path + ".");
        }
        if (text.isBlank()) {
            return problem(path, name + " is empty. Restore the starter and write its method bodies.");
        }
        long size = text.length() > MAX_FILE_SIZE ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
        return size > MAX_FILE_SIZE
                ? problem(
                        path,
                        name + " has " + size / 1024 + " KB; a source can have at most " + MAX_FILE_SIZE / 1024
                                + " KB. Remove what doesn't belong there.")
                : Optional.empty();
    }

    private static Optional<Problem> problem(String path, String message) {
        return Optional.of(new Problem(Optional.of(new Place(path, 1, 1)), message, ""));
    }

    private static Optional<String> packageOf(String text) {
        String head = text.substring(0, Math.min(text.length(), MAX_FILE_SIZE));
        return PACKAGE.matcher(head).results().findFirst().map(found -> found.group(1));
    }

    private static Optional<String> reserved(String name) {
        return RESERVED_PACKAGES.stream().anyMatch(root -> name.equals(root) || name.startsWith(root + "."))
                ? Optional.of(name)
                : Optional.empty();
    }

    private static String list(Set<String> paths) {
        return paths.stream().sorted().collect(Collectors.joining(", "));
    }
}
