package gradus.judge;

import gradus.course.Lab;
import gradus.judge.build.Contract;
import gradus.judge.build.Library;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What is compiled once for a lab.
///
/// @param own the lab's own sources as the course has them, compiled; empty for a lab that cuts the library
/// @param checks its checks, compiled
/// @param hash changes with the checks, the library, the lab's own sources and the proctor
record Kit(Library library, Map<String, byte[]> own, Map<String, byte[]> checks, Contract contract, String hash) {

    /// The names of all classes of the library and the lab.
    Set<String> referenceNames() {
        var names = new HashSet<>(library.classes().keySet());
        names.addAll(own.keySet());
        return names;
    }

    /// The lab's own classes other than those of `submitted`.
    Map<String, byte[]> ownBeside(Map<String, byte[]> submitted) {
        var rest = new TreeMap<>(own);
        rest.keySet()
                .removeIf(name -> submitted.keySet().stream()
                        .anyMatch(other -> Library.outermost(other).equals(Library.outermost(name))));
        return rest;
    }

    /// The classes that a right submission for `lab` would bring.
    Map<String, byte[]> reference(Lab lab) {
        var classes = new TreeMap<>(own);
        lab.cuts().forEach(cut -> classes.putAll(library.family(cut.type())));
        return classes;
    }
}
