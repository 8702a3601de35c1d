package gradus.course.read;

import gradus.course.Sha256;
import gradus.course.Source;
import gradus.course.read.outline.Outline;
import gradus.course.read.panel.PanelPins;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/// Hashes of what lessons are read from: their own files, the classes of the library that they name, what
/// their panels may import, and what they must know of all other lessons.
final class LessonKeys {

    private static final Pattern CLASS_OF_LIBRARY = Pattern.compile("gradus\\.ml(?:\\.\\w+)+");

    private final Outline outline;
    private final String ofCourse;

    LessonKeys(Outline outline, PanelPins pins) {
        this.outline = outline;
        var all = new StringBuilder();
        outline.lessons()
                .values()
                .forEach(lesson -> all.append(lesson.id())
                        .append(lesson.track())
                        .append(lesson.level())
                        .append(lesson.needs())
                        .append(lesson.cuts().keySet())
                        .append('\n'));
        all.append(new TreeSet<>(outline.data()))
                .append(outline.library().classes())
                .append(pins.hash());
        this.ofCourse = Sha256.of(all.toString());
    }

    /// The hash of everything that a lesson is read from.
    String of(Outline.LessonOutline lesson) {
        var key = new StringBuilder(ofCourse).append(lesson.folder()).append('\n');
        var named = new TreeSet<String>();
        lesson.cuts().keySet().forEach(cut -> named.add(cut.type()));
        try (Stream<Path> files = Files.walk(lesson.folder())) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                key.append(lesson.folder().relativize(file))
                        .append(' ')
                        .append(bytes.length)
                        .append(' ')
                        .append(checksum(bytes))
                        .append('\n');
                if (file.toString().endsWith(".md")) {
                    CLASS_OF_LIBRARY
                            .matcher(new String(bytes, StandardCharsets.UTF_8))
                            .results()
                            .forEach(found -> named.add(found.group()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the lesson in " + lesson.folder() + " cannot be read", e);
        }
        for (String type : named) {
            outline.library()
                    .source(type)
                    .map(Source::text)
                    .ifPresent(text ->
                            key.append(type).append(' ').append(Sha256.of(text)).append('\n'));
        }
        return Sha256.of(key.toString());
    }

    /// Files change by accident, not to deceive. In a program that has just started, SHA-256 of all files took a
    /// seventh of the processor time of a command.
    private static long checksum(byte[] bytes) {
        var checksum = new CRC32C();
        checksum.update(bytes);
        return checksum.getValue();
    }
}
