package gradus.course.read.file;

import gradus.course.prose.Passage;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Reads text files of the curriculum.
public final class TextFile {

    private TextFile() {}

    /// The content of a text file. Reports a fault if it can't be read.
    public static Optional<Passage> read(Path file, FaultCollector faults) {
        try {
            return Optional.of(new Passage(file, 1, Files.readString(file).replace("\r\n", "\n")));
        } catch (CharacterCodingException e) {
            faults.add(file, 1, "The file is not UTF-8 text; save it as UTF-8.");
        } catch (IOException e) {
            faults.add(file, 1, "The file cannot be read: " + e.getMessage() + ".");
        }
        return Optional.empty();
    }
}
