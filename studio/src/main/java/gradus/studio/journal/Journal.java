package gradus.studio.journal;

import gradus.mastery.Attempt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The append-only record of a learner's attempts. Once `append` has returned, the attempt survives a crash
/// at any moment.
public interface Journal extends AutoCloseable {

    /// Appends `attempt`.
    void append(Attempt attempt);

    /// Appends an attempt and stores its `sources` (text by path): both or neither.
    ///
    /// @param attempt makes it of the hash that identifies the sources
    /// @return the hash
    String append(Map<String, String> sources, Function<String, Attempt> attempt);

    /// The sources stored under `hash`.
    Optional<Map<String, String>> loadSources(String hash);

    /// The entries after `position`, oldest first; 0 means all entries.
    List<Entry> entriesAfter(long position);

    /// Counts how often the journal was lost and begun anew, or replaced. Positions of an earlier generation mean
    /// nothing in a later one.
    long generation();

    /// What has happened to the journal that the learner must know, as sentences. Each is given once.
    List<String> takeNotices();

    @Override
    void close();

    /// An attempt and its position in the journal.
    record Entry(long position, Attempt attempt) {}
}
