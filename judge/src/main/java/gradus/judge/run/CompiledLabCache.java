package gradus.judge.run;

import gradus.course.Coding;
import gradus.course.Cut;
import gradus.course.LibraryUse;
import gradus.course.Source;
import gradus.course.cut.LibrarySources;
import gradus.judge.JudgePaths;
import gradus.judge.compile.CallSites;
import gradus.judge.javac.Javac;
import gradus.judge.support.CompiledLibrary;
import gradus.judge.support.ContentHash;
import gradus.judge.support.DiskCache;
import gradus.judge.support.JudgeException;
import gradus.judge.support.LibraryReach;
import gradus.judge.validate.BinaryCompatibilityChecker;
import gradus.judge.validate.UntaughtCalls;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// A cache of compiled labs, in memory and on disk, by the hash of their sources.
public final class CompiledLabCache {

    private final CompiledLibrary library;
    private final LibraryReach reach;
    private final List<Path> proctor;
    private final String proctorHash;
    private final Javac javac;
    private final DiskCache onDisk;
    private final Map<Key, CompiledLab> inMemory = new ConcurrentHashMap<>();

    /// @param reach of `library`
    /// @param javac a compiler that sees library and proctor
    public CompiledLabCache(CompiledLibrary library, LibraryReach reach, JudgePaths paths, Javac javac) {
        this.library = library;
        this.reach = reach;
        this.proctor = paths.proctor();
        var hash = new ContentHash();
        proctor.forEach(module -> hash.add(CompiledLibrary.hashOf(module)));
        this.proctorHash = hash.hex();
        this.javac = javac;
        this.onDisk = new DiskCache(paths.cache().resolve("checks"));
    }

    private record Key(String hash, List<Cut> cuts, LibraryUse libraryUse) {}

    public CompiledLab get(Coding lab) {
        Map<String, String> checks = new TreeMap<>();
        for (Source source : lab.checkSources()) {
            checks.put(source.path(), source.text());
        }
        Map<String, String> own = labSources(lab);
        String hash = new ContentHash()
                .add(library.hash())
                .add(proctorHash)
                .addAll(own)
                .add("checks without generated code")
                .addAll(checks)
                .hex();
        return inMemory.computeIfAbsent(
                new Key(hash, lab.cuts(), lab.libraryUse()), _ -> compile(lab, hash, own, checks));
    }

    private CompiledLab compile(Coding lab, String hash, Map<String, String> own, Map<String, String> checks) {
        Map<String, byte[]> ownClasses =
                own.isEmpty() ? Map.of() : getOrCompile(hash + "-own", () -> javac.compileOrThrow(own, Map.of()));
        Map<String, byte[]> checkClasses =
                checks.isEmpty() ? Map.of() : getOrCompile(hash, () -> checkClasses(checks, ownClasses));
        var reference = new TreeMap<>(library.classes());
        reference.putAll(ownClasses);
        Map<String, byte[]> reachable = reachable(lab, ownClasses, checkClasses);
        var callers = new TreeMap<>(reachable);
        callers.putAll(ownClasses);
        callers.putAll(checkClasses);
        return new CompiledLab(
                library,
                reach,
                reachable,
                ownClasses,
                checkClasses,
                new BinaryCompatibilityChecker(reference, callers),
                new UntaughtCalls(
                        lab.libraryUse(), lab.cuts().stream().map(Cut::type).collect(Collectors.toSet()), reference),
                hash);
    }

    private Map<String, byte[]> reachable(
            Coding lab, Map<String, byte[]> ownClasses, Map<String, byte[]> checkClasses) {
        if (lab.libraryUse().allowsEverything()) {
            return library.classes();
        }
        var program = new ArrayList<>(ownClasses.values());
        program.addAll(checkClasses.values());
        var types = new ArrayList<>(lab.libraryUse().types());
        lab.cuts().forEach(cut -> types.add(cut.type()));
        return reach.classes(reach.of(program, types));
    }

    private Map<String, byte[]> checkClasses(Map<String, String> checks, Map<String, byte[]> ownClasses) {
        Map<String, byte[]> compiled = javac.compileOrThrow(checks, ownClasses);
        var known = new HashMap<String, byte[]>();
        proctor.forEach(module -> known.putAll(CompiledLibrary.read(module).classes()));
        known.putAll(library.classes());
        known.putAll(ownClasses);
        known.putAll(compiled);
        return new CallSites(known).replace(compiled);
    }

    private Map<String, byte[]> getOrCompile(String key, Supplier<Map<String, byte[]>> compilation) {
        return onDisk.get(key).orElseGet(() -> {
            Map<String, byte[]> classes = compilation.get();
            onDisk.put(key, classes);
            return classes;
        });
    }

    private static Map<String, String> labSources(Coding lab) {
        var sources = new TreeMap<String, String>();
        try {
            LibrarySources.ownSources(lab).forEach(source -> sources.put(source.path(), source.text()));
        } catch (UncheckedIOException e) {
            throw new JudgeException("the lab's own sources cannot be read beside " + lab.file(), e);
        }
        return sources;
    }
}
