package gradus.course;

/// A Java source file.
///
/// @param path its path in a source folder: `gradus/ml/linalg/Vector.java`
/// @param className the binary name of its public class: `gradus.ml.linalg.Vector`
public record Source(String path, String className, String text) {

    /// The source of `className`, with the path that follows from its name.
    public static Source of(String className, String text) {
        return new Source(pathOf(className), className, text);
    }

    /// The path of the source of a class in a source folder.
    public static String pathOf(String className) {
        return className.replace('.', '/') + ".java";
    }

    public String simpleName() {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
