package gradus.judge.build;

/// What the compiler or the contract objects to.
///
/// @param path of the source; empty if it is about none
/// @param line from 1; 0 if unknown
/// @param column from 1; 0 if unknown
/// @param message the compiler's own words, or ours
/// @param plain the same in plain words; empty where we have none
public record Complaint(String path, int line, int column, String message, String plain) {

    /// About a whole file.
    static Complaint of(String path, String sentence) {
        return new Complaint(path, 1, 1, sentence, "");
    }
}
