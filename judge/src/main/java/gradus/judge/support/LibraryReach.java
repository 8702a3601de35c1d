package gradus.judge.support;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Which classes of the library a program can reach: those that its classes refer to, those that these refer
/// to, and so on. A program never needs any other, so a growing library costs nothing to those who don't use
/// what is new.
///
/// References are those in constant pools and in the types of members. The library loads no class by its
/// name.
public final class LibraryReach {

    private static final Pattern TYPE = Pattern.compile("L([^;]+);");

    private final Map<String, byte[]> library;
    private final Map<String, Map<String, byte[]>> byTopLevel = new HashMap<>();
    private final Map<String, Set<String>> references = new ConcurrentHashMap<>();

    /// @param library its classes, by binary name
    public LibraryReach(Map<String, byte[]> library) {
        this.library = Map.copyOf(library);
        library.forEach((name, bytes) -> byTopLevel
                .computeIfAbsent(CompiledLibrary.topLevelName(name), _ -> new TreeMap<>())
                .put(name, bytes));
    }

    /// The top-level classes of the library that a program can reach.
    ///
    /// @param program compiled classes
    /// @param types binary names of top-level classes that it may use as well
    public SortedSet<String> of(Collection<byte[]> program, Collection<String> types) {
        var found = new TreeSet<String>();
        var open = new ArrayDeque<String>(types);
        program.forEach(bytes -> open.addAll(referencesOf(bytes)));
        while (!open.isEmpty()) {
            String type = open.pop();
            if (byTopLevel.containsKey(type) && found.add(type)) {
                open.addAll(references.computeIfAbsent(type, this::referencesOf));
            }
        }
        return found;
    }

    /// The classes of these top-level classes and the classes nested in them, by binary name.
    public Map<String, byte[]> classes(Collection<String> topLevel) {
        if (topLevel.size() == byTopLevel.size()) {
            return library;
        }
        var classes = new HashMap<String, byte[]>();
        topLevel.forEach(type -> classes.putAll(byTopLevel.getOrDefault(type, Map.of())));
        return Map.copyOf(classes);
    }

    private Set<String> referencesOf(String topLevel) {
        var all = new HashSet<String>();
        byTopLevel.get(topLevel).values().forEach(bytes -> all.addAll(referencesOf(bytes)));
        return Set.copyOf(all);
    }

    private Set<String> referencesOf(byte[] bytes) {
        ClassModel type = ClassFile.of().parse(bytes);
        var names = new HashSet<String>();
        for (PoolEntry entry : type.constantPool()) {
            switch (entry) {
                case ClassEntry named -> add(names, named.asInternalName());
                case NameAndTypeEntry member -> addTypes(names, member.type().stringValue());
                case MethodTypeEntry method ->
                    addTypes(names, method.descriptor().stringValue());
                default -> {}
            }
        }
        type.fields().forEach(field -> addTypes(names, field.fieldType().stringValue()));
        type.methods().forEach(method -> addTypes(names, method.methodType().stringValue()));
        names.retainAll(byTopLevel.keySet());
        return names;
    }

    private static void addTypes(Set<String> names, String descriptor) {
        TYPE.matcher(descriptor).results().forEach(found -> add(names, found.group(1)));
    }

    /// @param internal `gradus/ml/linalg/Vector$1`, or an array `[Lgradus/ml/linalg/Vector;`
    private static void add(Set<String> names, String internal) {
        if (internal.startsWith("[")) {
            addTypes(names, internal);
        } else {
            names.add(CompiledLibrary.topLevelName(internal.replace('/', '.')));
        }
    }
}
