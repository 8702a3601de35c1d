package gradus.bench;

import gradus.course.Coding;
import gradus.course.Lab;
import gradus.course.Lesson;
import gradus.course.Source;
import gradus.course.read.CourseReader;
import gradus.judge.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The labs of the course, and submissions for them.
final class LabSubmissions {

    private LabSubmissions() {}

    static Coding lab(Path root, String lesson) {
        return lesson(root, lesson)
                .coding()
                .orElseThrow(() -> new IllegalArgumentException("the lesson \"" + lesson + "\" has no lab"));
    }

    static Lesson lesson(Path root, String lesson) {
        return CourseReader.read(root, (tex, _) -> tex)
                .course()
                .lesson(lesson)
                .orElseThrow(() -> new IllegalArgumentException("no lesson \"" + lesson + "\""));
    }

    /// The reference solution, which passes.
    static Submission reference(Coding lab) {
        return new Submission(
                lab.lesson(), lab.references().stream().collect(Collectors.toMap(Source::path, Source::text)));
    }

    static long lines(Submission submission) {
        return submission.sources().values().stream()
                .mapToLong(text -> text.lines().count())
                .sum();
    }

    /// The same submission with a comment that makes it different.
    static Submission edited(Submission submission, int number) {
        return changed(submission, text -> text + "\n// edit " + number + "\n");
    }

    /// The same submission with an unknown name, which doesn't compile.
    static Submission misspelt(Submission submission) {
        return changed(submission, text -> text.replaceFirst("return ", "return retrun + "));
    }

    /// The same submission with an endless loop before each `return`.
    static Submission endless(Submission submission) {
        return changed(
                submission,
                text -> text.replaceFirst("\\n        return ", "\n        while (true) {}\n//      return "));
    }

    private static Submission changed(Submission submission, UnaryOperator<String> change) {
        var sources = new HashMap<>(submission.sources());
        sources.replaceAll((_, text) -> change.apply(text));
        return new Submission(submission.lesson(), sources);
    }

    /// Deletes a folder and everything in it.
    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// The same lab with another time limit.
    static Coding withTimeLimit(Coding lab, int seconds) {
        return lab.withLimits(new Lab.Limits(seconds, lab.limits().megabytes()));
    }
}
