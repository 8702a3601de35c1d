package gradus.studio.desk;

import gradus.mastery.Mastery;
import gradus.studio.journal.Journal;

/// The learner's mastery, computed from the journal. Each call adds the new entries, including those of other
/// programs.
final class MasteryProjection {

    private final Journal journal;
    private Mastery mastery = Mastery.NONE;
    private long position;

    MasteryProjection(Journal journal) {
        this.journal = journal;
    }

    synchronized Mastery mastery() {
        for (Journal.Entry entry : journal.entriesAfter(position)) {
            mastery = mastery.after(entry.attempt());
            position = entry.position();
        }
        return mastery;
    }
}
