package gradus.judge.process;

import gradus.judge.compile.CallSites;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The proctor's module for an image.
final class ProctorModule {

    private static final String CLASS = ".class";

    private ProctorModule() {}

    /// Writes the module to a folder, without code that the JVM would have to generate in every worker.
    ///
    /// @param module a jar or a folder of classes
    static void write(Path module, Path folder) throws IOException {
        if (Files.isDirectory(module)) {
            writeFrom(module, folder);
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(module)) {
            writeFrom(jar.getPath("/"), folder);
        }
    }

    private static void writeFrom(Path root, Path folder) throws IOException {
        Map<String, byte[]> files = read(root);
        Map<String, byte[]> classes = files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(CLASS) && !file.getKey().equals("module-info.class"))
                .collect(Collectors.toMap(file -> className(file.getKey()), Map.Entry::getValue));
        new CallSites(classes)
                .replace(classes)
                .forEach((name, bytes) -> files.put(name.replace('.', '/') + CLASS, bytes));
        for (var file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }

    private static Map<String, byte[]> read(Path root) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static String className(String file) {
        return file.substring(0, file.length() - CLASS.length()).replace('/', '.');
    }
}
