package gradus.studio;

import gradus.course.Lesson;
import gradus.course.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which lessons to try with a change: those that it touches, and a few more, chosen by the hash of the commit, so
/// that each has its turn. What a proof depends on is in its file, so a change elsewhere that matters touches it.
public final class LessonSample {

    /// Of more lessons that a change touches, the hash of the commit chooses so many.
    private static final int MOST_CHANGED = 3;

    private final Path root;

    /// @param root the root folder of the project
    public LessonSample(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /// The lesson that the hash of the commit chooses.
    public Lesson one(List<Lesson> lessons) {
        return choose(lessons, Optional.of("HEAD"), 1).getFirst();
    }

    /// The lessons to try. If the history isn't there, any.
    ///
    /// @param base the commit or branch that the change starts from; by default the one before the last commit
    /// @param more how many to try besides those that have changed
    List<Lesson> choose(List<Lesson> lessons, Optional<String> base, int more) {
        Optional<String> head = git("rev-parse", "HEAD");
        Optional<String> start = git("merge-base", base.orElse("HEAD^"), "HEAD");
        Optional<String> committed = start.flatMap(commit -> git("diff", "--name-only", commit, "--", "curriculum"));
        Optional<String> untracked = git("ls-files", "--others", "--exclude-standard", "--", "curriculum");
        if (head.isEmpty() || committed.isEmpty() || untracked.isEmpty()) {
            return chosen(lessons, head.orElse("none"), more + MOST_CHANGED);
        }
        List<Path> changed = Stream.concat(
                        committed.get().lines(), untracked.get().lines())
                .map(root::resolve)
                .toList();
        Map<Boolean, List<Lesson>> touched = lessons.stream()
                .collect(Collectors.partitioningBy(
                        lesson -> changed.stream().anyMatch(file -> file.startsWith(folder(lesson)))));
        return Stream.concat(
                        chosen(touched.get(true), head.get(), MOST_CHANGED).stream(),
                        chosen(touched.get(false), head.get(), more).stream())
                .toList();
    }

    private static List<Lesson> chosen(List<Lesson> lessons, String commit, int most) {
        return lessons.stream()
                .sorted(Comparator.comparing(lesson -> draw(commit, lesson)))
                .limit(most)
                .toList();
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
