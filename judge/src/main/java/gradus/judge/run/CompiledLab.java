package gradus.judge.run;

import gradus.course.Lab;
import gradus.judge.support.CompiledLibrary;
import gradus.judge.validate.BinaryCompatibilityChecker;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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

    /// The names of all classes of the library and the lab.
    public Set<String> referenceClassNames() {
        var names = new HashSet<>(library.classes().keySet());
        names.addAll(labClasses.keySet());
        return names;
    }

    /// The lab's own classes without those that `submitted` replaces.
    public Map<String, byte[]> labClassesWithout(Map<String, byte[]> submitted) {
        var rest = new TreeMap<>(labClasses);
        rest.keySet()
                .removeIf(name -> submitted.keySet().stream()
                        .anyMatch(other ->
                                CompiledLibrary.topLevelName(other).equals(CompiledLibrary.topLevelName(name))));
        return rest;
    }

    /// The classes of the reference solution of `lab`.
    public Map<String, byte[]> referenceClasses(Lab lab) {
        var classes = new TreeMap<>(labClasses);
        lab.cuts().forEach(cut -> classes.putAll(library.withNestedClasses(cut.type())));
        return classes;
    }
}
