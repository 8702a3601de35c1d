package gradus.studio.run;

import gradus.course.answer.ProbeLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/// The logs of probes of a home, one for each arena, beside its runs. A probe is one write, so several programs can
/// use a log at once.
public final class ProbeArchive {

    private final Path folder;

    /// @param runs the runs of the same home
    public ProbeArchive(RunArchive runs) {
        this.folder = runs.folder();
    }

    /// The log of a lesson; empty if there is none.
    public ProbeLog read(String lesson) {
        try {
            return Files.exists(file(lesson)) ? ProbeLog.parse(Files.readString(file(lesson))) : ProbeLog.EMPTY;
        } catch (IOException e) {
            throw failed(lesson, "read", e);
        }
    }

    /// Adds lines of the log of a lesson.
    public void append(String lesson, String lines) {
        try {
            Files.createDirectories(folder);
            try (var channel =
                    Files.newByteChannel(file(lesson), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                channel.write(StandardCharsets.UTF_8.encode(lines));
            }
        } catch (IOException e) {
            throw failed(lesson, "written", e);
        }
    }

    /// Begins a new log. The old one is kept beside it.
    public void startOver(String lesson, Instant now) {
        try {
            Files.move(
                    file(lesson),
                    folder.resolve(lesson + "-" + now.toEpochMilli() + ".probes"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed(lesson, "moved", e);
        }
    }

    private Path file(String lesson) {
        return folder.resolve(lesson + ".probes");
    }

    private UncheckedIOException failed(String lesson, String what, IOException cause) {
        return new UncheckedIOException("The log of probes " + file(lesson) + " can't be " + what, cause);
    }
}
