package gradus.judge.diagnose;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Map;

/// Finds non-final static fields, which keep their value from one call to the next.
public final class NonFinalStaticFields {

    private NonFinalStaticFields() {}

    /// The fields as `Vector.total`, sorted.
    public static List<String> find(Map<String, byte[]> classes) {
        return classes.values().stream()
                .map(bytes -> ClassFile.of().parse(bytes))
                .flatMap(type -> type.fields().stream()
                        .filter(field -> field.flags().has(AccessFlag.STATIC)
                                && !field.flags().has(AccessFlag.FINAL)
                                && !field.flags().has(AccessFlag.SYNTHETIC))
                        .map(field -> simple(type) + "." + field.fieldName().stringValue()))
                .sorted()
                .toList();
    }

    private static String simple(ClassModel type) {
        String name = type.thisClass().asInternalName();
        return name.substring(name.lastIndexOf('/') + 1).replace('$', '.');
    }
}
