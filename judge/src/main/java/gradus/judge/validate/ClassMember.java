package gradus.judge.validate;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A field, method or constructor of a compiled class.
///
/// @param owner the binary name of its class
/// @param flags as in the class file
record ClassMember(String owner, String name, String descriptor, int flags, String exceptions) {

    /// The key by which other classes refer to a member.
    record Key(String owner, String name, String descriptor) {}

    Key key() {
        return new Key(owner, name, descriptor);
    }

    static Stream<ClassMember> of(ClassModel type) {
        String owner = type.thisClass().asInternalName().replace('/', '.');
        Stream<ClassMember> fields = type.fields().stream().map(field -> of(owner, field));
        Stream<ClassMember> methods = type.methods().stream().map(method -> of(owner, method));
        return Stream.concat(fields, methods).filter(ClassMember::isInSource);
    }

    private static ClassMember of(String owner, FieldModel field) {
        return new ClassMember(
                owner,
                field.fieldName().stringValue(),
                field.fieldType().stringValue(),
                field.flags().flagsMask(),
                "");
    }

    private static ClassMember of(String owner, MethodModel method) {
        String exceptions = method.findAttribute(Attributes.exceptions())
                .map(thrown -> thrown.exceptions().stream()
                        .map(entry -> entry.asInternalName().replace('/', '.'))
                        .sorted()
                        .collect(Collectors.joining(",")))
                .orElse("");
        return new ClassMember(
                owner,
                method.methodName().stringValue(),
                method.methodType().stringValue(),
                method.flags().flagsMask(),
                exceptions);
    }

    /// Whether it's in the source: neither added by the compiler nor an initializer block.
    private boolean isInSource() {
        return (flags & AccessFlag.SYNTHETIC.mask()) == 0 && !name.equals("<clinit>");
    }

    boolean isPublicMethod() {
        return Modifier.isPublic(flags) && descriptor.startsWith("(") && !name.equals("<init>");
    }

    boolean isPrivate() {
        return Modifier.isPrivate(flags);
    }

    /// Whether `other` can replace this one: just as static, at least as visible, and not newly abstract.
    boolean isCompatibleWith(ClassMember other) {
        return Modifier.isStatic(flags) == Modifier.isStatic(other.flags)
                && visibility(other.flags) >= visibility(flags)
                && (!Modifier.isAbstract(other.flags) || Modifier.isAbstract(flags));
    }

    private static int visibility(int flags) {
        return Modifier.isPublic(flags) ? 3 : Modifier.isProtected(flags) ? 2 : Modifier.isPrivate(flags) ? 0 : 1;
    }

    /// Its declaration in source form: `public static Vector of(double[])`.
    String declaration() {
        String words = Set.of(Modifier.PUBLIC, Modifier.PROTECTED, Modifier.PRIVATE).stream()
                .filter(flag -> (flags & flag) != 0)
                .map(Modifier::toString)
                .collect(Collectors.joining(" "));
        String prefix = (words.isEmpty() ? "" : words + " ") + (Modifier.isStatic(flags) ? "static " : "");
        if (!descriptor.startsWith("(")) {
            return prefix + simple(ClassDesc.ofDescriptor(descriptor)) + " " + name;
        }
        var type = MethodTypeDesc.ofDescriptor(descriptor);
        String parameters =
                type.parameterList().stream().map(ClassMember::simple).collect(Collectors.joining(", ", "(", ")"));
        return name.equals("<init>")
                ? prefix + simpleOwner() + parameters
                : prefix + simple(type.returnType()) + " " + name + parameters;
    }

    private String simpleOwner() {
        return owner.substring(Math.max(owner.lastIndexOf('.'), owner.lastIndexOf('$')) + 1);
    }

    private static String simple(ClassDesc type) {
        String name = type.displayName();
        return name.substring(name.lastIndexOf('$') + 1);
    }
}
