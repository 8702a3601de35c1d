package gradus.judge.run;

import gradus.course.Cut;
import gradus.course.Source;
import gradus.course.Testing;
import gradus.course.cut.SolutionSources;
import gradus.judge.javac.Javac;
import gradus.judge.support.CompiledLibrary;
import gradus.judge.support.ContentHash;
import gradus.judge.support.DiskCache;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The implementations on which a learner's tests are run, compiled once for a lab of tests.
public final class Implementations {

    private final CompiledLibrary library;
    private final Javac javac;
    private final DiskCache onDisk;

    /// @param javac a compiler that sees library and proctor
    public Implementations(CompiledLibrary library, Javac javac, DiskCache onDisk) {
        this.library = library;
        this.javac = javac;
        this.onDisk = onDisk;
    }

    /// The classes of each implementation, in the order of the checks of `lab`: the library's own, the other
    /// right ones, the mutants.
    public List<Map<String, byte[]>> of(Testing lab) {
        var all = new ArrayList<Map<String, byte[]>>();
        var reference = new TreeMap<String, byte[]>();
        for (Cut cut : lab.subject()) {
            reference.putAll(library.withNestedClasses(cut.type()));
        }
        all.add(reference);
        var complete = SolutionSources.of(lab.subject(), lab.references());
        Stream.concat(lab.rightSolutions().stream(), lab.mutants().stream().map(Testing.Mutant::code))
                .map(code -> compiled(complete.complete(code)))
                .forEach(all::add);
        return all;
    }

    /// The classes of the test class that learners start from.
    public Map<String, byte[]> starter(Testing lab) {
        return compiled(List.of(lab.starter()));
    }

    /// The classes of sources of the course that use library and proctor.
    public Map<String, byte[]> compiled(List<Source> sources) {
        var texts = new TreeMap<String, String>();
        sources.forEach(source -> texts.put(source.path(), source.text()));
        String key = new ContentHash().add(library.hash()).addAll(texts).hex();
        return onDisk.get(key).orElseGet(() -> {
            Map<String, byte[]> classes = javac.compileOrThrow(texts, Map.of());
            onDisk.put(key, classes);
            return classes;
        });
    }
}
