package gradus.course.cut;

import gradus.course.MemberId;
import gradus.course.Source;
import gradus.course.syntax.JavaTokens;
import java.util.List;

/// A learner's members laid over today's library class: one source that compiles and runs.
///
/// The learner's members are on the same lines and columns as in the learner's own file, so what the
/// compiler, a stack trace or a profile says of a line needs no translation. All other code is the library's.
///
/// @param source what to compile in place of the library's class
/// @param lines where the learner's members are, in this source as in their own file
/// @param remarks what a learner may want to know: members that are missing, or edits that do not count
public record Merged(Source source, List<Lines> lines, List<Remark> remarks) {

    public Merged {
        lines = List.copyOf(lines);
        remarks = List.copyOf(remarks);
    }

    /// `learner` as it is, in place of the library's class.
    public static Merged whole(Source learner) {
        return new Merged(learner, List.of(Lines.ALL), List.of());
    }

    /// Whether `other` is the same code, whatever its layout.
    public boolean isSameCode(Merged other) {
        return JavaTokens.same(source.text(), other.source().text());
    }

    /// Whether the learner wrote what is on a line.
    public boolean isLearners(int line) {
        return lines.stream().anyMatch(range -> range.contains(line));
    }

    /// Lines from `first` to `last`, both included, counted from 1.
    public record Lines(int first, int last) {

        /// Every line.
        public static final Lines ALL = new Lines(1, Integer.MAX_VALUE);

        public boolean contains(int line) {
            return first <= line && line <= last;
        }
    }

    /// Something to tell the learner about their file.
    public sealed interface Remark {

        /// The line of the learner's file that it is about; 0 if there is none.
        int line();

        /// The file lacks a member that should run.
        ///
        /// @param expected the library's declaration; empty for a nested class
        record Missing(MemberId member, int line, String expected) implements Remark {}

        /// The member is there, but not as the library declares it.
        ///
        /// @param expected the library's declaration
        /// @param got the learner's
        record Changed(MemberId member, int line, String expected, String got) implements Remark {}

        /// The library has no such member any more.
        record Gone(MemberId member, int line) implements Remark {}

        /// The library has renamed a member; the learner's runs under both names.
        record Renamed(MemberId member, int line, String earlier) implements Remark {}

        /// The learner changed a member that is not theirs to write, so the library's runs.
        record IgnoredEdit(String member, int line) implements Remark {}

        /// An import names another class than the library's source does by the same simple name.
        record ImportClash(String name, int line) implements Remark {}

        /// The learner's code uses a class whose import only the library's source has: it runs, but the file by itself
        /// doesn't compile.
        ///
        /// @param name the full name of the class
        record LentImport(String name, int line) implements Remark {}
    }
}
