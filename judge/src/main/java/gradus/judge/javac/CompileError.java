package gradus.judge.javac;

/// An error reported by the compiler or by the contract of a part.
///
/// @param path of the source; empty if the error isn't about a source
/// @param line from 1; 0 if unknown
/// @param column from 1; 0 if unknown
/// @param message the compiler's message, or ours
/// @param explanation of the message, for beginners; empty if we have none
public record CompileError(String path, int line, int column, String message, String explanation) {

    /// An error about a whole file.
    public static CompileError inFile(String path, String message) {
        return new CompileError(path, 1, 1, message, "");
    }
}
