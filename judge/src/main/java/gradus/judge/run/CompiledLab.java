package gradus.judge.run;

import gradus.course.Lab;
import gradus.judge.support.CompiledLibrary;
import gradus.judge.validate.BinaryCompatibilityChecker;
import java.util.Map;
import java.util.TreeMap;

/// The classes that are compiled once for a lab.
///
/// @param labClasses the lab's own sources, compiled; empty for a lab that cuts the library
/// @param checkClasses its checks, compiled
/// @param hash of the checks, the library, the lab's own sources and the proctor
public record CompiledLab(
        CompiledLibrary library,
        Map<String, byte[]> labClasses,
        Map<String, byte[]> checkClasses,
        BinaryCompatibilityChecker contract,
        String hash) {

    /// All classes of the library and the lab.
    public Map<String, byte[]> reference() {
        if (labClasses.isEmpty()) {
            return library.classes();
        }
        var all = new TreeMap<>(library.classes());
        all.putAll(labClasses);
        return all;
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
    public Map<String, byte[]> referenceClasses(Lab lab) {
        var classes = new TreeMap<>(labClasses);
        lab.cuts().forEach(cut -> classes.putAll(library.withNestedClasses(cut.type())));
        return classes;
    }
}
