package gradus.proctor.worker;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Loads the learner's classes, the rest of the library, and the checks. They share one class loader, so that
/// a part can use package-private members.
final class LayerClassLoader extends ClassLoader {

    private final Map<String, byte[]> library;
    private final Map<String, byte[]> overrides;
    private final Set<String> replacedTypes = new HashSet<>();
    private final Set<String> defined = ConcurrentHashMap.newKeySet();
    private final Map<String, Boolean> lacking = new HashMap<>();

    /// Types that parts will probably replace; until the parts are here, they can't be loaded.
    private Set<String> expectedTypes = Set.of();

    /// A loader without parts.
    LayerClassLoader(Map<String, byte[]> library, Map<String, byte[]> clients) {
        super("course", LayerClassLoader.class.getClassLoader());
        this.library = library;
        this.overrides = new HashMap<>(clients);
    }

    /// Loads classes ahead, but for those that parts will replace, or whose supertypes they will replace. None of them
    /// is linked or initialised.
    void loadAhead(Collection<String> classes, Set<String> partTypes) {
        expectedTypes = Set.copyOf(partTypes);
        for (String name : classes) {
            if (!partTypes.contains(topLevelName(name))) {
                try {
                    loadClass(name, false);
                } catch (ClassNotFoundException | LinkageError e) {
                    // It is loaded when it is needed.
                    continue;
                }
            }
        }
    }

    /// Lays the learner's classes over the library, before any of its code runs.
    void overlay(Map<String, byte[]> parts) {
        expectedTypes = Set.of();
        parts.forEach(overrides::putIfAbsent);
        replacedTypes.addAll(topLevelNames(parts));
    }

    /// The classes that it has defined.
    Set<String> definedClasses() {
        return Set.copyOf(defined);
    }

    /// Whether it has loaded classes that `parts` replace.
    boolean isTooLateFor(Map<String, byte[]> parts) {
        Set<String> types = topLevelNames(parts);
        return defined.stream().anyMatch(name -> types.contains(topLevelName(name)));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                if (expectedTypes.contains(topLevelName(name))) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = bytes(name);
                if (bytes == null) {
                    return super.loadClass(name, false);
                }
                loaded = defineClass(name, bytes, 0, bytes.length);
                defined.add(name);
            }
            return loaded;
        }
    }

    /// A class of library, lab or checks that this loader didn't define. Code in the same package can define
    /// a class before it is loaded, and so replace it for everybody.
    Optional<String> hijackedClass() {
        for (Map<String, byte[]> classes : List.of(library, overrides)) {
            for (String name : classes.keySet()) {
                if (findLoadedClass(name) != null && !defined.contains(name)) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }

    /// Whether the class file of `type` has no constant with this text. If the class was loaded elsewhere, no.
    boolean lacks(Class<?> type, String constant) {
        return lacking.computeIfAbsent(type.getName() + " " + constant, _ -> {
            byte[] bytes = bytes(type.getName());
            return bytes != null && !new String(bytes, StandardCharsets.ISO_8859_1).contains(constant);
        });
    }

    static Set<String> topLevelNames(Map<String, byte[]> classes) {
        return classes.keySet().stream().map(LayerClassLoader::topLevelName).collect(Collectors.toSet());
    }

    /// The bytes of a class. If a type is replaced, the library's class and its nested classes aren't used.
    private byte @Nullable [] bytes(String name) {
        byte[] bytes = overrides.get(name);
        return bytes != null || replacedTypes.contains(topLevelName(name)) ? bytes : library.get(name);
    }

    private static String topLevelName(String className) {
        int nested = className.indexOf('$');
        return nested < 0 ? className : className.substring(0, nested);
    }
}
