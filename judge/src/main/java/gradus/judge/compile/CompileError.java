package gradus.judge.compile;

/// What the compiler or the contract objects to.
///
/// @param path of the source; empty if it is about none
/// @param line from 1; 0 if unknown
/// @param column from 1; 0 if unknown
/// @param message the compiler's own words, or ours
/// @param explanation the same in plain words; empty where we have none
public record CompileError(String path, int line, int column, String message, String explanation) {

    /// About a whole file.
    public static CompileError inFile(String path, String message) {
        return new CompileError(path, 1, 1, message, "");
    }
}
