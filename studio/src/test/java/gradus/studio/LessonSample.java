package gradus.studio;

import gradus.course.Lesson;
import gradus.course.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which lessons to try with a change: those that it touches, and a few more, chosen by the hash of the commit, so
/// that each has its turn. What a proof depends on is in its file, so a change elsewhere that matters touches it.
public final class LessonSample {

    private final Path root;

    /// @param root the root folder of the project
    public LessonSample(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /// The lesson that the hash of the commit chooses.
    public Lesson one(List<Lesson> lessons) {
        return choose(lessons, Optional.of("HEAD"), 1).getFirst();
    }

    /// The lessons to try: all of them if the history isn't there.
    ///
    /// @param base the commit or branch that the change starts from; by default the one before the last commit
    /// @param more how many to try besides those that have changed
    List<Lesson> choose(List<Lesson> lessons, Optional<String> base, int more) {
        Optional<String> head = git("rev-parse", "HEAD");
        Optional<String> start = git("merge-base", base.orElse("HEAD^"), "HEAD");
        Optional<String> committed = start.flatMap(commit -> git("diff", "--name-only", commit, "--", "curriculum"));
        Optional<String> untracked = git("ls-files", "--others", "--exclude-standard", "--", "curriculum");
        if (head.isEmpty() || committed.isEmpty() || untracked.isEmpty()) {
            return lessons;
        }
        List<Path> changed = Stream.concat(
                        committed.get().lines(), untracked.get().lines())
                .map(root::resolve)
                .toList();
        Set<Lesson> chosen = lessons.stream()
                .filter(lesson -> changed.stream().anyMatch(file -> file.startsWith(folder(lesson))))
                .collect(Collectors.toCollection(HashSet::new));
        lessons.stream()
                .filter(lesson -> !chosen.contains(lesson))
                .sorted(Comparator.comparing(lesson -> draw(head.get(), lesson)))
                .limit(more)
                .toList()
                .forEach(chosen::add);
        return lessons.stream().filter(chosen::contains).toList();
    }

    private Path folder(Lesson lesson) {
        return root.resolve(lesson.folder()).normalize();
    }

    private static String draw(String commit, Lesson lesson) {
        return Sha256.of(commit + lesson.id());
    }

    /// What git prints; empty if it fails or isn't there.
    private Optional<String> git(String... arguments) {
        List<String> command =
                Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        try {
            Process process = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(output.strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
