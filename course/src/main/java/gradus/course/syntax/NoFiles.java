package gradus.course.syntax;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;

/// A file manager of the compiler that knows no file. Parsing needs none, and making the platform's own takes
/// longer than parsing a class.
final class NoFiles implements JavaFileManager {

    static final JavaFileManager INSTANCE = new NoFiles();

    private NoFiles() {}

    @Override
    public ClassLoader getClassLoader(Location location) {
        return NoFiles.class.getClassLoader();
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) {
        return List.of();
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        throw new IllegalArgumentException("no location has the file " + file.getName());
    }

    @Override
    public boolean isSameFile(FileObject first, FileObject second) {
        return first.equals(second);
    }

    @Override
    public boolean handleOption(String option, Iterator<String> remaining) {
        return false;
    }

    @Override
    public int isSupportedOption(String option) {
        return -1;
    }

    @Override
    public boolean hasLocation(Location location) {
        return false;
    }

    @Override
    public JavaFileObject getJavaFileForInput(Location location, String className, JavaFileObject.Kind kind) {
        return noFile();
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        return noFile();
    }

    @Override
    public FileObject getFileForInput(Location location, String packageName, String relativeName) {
        return noFile();
    }

    @Override
    public FileObject getFileForOutput(Location location, String packageName, String relativeName, FileObject sibling) {
        return noFile();
    }

    private static <T extends FileObject> T noFile() {
        throw new UnsupportedOperationException("a source that is only parsed has no other files");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
