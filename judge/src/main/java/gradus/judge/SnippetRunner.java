package gradus.judge;

/// Runs the small programs on a lesson's page: for the reader, upon the parts that are theirs; for the
/// author, to hold the page to what it says of their output.
public interface SnippetRunner extends AutoCloseable {

    /// Runs `source`, a compact source file (imports, methods, and a `main`), upon the library with `parts`
    /// in place of its own.
    Result run(String source, LearnerParts learnerParts);

    @Override
    void close();

    /// What came of a snippet.
    public sealed interface Result {

        /// It ended by itself.
        record Through(String output) implements Result {}

        /// @param line of the snippet, from 1; 0 if unknown
        record DidNotCompile(int line, String message) implements Result {}

        /// It threw, ran too long, or ended the JVM.
        ///
        /// @param how what happened, in words
        record Failed(String how, String output) implements Result {}
    }
}
