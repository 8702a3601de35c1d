package gradus.judge.validate;

import gradus.judge.compile.CompileError;
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

/// What a part promises to the rest: every member of the library's own class that others may call. A
/// learner's class that takes its place must keep all of them, or the others could not be linked.
public final class PartContract {

    private final Map<String, byte[]> reference;
    private final Map<String, byte[]> callers;
    private final Map<String, Map<ClassMember.Key, TreeSet<String>>> requiredByPart = new ConcurrentHashMap<>();

    /// @param reference the classes as the library, or the lab, has them
    /// @param callers compiled checks
    public PartContract(Map<String, byte[]> reference, Map<String, byte[]> callers) {
        this.reference = Map.copyOf(reference);
        this.callers = Map.copyOf(callers);
    }

    /// What `submitted` lacks of the part `outer`: one complaint for each member that is gone or changed.
    ///
    /// @param path the learner's source of the part
    public List<CompileError> violations(String outer, String path, Map<String, byte[]> submitted) {
        var complaints = new ArrayList<CompileError>();
        Map<ClassMember.Key, TreeSet<String>> needed = requiredByPart.computeIfAbsent(outer, this::requiredMembers);
        CompiledLibrary.withNestedClasses(reference, outer).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> {
                    ClassModel own = ClassFile.of().parse(entry.getValue());
                    byte[] theirs = submitted.get(entry.getKey());
                    if (theirs != null) {
                        ClassModel given = ClassFile.of().parse(theirs);
                        kind(own, given, path, complaints);
                        members(own, given, path, needed, complaints);
                    } else if (isNamed(entry.getKey()) && (isPublic(own) || mentions(needed, entry.getKey()))) {
                        complaints.add(CompileError.inFile(
                                path,
                                "the nested class " + simple(outer) + "." + simple(entry.getKey())
                                        + " is gone. Put it back as the starter has it."));
                    }
                });
        return complaints;
    }

    private static void kind(ClassModel own, ClassModel given, String path, List<CompileError> complaints) {
        String name = simple(own.thisClass().asInternalName());
        if (isPublic(own) && !isPublic(given)) {
            complaints.add(CompileError.inFile(path, "the class " + name + " must be public, as in the starter."));
        }
        if (!supertypes(given).containsAll(supertypes(own))) {
            complaints.add(CompileError.inFile(
                    path,
                    "the class " + name + " no longer extends or implements all that the starter has: "
                            + supertypes(own).stream().map(PartContract::simple).collect(Collectors.joining(", "))
                            + "."));
        }
    }

    private static void members(
            ClassModel own,
            ClassModel given,
            String path,
            Map<ClassMember.Key, TreeSet<String>> needed,
            List<CompileError> complaints) {
        Map<ClassMember.Key, ClassMember> present =
                ClassMember.of(given).collect(Collectors.toMap(ClassMember::key, Function.identity()));
        ClassMember.of(own)
                .filter(classMember -> classMember.isPublicOrProtected()
                        || !classMember.isPrivate() && needed.containsKey(classMember.key()))
                .forEach(classMember -> {
                    ClassMember kept = present.get(classMember.key());
                    if (kept == null || !classMember.isCompatibleWith(kept)) {
                        complaints.add(CompileError.inFile(path, message(classMember, kept, present, needed)));
                    } else if (!classMember.exceptions().equals(kept.exceptions())) {
                        complaints.add(CompileError.inFile(
                                path,
                                "`" + classMember.declaration()
                                        + "` must declare the same exceptions as in the starter."));
                    }
                });
    }

    private static String message(
            ClassMember classMember,
            @Nullable ClassMember kept,
            Map<ClassMember.Key, ClassMember> present,
            Map<ClassMember.Key, TreeSet<String>> needed) {
        String name = simple(classMember.owner());
        String yours = kept != null
                ? "`" + kept.declaration() + "`"
                : present.values().stream()
                        .filter(other -> other.name().equals(classMember.name()))
                        .map(other -> "`" + other.declaration() + "`")
                        .sorted()
                        .collect(Collectors.joining(", "));
        String what = yours.isEmpty()
                ? "`" + classMember.declaration() + "` is missing from " + name + "."
                : "`" + classMember.declaration() + "` of " + name + " is changed: yours is " + yours + ".";
        TreeSet<String> users = needed.getOrDefault(classMember.key(), new TreeSet<>());
        String who = users.isEmpty()
                ? " It is part of what " + name + " promises to the rest of the library."
                : " It is needed by " + list(users) + ".";
        return what + who + " Put it back as the starter has it.";
    }

    /// Who refers to which member of `outer`, by the constant pools of everybody else.
    private Map<ClassMember.Key, TreeSet<String>> requiredMembers(String outer) {
        var needed = new HashMap<ClassMember.Key, TreeSet<String>>();
        for (Map<String, byte[]> classes : List.of(reference, callers)) {
            classes.forEach((name, bytes) -> {
                if (!CompiledLibrary.topLevelName(name).equals(outer)) {
                    ClassFile.of().parse(bytes).constantPool().forEach(entry -> {
                        if (entry instanceof MemberRefEntry reference) {
                            String owner = reference.owner().asInternalName().replace('/', '.');
                            if (CompiledLibrary.topLevelName(owner).equals(outer)) {
                                var key = new ClassMember.Key(
                                        owner,
                                        reference.name().stringValue(),
                                        reference.type().stringValue());
                                needed.computeIfAbsent(key, _ -> new TreeSet<>())
                                        .add(simple(CompiledLibrary.topLevelName(name)));
                            }
                        }
                    });
                }
            });
        }
        return needed;
    }

    private static boolean mentions(Map<ClassMember.Key, TreeSet<String>> needed, String owner) {
        return needed.keySet().stream().anyMatch(key -> key.owner().equals(owner));
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

    /// Not an anonymous class, `Vector$1`.
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
