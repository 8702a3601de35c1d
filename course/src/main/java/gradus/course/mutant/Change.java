package gradus.course.mutant;

import java.util.List;

/// A change of a source that makes a mutant of it.
///
/// @param site the code that identifies the place: the expression or statement around it
/// @param edits replacements in the order of the source, which don't overlap
record Change(MutantKind kind, String operator, String site, List<Edit> edits) {

    Change {
        edits = List.copyOf(edits);
    }

    /// A replacement of the characters from `from` to `to`.
    record Edit(int from, int to, String replacement) {}

    /// `text` after the change.
    String applyTo(String text) {
        var out = new StringBuilder();
        int done = 0;
        for (Edit edit : edits) {
            out.append(text, done, edit.from()).append(edit.replacement());
            done = edit.to();
        }
        return out.append(text.substring(done)).toString();
    }
}
