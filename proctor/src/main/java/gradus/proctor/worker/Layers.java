package gradus.proctor.worker;

import gradus.proctor.transcript.Job;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The module layer above the proctor's: `gradus.ml`, the library with the learner's classes in place of those
/// of the same name; `gradus.lab`, labs with a source of their own; `gradus.checks`, what runs beside them. The
/// last is open to the proctor alone, so the learner's code cannot look into the checks.
final class Layers {

    private static final String LIBRARY = "gradus.ml";
    private static final String LAB = "gradus.lab";
    private static final String BESIDE = "gradus.checks";

    private Layers() {}

    /// The loader of all three modules. Classes without a package, as compact source files make them, are in
    /// its unnamed module.
    static LayerLoader define(Job job) {
        var loader = new LayerLoader(job.library(), job.parts(), job.beside());

        Set<String> lab = packages(job.parts().keySet().stream().filter(name -> name.startsWith(LAB + ".")));
        Set<String> own = packages(job.parts().keySet().stream().filter(name -> !name.startsWith(LAB + ".")));
        own.addAll(packages(job.library().keySet().stream()));
        Set<String> beside = packages(job.beside().keySet().stream());

        var modules = new LinkedHashMap<String, ModuleDescriptor>();
        modules.put(LIBRARY, exporting(ModuleDescriptor.newModule(LIBRARY), own));
        if (!lab.isEmpty()) {
            modules.put(LAB, exporting(ModuleDescriptor.newModule(LAB).requires(LIBRARY), lab));
        }
        if (!beside.isEmpty()) {
            var checks = ModuleDescriptor.newModule(BESIDE)
                    .requires(LIBRARY)
                    .requires("gradus.proctor")
                    .requires("org.junit.jupiter.api");
            if (!lab.isEmpty()) {
                checks.requires(LAB);
            }
            beside.forEach(name -> checks.opens(name, Set.of("gradus.proctor")));
            modules.put(BESIDE, checks.build());
        }

        ModuleLayer below = ModuleLayer.boot();
        Configuration configuration =
                below.configuration().resolve(new Given(modules), ModuleFinder.of(), modules.keySet());
        ModuleLayer.defineModules(configuration, List.of(below), _ -> loader);
        return loader;
    }

    private static ModuleDescriptor exporting(ModuleDescriptor.Builder module, Set<String> packages) {
        packages.forEach(module::exports);
        return module.build();
    }

    private static Set<String> packages(Stream<String> classes) {
        return classes.filter(name -> name.indexOf('.') > 0)
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /// Finds modules that exist in memory only.
    private record Given(Map<String, ModuleDescriptor> modules) implements ModuleFinder {

        @Override
        public Optional<ModuleReference> find(String name) {
            return Optional.ofNullable(modules.get(name)).map(InMemory::new);
        }

        @Override
        public Set<ModuleReference> findAll() {
            return modules.values().stream().map(InMemory::new).collect(Collectors.toSet());
        }
    }

    private static final class InMemory extends ModuleReference {

        InMemory(ModuleDescriptor descriptor) {
            super(descriptor, null);
        }

        @Override
        public ModuleReader open() throws IOException {
            throw new IOException(descriptor().name() + " has no content to read");
        }
    }
}
