package gradus.course.read.outline;

import gradus.course.Typesetter;
import gradus.course.cut.LibrarySources;
import gradus.course.read.file.FaultCollector;

/// The context of all readers: the outline of the course, the collector of faults, and the typesetter.
public record ReaderContext(Outline outline, FaultCollector faults, Typesetter typesetter) {

    public LibrarySources library() {
        return outline.library();
    }
}
