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

/// Defines the module layer above the proctor's, with up to three modules:
///
/// - `gradus.ml`, the library, with the learner's classes in place of those of the same name;
/// - `gradus.lab`, for labs with sources of their own;
/// - `gradus.checks`, the checks, a figure or a snippet. It is open to the proctor only, so the learner's
///   code can't look into the checks.
final class ModuleLayers {

    private static final String LIBRARY = "gradus.ml";
    private static final String VECTORS = "jdk.incubator.vector";
    private static final String LAB = "gradus.lab";
    private static final String CHECKS = "gradus.checks";

    private ModuleLayers() {}

    /// The class loader of all three modules. Classes without a package, as in compact source files, are in
    /// its unnamed module.
    static LayerClassLoader define(Job job) {
        LayerClassLoader loader = defineWithoutParts(job);
        loader.overlay(job.parts());
        return loader;
    }

    /// The same, for parts in the packages of those of `job`, which come later.
    static LayerClassLoader defineWithoutParts(Job job) {
        var loader = new LayerClassLoader(job.library(), job.clients());

        Set<String> labPackages = packages(job.parts().keySet().stream().filter(name -> name.startsWith(LAB + ".")));
        Set<String> libraryPackages =
                packages(job.parts().keySet().stream().filter(name -> !name.startsWith(LAB + ".")));
        libraryPackages.addAll(packages(job.library().keySet().stream()));
        Set<String> clientPackages = packages(job.clients().keySet().stream());

        var modules = new LinkedHashMap<String, ModuleDescriptor>();
        modules.put(LIBRARY, exporting(library(), libraryPackages));
        if (!labPackages.isEmpty()) {
            modules.put(LAB, exporting(ModuleDescriptor.newModule(LAB).requires(LIBRARY), labPackages));
        }
        if (!clientPackages.isEmpty()) {
            var checks = ModuleDescriptor.newModule(CHECKS)
                    .requires(LIBRARY)
                    .requires("gradus.proctor")
                    .requires("org.junit.jupiter.api");
            if (!labPackages.isEmpty()) {
                checks.requires(LAB);
            }
            clientPackages.forEach(name -> checks.opens(name, Set.of("gradus.proctor")));
            modules.put(CHECKS, checks.build());
        }

        ModuleLayer below = ModuleLayer.boot();
        Configuration configuration =
                below.configuration().resolve(new InMemoryModuleFinder(modules), ModuleFinder.of(), modules.keySet());
        ModuleLayer.defineModules(configuration, List.of(below), _ -> loader);
        return loader;
    }

    /// The library reads the module of the SIMD kernels if this JVM was started with it.
    private static ModuleDescriptor.Builder library() {
        var library = ModuleDescriptor.newModule(LIBRARY);
        return ModuleLayer.boot().findModule(VECTORS).isPresent() ? library.requires(VECTORS) : library;
    }

    private static ModuleDescriptor exporting(ModuleDescriptor.Builder module, Set<String> packages) {
        packages.forEach(module::exports);
        return module.build();
    }

    static Set<String> packages(Stream<String> classes) {
        return classes.filter(name -> name.indexOf('.') > 0)
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /// Finds modules that exist in memory only.
    private record InMemoryModuleFinder(Map<String, ModuleDescriptor> modules) implements ModuleFinder {

        @Override
        public Optional<ModuleReference> find(String name) {
            return Optional.ofNullable(modules.get(name)).map(InMemoryModule::new);
        }

        @Override
        public Set<ModuleReference> findAll() {
            return modules.values().stream().map(InMemoryModule::new).collect(Collectors.toSet());
        }
    }

    private static final class InMemoryModule extends ModuleReference {

        InMemoryModule(ModuleDescriptor descriptor) {
            super(descriptor, null);
        }

        @Override
        public ModuleReader open() throws IOException {
            throw new IOException(descriptor().name() + " has no content to read");
        }
    }
}
