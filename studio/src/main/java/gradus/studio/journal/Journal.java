package gradus.studio.journal;

import gradus.mastery.Attempt;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What happened, once, for ever. Append-only; what `append` has returned from survives a crash at any
/// instant.
public interface Journal extends AutoCloseable {

    /// Records `attempt`.
    void append(Attempt attempt);

    /// Keeps `sources` (text by path) and answers the hash under which they are found again.
    String saveSources(Map<String, String> sources);

    /// What was kept under `hash`.
    Optional<Map<String, String>> loadSources(String hash);

    /// What happened after `position`, oldest first; 0 is before everything.
    List<Entry> entriesAfter(long position);

    @Override
    void close();

    /// An attempt and its place in the journal.
    record Entry(long position, Attempt attempt) {}
}
