package gradus.judge.run;

import gradus.course.Coding;
import gradus.judge.support.CompiledLibrary;
import gradus.judge.support.LibraryReach;
import gradus.judge.validate.BinaryCompatibilityChecker;
import gradus.judge.validate.UntaughtCalls;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/// The classes that are compiled once for a lab.
///
/// @param reach what can be reached of the library
/// @param reachable the library's classes that checks, cuts and permitted classes reach
/// @param labClasses the lab's own sources, compiled; empty for a lab that cuts the library
/// @param checkClasses its checks, compiled
/// @param hash of the checks, the library, the lab's own sources and the proctor
public record CompiledLab(
        CompiledLibrary library,
        LibraryReach reach,
        Map<String, byte[]> reachable,
        Map<String, byte[]> labClasses,
        Map<String, byte[]> checkClasses,
        BinaryCompatibilityChecker contract,
        UntaughtCalls untaughtCalls,
        String hash) {

    /// The same objects in each job aren't sent again to a child that has them.
    public CompiledLab {
        reachable = Map.copyOf(reachable);
        checkClasses = Map.copyOf(checkClasses);
    }

    /// All classes of the library and the lab.
    public Map<String, byte[]> reference() {
        if (labClasses.isEmpty()) {
            return library.classes();
        }
        var all = new TreeMap<>(library.classes());
        all.putAll(labClasses);
        return all;
    }

    /// The library's classes that the lab needs when `parts` replace its own. Nearly always the same object,
    /// which isn't sent again to a child that has it.
    public Map<String, byte[]> libraryFor(Map<String, byte[]> parts) {
        SortedSet<String> needed = reach.of(parts.values(), List.of());
        if (needed.stream().allMatch(reachable::containsKey)) {
            return reachable;
        }
        reachable.keySet().forEach(name -> needed.add(CompiledLibrary.topLevelName(name)));
        return reach.classes(needed);
    }

    /// The lab's own classes with `submitted`, which replaces some of them.
    public Map<String, byte[]> labClassesWith(Map<String, byte[]> submitted) {
        var rest = new TreeMap<>(labClasses);
        rest.keySet()
                .removeIf(name -> submitted.keySet().stream()
                        .anyMatch(other ->
                                CompiledLibrary.topLevelName(other).equals(CompiledLibrary.topLevelName(name))));
        rest.putAll(submitted);
        return rest;
    }

    /// The classes of the reference solution of `lab`.
    public Map<String, byte[]> referenceClasses(Coding lab) {
        var classes = new TreeMap<>(labClasses);
        lab.cuts().forEach(cut -> classes.putAll(library.withNestedClasses(cut.type())));
        return classes;
    }
}
