package gradus.studio.desk;

import gradus.mastery.Mastery;
import gradus.studio.journal.Journal;

/// The learner's mastery, computed from the journal. Each call adds the new entries, including those of other
/// programs. If the journal was begun anew, so is the mastery.
final class MasteryProjection {

    private final Journal journal;
    private Mastery mastery = Mastery.NONE;
    private long position;
    private long generation;

    MasteryProjection(Journal journal) {
        this.journal = journal;
    }

    synchronized Mastery mastery() {
        do {
            if (journal.generation() != generation) {
                generation = journal.generation();
                mastery = Mastery.NONE;
                position = 0;
            }
            for (Journal.Entry entry : journal.entriesAfter(position)) {
                mastery = mastery.after(entry.attempt());
                position = entry.position();
            }
        } while (journal.generation() != generation);
        return mastery;
    }
}
