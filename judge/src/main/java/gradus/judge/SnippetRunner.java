package gradus.judge;

import gradus.course.Coding;
import java.util.Optional;

/// Runs the small programs on a lesson's page: for readers, with their own parts; for authors, to check that
/// their output is what the page says.
public interface SnippetRunner extends AutoCloseable {

    /// Runs `source`, a compact source file (imports, methods, and a `main`), with the library, in which
    /// `learnerParts` replace its own.
    ///
    /// @param lab the lab of the page's lesson, whose own sources the snippet may use
    Result run(String source, Optional<Coding> lab, LearnerParts learnerParts);

    @Override
    void close();

    /// The result of a snippet.
    public sealed interface Result {

        /// It ran to its end.
        record Through(String output) implements Result {}

        /// @param line of the snippet, from 1; 0 if unknown
        record DidNotCompile(int line, String message) implements Result {}

        /// It threw, ran too long, or ended the JVM.
        ///
        /// @param how what happened, as a clause
        record Failed(String how, String output) implements Result {}
    }
}
