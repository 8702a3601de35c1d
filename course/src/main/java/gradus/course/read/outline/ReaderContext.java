package gradus.course.read.outline;

import gradus.course.Typesetter;
import gradus.course.cut.LibrarySources;
import gradus.course.read.file.FaultCollector;

/// What every part of the reader needs: where faults go, how formulas are set, and what is known of all
/// lessons.
public record ReaderContext(Outline outline, FaultCollector faults, Typesetter typesetter) {

    public LibrarySources library() {
        return outline.library();
    }
}
