package gradus.proctor.worker;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Loads the learner's classes, the rest of the library, and what runs beside them: one loader, so that a part
/// may use what is private to its package.
final class LayerLoader extends ClassLoader {

    private final LibraryClasses library;
    private final Map<String, byte[]> given = new HashMap<>();

    LayerLoader(LibraryClasses library, Map<String, byte[]> parts, Map<String, byte[]> beside) {
        super("course", LayerLoader.class.getClassLoader());
        this.library = library;
        given.putAll(parts);
        given.putAll(beside);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                byte[] bytes = bytes(name);
                loaded = bytes == null ? super.loadClass(name, false) : defineClass(name, bytes, 0, bytes.length);
            }
            return loaded;
        }
    }

    private byte @Nullable [] bytes(String name) throws ClassNotFoundException {
        byte[] bytes = given.get(name);
        if (bytes != null) {
            return bytes;
        }
        try {
            return library.bytes(name);
        } catch (IOException e) {
            throw new ClassNotFoundException(name + " could not be read from the library", e);
        }
    }
}
