package gradus.judge.validate;

import gradus.course.Cut;
import gradus.course.Lab;
import gradus.course.Source;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.Verdict.Place;
import gradus.judge.Verdict.Problem;
import gradus.judge.support.CompiledLibrary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a submission is looked at for before the compiler sees it: that it holds the lab's parts, all of them
/// and nothing else, and that each is a source of a sensible size.
public final class SubmissionValidator {

    static final int MAX_FILE_SIZE = 256 << 10;

    private static final Pattern PACKAGE = Pattern.compile("(?m)^[ \\t]*package[ \\t]+([\\w.]+)[ \\t]*;");
    private static final List<String> RESERVED_PACKAGES = List.of(
            "java", "javax", "jdk", "sun", "com.sun", "org.junit", "gradus.proctor", "gradus.checks", "gradus.figures");

    private SubmissionValidator() {}

    /// Why this submission is not even compiled; empty when it may be.
    public static Optional<Verdict> validate(Lab lab, Submission submission) {
        Map<String, String> expected =
                lab.cuts().stream().collect(Collectors.toMap(cut -> Source.pathOf(cut.type()), Cut::simpleName));
        for (String path : submission.sources().keySet().stream().sorted().toList()) {
            if (!expected.containsKey(path)) {
                return Optional.of(new Verdict.Forbidden(
                        "the file " + path,
                        "A submission for this lab holds " + list(expected.keySet()) + " and nothing else. Put what"
                                + " you need beside it into the same file, as private members or nested classes."));
            }
            Optional<String> closed = packageOf(submission.sources().get(path)).flatMap(SubmissionValidator::reserved);
            if (closed.isPresent()) {
                return Optional.of(new Verdict.Forbidden(
                        "a class in the package " + closed.get(),
                        "That package belongs to the platform or to the judge. Keep the package line of the starter."));
            }
        }
        var problems = new ArrayList<Problem>();
        expected.keySet().stream()
                .sorted()
                .forEach(path ->
                        validateFile(path, submission.sources().get(path)).ifPresent(problems::add));
        return problems.isEmpty() ? Optional.empty() : Optional.of(new Verdict.DidNotCompile(problems));
    }

    /// Classes that a source brought along under a name that is not its own to give: another class of the
    /// library.
    public static Optional<Verdict> validateClassNames(
            Collection<String> parts, Set<String> library, Set<String> compiled) {
        return compiled.stream()
                .map(CompiledLibrary::topLevelName)
                .filter(name -> !parts.contains(name) && library.contains(name))
                .sorted()
                .findFirst()
                .map(
                        name -> new Verdict.Forbidden(
                                "the class " + name,
                                "The library has a class of this name, and it is no part of this lab. Give yours another name."));
    }

    private static Optional<Problem> validateFile(String path, @Nullable String text) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (text == null) {
            return problem(path, name + " is missing. Hand it in as " + path + ".");
        }
        if (text.isBlank()) {
            return problem(path, name + " is empty. Put the starter back and write the bodies that it asks for.");
        }
        long size = text.length() > MAX_FILE_SIZE ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
        return size > MAX_FILE_SIZE
                ? problem(
                        path,
                        name + " has " + size / 1024 + " KB; a source may have " + MAX_FILE_SIZE / 1024
                                + " KB. Take out what does not belong in it.")
                : Optional.empty();
    }

    private static Optional<Problem> problem(String path, String sentence) {
        return Optional.of(new Problem(Optional.of(new Place(path, 1, 1)), sentence, sentence));
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
