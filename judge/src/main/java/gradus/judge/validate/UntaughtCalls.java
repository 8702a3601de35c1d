package gradus.judge.validate;

import gradus.course.LibraryUse;
import gradus.course.MemberId;
import gradus.course.Source;
import gradus.judge.compile.PartLayout;
import gradus.judge.javac.CompileError;
import gradus.judge.support.CompiledLibrary;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds calls of library members that no lesson up to this one has built: they would do the learner's work.
///
/// A submission may call the JDK, the lab's own classes, what has been taught, and helpers that no lesson asks
/// for and the given code of the lab's classes calls: the starter shows how.
public final class UntaughtCalls {

    private static final int NAMES_SHOWN = 8;

    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

    private final LibraryUse libraryUse;
    private final Set<String> parts;
    private final Map<String, byte[]> reference;
    private final Set<String> allowed;

    /// @param parts the top-level classes that the lab cuts
    /// @param reference the classes of the library and the lab
    public UntaughtCalls(LibraryUse libraryUse, Set<String> parts, Map<String, byte[]> reference) {
        this.libraryUse = libraryUse;
        this.parts = Set.copyOf(parts);
        this.reference = reference;
        this.allowed = new HashSet<>(libraryUse.types());
        if (!libraryUse.allowsEverything()) {
            parts.forEach(part -> allowed.addAll(mentioned(part)));
        }
    }

    /// The top-level classes that members of `part` name in their declarations: the starter shows them.
    private Set<String> mentioned(String part) {
        return CompiledLibrary.withNestedClasses(reference, part).values().stream()
                .map(bytes -> ClassFile.of().parse(bytes))
                .filter(type -> !isPrivate(type))
                .flatMap(type -> Stream.concat(
                        type.interfaces().stream().map(entry -> entry.asInternalName()),
                        ClassMember.of(type)
                                .filter(member -> !member.isPrivate())
                                .flatMap(member -> types(member.descriptor()))))
                .map(name -> CompiledLibrary.topLevelName(name.replace('/', '.')))
                .collect(Collectors.toSet());
    }

    private static boolean isPrivate(ClassModel type) {
        return type.findAttribute(Attributes.innerClasses())
                .map(inner -> inner.classes().stream()
                        .anyMatch(
                                entry -> entry.innerClass().equals(type.thisClass()) && entry.has(AccessFlag.PRIVATE)))
                .orElse(false);
    }

    private static Stream<String> types(String descriptor) {
        Stream<ClassDesc> types = descriptor.startsWith("(")
                ? Stream.concat(
                        MethodTypeDesc.ofDescriptor(descriptor).parameterList().stream(),
                        Stream.of(MethodTypeDesc.ofDescriptor(descriptor).returnType()))
                : Stream.of(ClassDesc.ofDescriptor(descriptor));
        return types.map(type -> type.descriptorString().replace("[", ""))
                .filter(type -> type.startsWith("L"))
                .map(type -> type.substring(1, type.length() - 1));
    }

    /// The public classes of the library and the lab with this simple name, and whether a submission may call
    /// each.
    Map<String, Boolean> named(String simpleName) {
        return reference.keySet().stream()
                .filter(type -> type.endsWith("." + simpleName))
                .filter(type ->
                        ClassFile.of().parse(reference.get(type)).flags().has(AccessFlag.PUBLIC))
                .collect(Collectors.toMap(type -> type, this::mayCall, (a, _) -> a, TreeMap::new));
    }

    private boolean mayCall(String type) {
        return libraryUse.allowsEverything()
                || allowed.contains(type)
                || parts.contains(type)
                || type.startsWith("gradus.lab.");
    }

    /// One error for each untaught member, where the learner's code first uses it.
    ///
    /// @param classes the submission, compiled
    /// @param layouts which lines of its classes the learner wrote, by path
    /// @param exempt paths of the library's own sources
    public List<CompileError> find(Map<String, byte[]> classes, Map<String, PartLayout> layouts, Set<String> exempt) {
        if (libraryUse.allowsEverything()) {
            return List.of();
        }
        var given = new HashSet<ClassMember.Key>();
        var untaught = new ArrayList<PlacedUse>();
        classes.keySet().stream().sorted().forEach(name -> {
            String path = Source.pathOf(CompiledLibrary.topLevelName(name));
            if (exempt.contains(path)) {
                return;
            }
            PartLayout layout = layouts.get(path);
            for (MemberUse use : MemberUse.in(ClassFile.of().parse(classes.get(name)))) {
                if (layout != null && !layout.isLearners(use.line())) {
                    given.add(use.member());
                } else if (isUntaught(use)) {
                    untaught.add(new PlacedUse(path, use));
                }
            }
        });
        var errors = new LinkedHashMap<String, CompileError>();
        for (PlacedUse placed : untaught) {
            ClassMember.Key member = placed.use().member();
            if (!given.contains(member) || isOfALaterLesson(member)) {
                errors.putIfAbsent(
                        member.owner() + member.name(),
                        new CompileError(placed.path(), placed.use().line(), 1, message(member), ""));
            }
        }
        return List.copyOf(errors.values());
    }

    private record PlacedUse(String path, MemberUse use) {}

    private boolean isUntaught(MemberUse use) {
        String type = CompiledLibrary.topLevelName(use.member().owner());
        return reference.containsKey(type)
                && !parts.contains(type)
                && !type.startsWith("gradus.lab.")
                && (!allowed.contains(type) || isOfALaterLesson(use.member()));
    }

    private boolean isOfALaterLesson(ClassMember.Key member) {
        return isAmong(libraryUse.untaught(), member) && !isAmong(libraryUse.taught(), member);
    }

    private static boolean isAmong(Map<String, List<MemberId>> members, ClassMember.Key used) {
        String owner = used.owner();
        String type = CompiledLibrary.topLevelName(owner);
        String nested =
                owner.equals(type) ? "" : owner.substring(type.length() + 1).replace('$', '.');
        return members.getOrDefault(type, List.of()).stream().anyMatch(member -> isSame(member, nested, used));
    }

    private static boolean isSame(MemberId member, String nested, ClassMember.Key used) {
        if (member.isWholeType()) {
            return nested.equals(member.nested()) || nested.startsWith(member.nested());
        }
        return member.nested().equals(nested)
                && member.name().equals(used.name())
                && member.parameters()
                        .map(parameters -> used.descriptor().startsWith("(")
                                && parameters.equals(
                                        MethodTypeDesc.ofDescriptor(used.descriptor()).parameterList().stream()
                                                .map(type -> type.displayName().replace('$', '.'))
                                                .toList()))
                        .orElse(true);
    }

    private String message(ClassMember.Key member) {
        String owner = simple(member.owner());
        String name = member.name().equals("<init>") ? "new " + owner : owner + "." + member.name();
        if (allowed.contains(CompiledLibrary.topLevelName(member.owner()))) {
            String taught = taught(member.owner());
            String called = taught.contains("`" + member.name() + "(")
                    ? owner + "." + signature(member.name(), member.descriptor())
                    : name;
            return "`" + called + "` is to be written in a later lesson, so it can't do the work here."
                    + (taught.isEmpty() ? "" : " Of `" + owner + "` you may call " + taught + ".");
        }
        Set<String> names = allowed.stream()
                .filter(reference::containsKey)
                .filter(type -> !parts.contains(type))
                .map(UntaughtCalls::simple)
                .collect(Collectors.toCollection(TreeSet::new));
        String may = names.isEmpty()
                ? "the JDK and your own class"
                : "the JDK, your own class and what has been taught: "
                        + names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "))
                        + (names.size() > NAMES_SHOWN ? " and more" : "");
        return "`" + name + "` of the library hasn't been taught yet, so it can't do the work here. You may call " + may
                + ".";
    }

    /// The names of the public methods of the library's class `owner` that aren't of a later lesson; with their
    /// parameters if another method of the same name is.
    private String taught(String owner) {
        Map<Boolean, List<ClassMember>> ofALaterLesson = ClassMember.of(
                        ClassFile.of().parse(reference.get(owner)))
                .filter(ClassMember::isPublicMethod)
                .filter(method -> !OF_EVERY_OBJECT.contains(method.name()))
                .collect(Collectors.partitioningBy(method -> isOfALaterLesson(method.key())));
        Set<String> partly =
                ofALaterLesson.get(true).stream().map(ClassMember::name).collect(Collectors.toSet());
        return ofALaterLesson.get(false).stream()
                .map(method ->
                        partly.contains(method.name()) ? signature(method.name(), method.descriptor()) : method.name())
                .distinct()
                .sorted()
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", "));
    }

    private static String signature(String name, String descriptor) {
        return MethodTypeDesc.ofDescriptor(descriptor).parameterList().stream()
                .map(type -> type.displayName().replace('$', '.'))
                .collect(Collectors.joining(", ", name + "(", ")"));
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
    }
}
