package gradus.studio.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Says once in the log of the home folder what is damaged in the journal beside it.
final class DamageLog {

    private final Path journal;

    DamageLog(Path journal) {
        this.journal = journal;
    }

    void entry(long position) {
        say("Entry " + position + " of the journal " + journal + " is damaged and is skipped; it was left unchanged.");
    }

    void sources(String hash) {
        say("The sources " + hash + " in the journal " + journal
                + " are damaged and aren't used; they were left unchanged.");
    }

    private void say(String sentence) {
        Path log = journal.resolveSibling("gradus.log");
        try {
            if (!Files.exists(log) || !new String(Files.readAllBytes(log), StandardCharsets.UTF_8).contains(sentence)) {
                Files.writeString(log, sentence + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            // The doctor says the same, and a log that can't be written is no reason to stop.
        }
    }
}
