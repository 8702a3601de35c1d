package gradus.proctor.worker;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Loads the learner's classes, the rest of the library, and the checks. They share one class loader, so that
/// a part can use package-private members.
final class LayerClassLoader extends ClassLoader {

    private final Map<String, byte[]> library;
    private final Map<String, byte[]> overrides = new HashMap<>();
    private final Set<String> replacedTypes = new HashSet<>();
    private final Set<String> defined = ConcurrentHashMap.newKeySet();
    private final Map<String, Boolean> lacking = new HashMap<>();

    LayerClassLoader(Map<String, byte[]> library, Map<String, byte[]> parts, Map<String, byte[]> clients) {
        super("course", LayerClassLoader.class.getClassLoader());
        this.library = library;
        overrides.putAll(parts);
        overrides.putAll(clients);
        parts.keySet().forEach(name -> replacedTypes.add(topLevelName(name)));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
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
