package gradus.judge;

import gradus.course.Lab;
import gradus.course.Source;
import gradus.judge.build.Breakdown;
import gradus.judge.build.Contract;
import gradus.judge.build.Hash;
import gradus.judge.build.Javac;
import gradus.judge.build.Library;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// Compiles what a lab brings along, once for the same content: kept in memory and on disk.
final class Kits {

    private final Library library;
    private final String proctor;
    private final Javac javac;
    private final Shelf shelf;
    private final Map<String, Kit> made = new ConcurrentHashMap<>();

    /// @param javac a compiler that sees library and proctor
    Kits(Library library, Toolbox toolbox, Javac javac) {
        this.library = library;
        this.proctor = toolbox.proctor().stream()
                .map(path -> Library.read(path).hash())
                .reduce(new Hash(), Hash::add, (a, b) -> a)
                .hex();
        this.javac = javac;
        this.shelf = new Shelf(toolbox.cache().resolve("checks"));
    }

    Kit of(Lab lab) {
        Map<String, String> checks = new TreeMap<>();
        for (Source source : lab.checkSources()) {
            checks.put(source.path(), source.text());
        }
        Map<String, String> own = own(lab);
        String hash = new Hash()
                .add(library.hash())
                .add(proctor)
                .addAll(own)
                .add("checks")
                .addAll(checks)
                .hex();
        return made.computeIfAbsent(hash, key -> make(key, own, checks));
    }

    private Kit make(String hash, Map<String, String> own, Map<String, String> checks) {
        Map<String, byte[]> ownClasses = own.isEmpty() ? Map.of() : compiled(hash + "-own", own, Map.of());
        Map<String, byte[]> checkClasses = checks.isEmpty() ? Map.of() : compiled(hash, checks, ownClasses);
        var reference = new TreeMap<>(library.classes());
        reference.putAll(ownClasses);
        return new Kit(library, ownClasses, checkClasses, new Contract(reference, checkClasses), hash);
    }

    private Map<String, byte[]> compiled(String key, Map<String, String> sources, Map<String, byte[]> given) {
        return shelf.get(key).orElseGet(() -> {
            Map<String, byte[]> classes = javac.classes(sources, given);
            shelf.put(key, classes);
            return classes;
        });
    }

    /// The sources beside `lab.md`, for a lab that cuts one of them.
    private static Map<String, String> own(Lab lab) {
        boolean cutsOwn = lab.cuts().stream().anyMatch(cut -> cut.type().startsWith("gradus.lab."));
        Path folder = lab.file().toAbsolutePath().getParent();
        if (!cutsOwn || folder == null) {
            return Map.of();
        }
        String type = lab.cuts().getFirst().type();
        String packagePath = type.substring(0, type.lastIndexOf('.') + 1).replace('.', '/');
        var sources = new TreeMap<String, String>();
        try (var files = Files.list(folder)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                sources.put(packagePath + file.getFileName(), Files.readString(file));
            }
        } catch (IOException | UncheckedIOException e) {
            throw new Breakdown("the lab's own sources cannot be read in " + folder, e);
        }
        return sources;
    }
}
