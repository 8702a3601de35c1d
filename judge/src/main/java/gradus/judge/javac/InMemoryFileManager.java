package gradus.judge.javac;

import gradus.judge.support.CompiledLibrary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/// A file manager for the compiler that keeps sources and classes in memory, and delegates the rest to a
/// standard file manager that caches jars. It never writes to disk.
final class InMemoryFileManager extends ForwardingJavaFileManager<StandardJavaFileManager> {

    private final Map<String, byte[]> classes;
    private final Map<String, List<JavaFileObject>> byPackage = new HashMap<>();
    private final Set<String> read = new HashSet<>();
    private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

    /// @param library compiled classes that sources can use in addition to the class path
    /// @param providedClasses more classes, which replace those of the library with the same name
    InMemoryFileManager(
            StandardJavaFileManager files, Map<String, byte[]> library, Map<String, byte[]> providedClasses) {
        super(files);
        this.classes = new HashMap<>(library);
        classes.putAll(providedClasses);
        classes.forEach((name, bytes) -> byPackage
                .computeIfAbsent(packageOf(name), _ -> new ArrayList<>())
                .add(new ProvidedClass(name, bytes)));
    }

    StandardJavaFileManager standardFileManager() {
        return fileManager;
    }

    /// The classes that the compiler wrote, by binary name.
    Map<String, byte[]> compiledClasses() {
        var compiled = new HashMap<String, byte[]>();
        written.forEach((name, bytes) -> compiled.put(name, bytes.toByteArray()));
        return compiled;
    }

    /// Forgets the classes that were written, not those that were read.
    void clear() {
        written.clear();
    }

    /// Whether the compiler has read a class that refers to one whose source is at one of `paths`. Its
    /// symbols then refer to that source, which the next compilation replaces.
    boolean hasReadDependentsOf(Set<String> paths) {
        return paths.stream().anyMatch(path -> {
            String type = path.substring(0, path.length() - ".java".length());
            byte[] name = type.getBytes(StandardCharsets.UTF_8);
            return read.stream()
                    .filter(user -> !CompiledLibrary.topLevelName(user)
                            .replace('.', '/')
                            .equals(type))
                    .anyMatch(user -> containsBytes(classes.get(user), name));
        });
    }

    private static boolean containsBytes(byte[] bytes, byte[] part) {
        for (int i = 0; i <= bytes.length - part.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    static JavaFileObject source(String path, String text) {
        return new SourceFile(path, text);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        return new OutputClass(className, written.computeIfAbsent(className, _ -> new ByteArrayOutputStream()));
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        Iterable<JavaFileObject> found = super.list(location, packageName, kinds, recurse);
        List<JavaFileObject> own = location == StandardLocation.CLASS_PATH && kinds.contains(JavaFileObject.Kind.CLASS)
                ? byPackage.getOrDefault(packageName, List.of())
                : List.of();
        if (own.isEmpty()) {
            return found;
        }
        var all = new ArrayList<>(own);
        found.forEach(file -> {
            if (!classes.containsKey(inferBinaryName(location, file))) {
                all.add(file);
            }
        });
        return List.copyOf(all);
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof ProvidedClass own ? own.className : super.inferBinaryName(location, file);
    }

    /// The standard manager throws for files that it doesn't know.
    @Override
    public boolean contains(Location location, FileObject file) throws IOException {
        return file instanceof ProvidedClass ? location == StandardLocation.CLASS_PATH : super.contains(location, file);
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

    private static final class SourceFile extends SimpleJavaFileObject {

        private final String text;

        SourceFile(String path, String text) {
            super(uri(path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private final class ProvidedClass extends SimpleJavaFileObject {

        private final String className;
        private final byte[] bytes;

        ProvidedClass(String className, byte[] bytes) {
            super(uri(className.replace('.', '/') + ".class"), Kind.CLASS);
            this.className = className;
            this.bytes = bytes;
        }

        @Override
        public InputStream openInputStream() {
            read.add(className);
            return new ByteArrayInputStream(bytes);
        }
    }

    private static final class OutputClass extends SimpleJavaFileObject {

        private final ByteArrayOutputStream bytes;

        OutputClass(String className, ByteArrayOutputStream bytes) {
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
