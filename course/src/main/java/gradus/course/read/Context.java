package gradus.course.read;

import gradus.course.Typesetter;
import gradus.course.cut.Library;

/// What every part of the reader needs: where faults go, how formulas are set, and what is known of all lessons.
record Context(Outline outline, Faults faults, Typesetter typesetter) {

    Library library() {
        return outline.library();
    }
}
