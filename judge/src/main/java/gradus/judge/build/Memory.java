package gradus.judge.build;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/// The compiler's view of files: sources and classes in memory, the rest through a file manager that keeps what
/// it has read of jars. Nothing is ever written to disk.
final class Memory extends ForwardingJavaFileManager<JavaFileManager> {

    private final Map<String, byte[]> given;
    private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

    /// @param given compiled classes that sources may use besides those on the class path
    Memory(StandardJavaFileManager files, Map<String, byte[]> given) {
        super(files);
        this.given = given;
    }

    /// What the compiler wrote, by binary name.
    Map<String, byte[]> classes() {
        var classes = new HashMap<String, byte[]>();
        written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        return classes;
    }

    static JavaFileObject source(String path, String text) {
        return new Text(path, text);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        return new Output(className, written.computeIfAbsent(className, _ -> new ByteArrayOutputStream()));
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        Iterable<JavaFileObject> found = super.list(location, packageName, kinds, recurse);
        if (location != StandardLocation.CLASS_PATH || !kinds.contains(JavaFileObject.Kind.CLASS) || given.isEmpty()) {
            return found;
        }
        var all = new ArrayList<JavaFileObject>();
        found.forEach(all::add);
        given.forEach((name, bytes) -> {
            if (packageOf(name).equals(packageName)) {
                all.removeIf(file -> name.equals(inferBinaryName(location, file)));
                all.add(new Given(name, bytes));
            }
        });
        return List.copyOf(all);
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof Given own ? own.className : super.inferBinaryName(location, file);
    }

    /// The standard manager refuses to be asked about files that it does not know.
    @Override
    public boolean contains(Location location, FileObject file) throws IOException {
        return file instanceof Given ? location == StandardLocation.CLASS_PATH : super.contains(location, file);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a.equals(b);
    }

    private static String packageOf(String className) {
        int dot = className.lastIndexOf('.');
        return dot < 0 ? "" : className.substring(0, dot);
    }

    private static URI uri(String path) {
        return URI.create("memory:///" + path.replace("%", "%25").replace(" ", "%20"));
    }

    private static final class Text extends SimpleJavaFileObject {

        private final String text;

        Text(String path, String text) {
            super(uri(path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Given extends SimpleJavaFileObject {

        private final String className;
        private final byte[] bytes;

        Given(String className, byte[] bytes) {
            super(uri(className.replace('.', '/') + ".class"), Kind.CLASS);
            this.className = className;
            this.bytes = bytes;
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(bytes);
        }
    }

    private static final class Output extends SimpleJavaFileObject {

        private final ByteArrayOutputStream bytes;

        Output(String className, ByteArrayOutputStream bytes) {
            super(uri(className.replace('.', '/') + ".class"), Kind.CLASS);
            this.bytes = bytes;
        }

        @Override
        public OutputStream openOutputStream() {
            bytes.reset();
            return bytes;
        }
    }
}
