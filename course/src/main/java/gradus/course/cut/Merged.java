package gradus.course.cut;

import gradus.course.MemberId;
import gradus.course.Source;
import java.util.List;

/// A learner's members laid over today's library class: one source that compiles and runs.
///
/// The learner's members are on the same lines and columns as in the learner's own file, so what the compiler, a
/// stack trace or a profile says of a line needs no translation. All other code is the library's.
///
/// @param source what to compile in place of the library's class
/// @param lines where the learner's members are, in this source as in their own file
/// @param remarks what a learner may want to know: members that are missing, or edits that do not count
public record Merged(Source source, List<Lines> lines, List<Remark> remarks) {

    public Merged {
        lines = List.copyOf(lines);
        remarks = List.copyOf(remarks);
    }

    /// Whether the learner wrote what is on a line.
    public boolean isLearners(int line) {
        return lines.stream().anyMatch(range -> range.contains(line));
    }

    /// Whether every member asked for runs as the learner wrote it. Edits that do not count are no obstacle.
    public boolean runsAllMembers() {
        return remarks.stream().allMatch(remark -> switch (remark) {
            case Remark.Missing missing -> false;
            case Remark.Changed changed -> false;
            case Remark.Gone gone -> false;
            case Remark.ImportClash clash -> false;
            case Remark.IgnoredEdit edit -> true;
        });
    }

    /// Lines from `first` to `last`, both included, counted from 1.
    public record Lines(int first, int last) {
        boolean contains(int line) {
            return first <= line && line <= last;
        }
    }

    /// Something to tell the learner about their file.
    public sealed interface Remark {

        /// The line of the learner's file that it is about; 0 if there is none.
        int line();

        /// The file lacks a member that should run.
        record Missing(MemberId member, int line) implements Remark {}

        /// The member is there, but not as the library declares it.
        ///
        /// @param expected the library's declaration
        /// @param got the learner's
        record Changed(MemberId member, int line, String expected, String got) implements Remark {}

        /// The library has no such member any more.
        record Gone(MemberId member, int line) implements Remark {}

        /// The learner changed a member that is not theirs to write, so the library's runs.
        record IgnoredEdit(String member, int line) implements Remark {}

        /// An import names another class than the library's source does by the same simple name.
        record ImportClash(String name, int line) implements Remark {}
    }
}
