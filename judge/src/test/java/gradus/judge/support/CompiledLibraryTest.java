package gradus.judge.support;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompiledLibraryTest {

    private static final Map<String, byte[]> CLASSES =
            Map.of("a/A.class", new byte[] {1, 2, 3}, "a/A$B.class", new byte[] {4}, "module-info.class", new byte[9]);

    @TempDir
    Path folder;

    @Test
    @DisplayName("a jar and a folder of the same classes have the same content and hash")
    void jarsAndFolders() throws IOException {
        Path jar = jar("one.jar", CLASSES);
        Path unpacked = folder.resolve("classes");
        for (var file : CLASSES.entrySet()) {
            Path target = unpacked.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
        CompiledLibrary library = CompiledLibrary.read(jar);
        assertEquals(Set.of("a.A", "a.A$B"), library.classes().keySet());
        assertArrayEquals(new byte[] {1, 2, 3}, library.classes().get("a.A"));
        assertEquals(library.hash(), CompiledLibrary.read(unpacked).hash());
        assertEquals(library.hash(), CompiledLibrary.hashOf(jar));
        assertEquals(library.hash(), CompiledLibrary.hashOf(unpacked));
    }

    @Test
    @DisplayName("a class that is changed, renamed or missing changes the hash")
    void changes() throws IOException {
        String before = CompiledLibrary.hashOf(jar("before.jar", CLASSES));
        byte[] a = CLASSES.get("a/A.class");
        for (Map<String, byte[]> other : List.of(
                Map.of("a/A.class", new byte[] {1, 2, 4}, "a/A$B.class", new byte[] {4}),
                Map.of("a/A.class", a, "a/A$C.class", new byte[] {4}),
                Map.of("a/A.class", a))) {
            assertNotEquals(before, CompiledLibrary.hashOf(jar("other.jar", other)));
        }
    }

    @Test
    @DisplayName("a file that is no jar is named")
    void notAJar() throws IOException {
        Path file = Files.writeString(folder.resolve("no.jar"), "text");
        String message = assertThrows(JudgeException.class, () -> CompiledLibrary.read(file))
                .getMessage();
        assertTrue(message.startsWith("the classes cannot be read at " + file), message);
    }

    private Path jar(String name, Map<String, byte[]> files) throws IOException {
        Path jar = folder.resolve(name);
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var file : files.entrySet()) {
                out.putNextEntry(new JarEntry(file.getKey()));
                out.write(file.getValue());
                out.closeEntry();
            }
        }
        return jar;
    }
}
