package gradus.studio.author;

/// Runs a compact source file upon the library.
@FunctionalInterface
public interface Snippets {

    /// What `code` prints, or in one sentence why it does not run.
    Ran run(String code);

    /// What came of it.
    ///
    /// @param output what it printed
    /// @param failure why it did not compile or end well; empty if it did
    record Ran(String output, String failure) {}
}
