package gradus.judge.validate;

import gradus.judge.javac.CompileError;
import gradus.judge.support.CompiledLibrary;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Checks that a learner's class is binary compatible with the library's class that it replaces: it must keep
/// every member that other classes call, or those can't be linked. These members are the part's contract.
/// What nobody calls may be missing: the library may have got it after the learner's class was written.
public final class BinaryCompatibilityChecker {

    private final Map<String, byte[]> reference;
    private final Map<String, byte[]> callers;
    private final Map<String, Map<ClassMember.Key, TreeSet<String>>> requiredByPart = new ConcurrentHashMap<>();

    /// @param reference the classes of the library and the lab
    /// @param callers the classes that call them: checks, and those of the library and the lab that these
    ///     reach
    public BinaryCompatibilityChecker(Map<String, byte[]> reference, Map<String, byte[]> callers) {
        this.reference = Map.copyOf(reference);
        this.callers = Map.copyOf(callers);
    }

    /// The violations of the contract of the part `outer`: one for each member that is missing or changed.
    ///
    /// @param path the learner's source of the part
    public List<CompileError> violations(String outer, String path, Map<String, byte[]> submitted) {
        var errors = new ArrayList<CompileError>();
        Map<ClassMember.Key, TreeSet<String>> required = requiredByPart.computeIfAbsent(outer, this::requiredMembers);
        CompiledLibrary.withNestedClasses(reference, outer).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> {
                    ClassModel own = ClassFile.of().parse(entry.getValue());
                    byte[] submittedClass = submitted.get(entry.getKey());
                    if (submittedClass != null) {
                        ClassModel given = ClassFile.of().parse(submittedClass);
                        kind(own, given, path, errors);
                        members(own, given, path, required, errors);
                    } else if (isNamed(entry.getKey()) && mentions(required, entry.getKey())) {
                        errors.add(CompileError.inFile(
                                path,
                                "the nested class " + simple(outer) + "." + simple(entry.getKey())
                                        + " is gone. Restore it as in the starter."));
                    }
                });
        return errors;
    }

    private static void kind(ClassModel own, ClassModel given, String path, List<CompileError> errors) {
        String name = simple(own.thisClass().asInternalName());
        if (isPublic(own) && !isPublic(given)) {
            errors.add(CompileError.inFile(path, "the class " + name + " must be public, as in the starter."));
        }
        if (!supertypes(given).containsAll(supertypes(own))) {
            errors.add(CompileError.inFile(
                    path,
                    "the class " + name + " no longer extends or implements what the starter does: "
                            + supertypes(own).stream()
                                    .map(BinaryCompatibilityChecker::simple)
                                    .collect(Collectors.joining(", "))
                            + "."));
        }
    }

    private static void members(
            ClassModel own,
            ClassModel given,
            String path,
            Map<ClassMember.Key, TreeSet<String>> required,
            List<CompileError> errors) {
        Map<ClassMember.Key, ClassMember> present =
                ClassMember.of(given).collect(Collectors.toMap(ClassMember::key, Function.identity()));
        ClassMember.of(own)
                .filter(member -> !member.isPrivate() && required.containsKey(member.key()))
                .forEach(member -> {
                    ClassMember kept = present.get(member.key());
                    if (kept == null || !member.isCompatibleWith(kept)) {
                        errors.add(CompileError.inFile(path, message(member, kept, present, required)));
                    } else if (!member.exceptions().equals(kept.exceptions())) {
                        errors.add(CompileError.inFile(
                                path,
                                "`" + member.declaration() + "` must declare the same exceptions as in the starter."));
                    }
                });
    }

    private static String message(
            ClassMember member,
            @Nullable ClassMember kept,
            Map<ClassMember.Key, ClassMember> present,
            Map<ClassMember.Key, TreeSet<String>> required) {
        String name = simple(member.owner());
        String yours = kept != null
                ? "`" + kept.declaration() + "`"
                : present.values().stream()
                        .filter(other -> other.name().equals(member.name()))
                        .map(other -> "`" + other.declaration() + "`")
                        .sorted()
                        .collect(Collectors.joining(", "));
        String change = yours.isEmpty()
                ? "`" + member.declaration() + "` is missing from " + name + "."
                : "`" + member.declaration() + "` of " + name + " is changed: yours is " + yours + ".";
        return change + " These classes need it: " + list(required.get(member.key()))
                + ". Restore it as in the starter.";
    }

    /// The members of `outer` that other classes refer to, with those classes, from their constant pools.
    private Map<ClassMember.Key, TreeSet<String>> requiredMembers(String outer) {
        var required = new HashMap<ClassMember.Key, TreeSet<String>>();
        callers.forEach((name, bytes) -> {
            if (!CompiledLibrary.topLevelName(name).equals(outer)) {
                ClassFile.of().parse(bytes).constantPool().forEach(entry -> {
                    if (entry instanceof MemberRefEntry reference) {
                        String owner = reference.owner().asInternalName().replace('/', '.');
                        if (CompiledLibrary.topLevelName(owner).equals(outer)) {
                            var key = new ClassMember.Key(
                                    owner,
                                    reference.name().stringValue(),
                                    reference.type().stringValue());
                            required.computeIfAbsent(key, _ -> new TreeSet<>())
                                    .add(simple(CompiledLibrary.topLevelName(name)));
                        }
                    }
                });
            }
        });
        return required;
    }

    private static boolean mentions(Map<ClassMember.Key, TreeSet<String>> required, String owner) {
        return required.keySet().stream().anyMatch(key -> key.owner().equals(owner));
    }

    private static List<String> supertypes(ClassModel type) {
        var all = new ArrayList<String>();
        type.superclass().ifPresent(parent -> all.add(parent.asInternalName()));
        type.interfaces().forEach(parent -> all.add(parent.asInternalName()));
        all.remove("java/lang/Object");
        return all;
    }

    private static boolean isPublic(ClassModel type) {
        return type.flags().has(AccessFlag.PUBLIC);
    }

    /// Whether the class isn't anonymous, like `Vector$1`.
    private static boolean isNamed(String className) {
        return !Character.isDigit(className.charAt(className.lastIndexOf('$') + 1));
    }

    private static String simple(String className) {
        return className.substring(className.replace('$', '.').replace('/', '.').lastIndexOf('.') + 1);
    }

    private static String list(TreeSet<String> names) {
        List<String> shown = names.stream().limit(3).toList();
        return String.join(", ", shown) + (names.size() > 3 ? " and " + (names.size() - 3) + " more" : "");
    }
}
