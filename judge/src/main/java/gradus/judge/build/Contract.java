package gradus.judge.build;

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

/// What a part promises to the rest: every member of the library's own class that others may call. A learner's
/// class that takes its place must keep all of them, or the others could not be linked.
public final class Contract {

    private final Map<String, byte[]> reference;
    private final Map<String, byte[]> users;
    private final Map<String, Map<Member.Key, TreeSet<String>>> neededOf = new ConcurrentHashMap<>();

    /// @param reference the classes as the library, or the lab, has them
    /// @param users compiled checks
    public Contract(Map<String, byte[]> reference, Map<String, byte[]> users) {
        this.reference = Map.copyOf(reference);
        this.users = Map.copyOf(users);
    }

    /// What `submitted` lacks of the part `outer`: one complaint for each member that is gone or changed.
    ///
    /// @param path the learner's source of the part
    public List<Complaint> broken(String outer, String path, Map<String, byte[]> submitted) {
        var complaints = new ArrayList<Complaint>();
        Map<Member.Key, TreeSet<String>> needed = neededOf.computeIfAbsent(outer, this::needed);
        Library.family(reference, outer).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> {
                    ClassModel own = ClassFile.of().parse(entry.getValue());
                    byte[] theirs = submitted.get(entry.getKey());
                    if (theirs != null) {
                        ClassModel given = ClassFile.of().parse(theirs);
                        kind(own, given, path, complaints);
                        members(own, given, path, needed, complaints);
                    } else if (isNamed(entry.getKey()) && (isPublic(own) || mentions(needed, entry.getKey()))) {
                        complaints.add(Complaint.of(
                                path,
                                "the nested class " + simple(outer) + "." + simple(entry.getKey())
                                        + " is gone. Put it back as the starter has it."));
                    }
                });
        return complaints;
    }

    private static void kind(ClassModel own, ClassModel given, String path, List<Complaint> complaints) {
        String name = simple(own.thisClass().asInternalName());
        if (isPublic(own) && !isPublic(given)) {
            complaints.add(Complaint.of(path, "the class " + name + " must be public, as in the starter."));
        }
        if (!supertypes(given).containsAll(supertypes(own))) {
            complaints.add(Complaint.of(
                    path,
                    "the class " + name + " no longer extends or implements all that the starter has: "
                            + supertypes(own).stream().map(Contract::simple).collect(Collectors.joining(", ")) + "."));
        }
    }

    private static void members(
            ClassModel own,
            ClassModel given,
            String path,
            Map<Member.Key, TreeSet<String>> needed,
            List<Complaint> complaints) {
        Map<Member.Key, Member> present = Member.of(given).collect(Collectors.toMap(Member::key, Function.identity()));
        Member.of(own)
                .filter(member -> member.isPromised() || !member.isPrivate() && needed.containsKey(member.key()))
                .forEach(member -> {
                    Member kept = present.get(member.key());
                    if (kept == null || !member.isKeptBy(kept)) {
                        complaints.add(Complaint.of(path, sentence(member, kept, present, needed)));
                    } else if (!member.exceptions().equals(kept.exceptions())) {
                        complaints.add(Complaint.of(
                                path,
                                "`" + member.written() + "` must declare the same exceptions as in the starter."));
                    }
                });
    }

    private static String sentence(
            Member member,
            @Nullable Member kept,
            Map<Member.Key, Member> present,
            Map<Member.Key, TreeSet<String>> needed) {
        String name = simple(member.owner());
        String yours = kept != null
                ? "`" + kept.written() + "`"
                : present.values().stream()
                        .filter(other -> other.name().equals(member.name()))
                        .map(other -> "`" + other.written() + "`")
                        .sorted()
                        .collect(Collectors.joining(", "));
        String what = yours.isEmpty()
                ? "`" + member.written() + "` is missing from " + name + "."
                : "`" + member.written() + "` of " + name + " is changed: yours is " + yours + ".";
        TreeSet<String> users = needed.getOrDefault(member.key(), new TreeSet<>());
        String who = users.isEmpty()
                ? " It is part of what " + name + " promises to the rest of the library."
                : " It is needed by " + list(users) + ".";
        return what + who + " Put it back as the starter has it.";
    }

    /// Who refers to which member of `outer`, by the constant pools of everybody else.
    private Map<Member.Key, TreeSet<String>> needed(String outer) {
        var needed = new HashMap<Member.Key, TreeSet<String>>();
        for (Map<String, byte[]> classes : List.of(reference, users)) {
            classes.forEach((name, bytes) -> {
                if (!Library.outermost(name).equals(outer)) {
                    ClassFile.of().parse(bytes).constantPool().forEach(entry -> {
                        if (entry instanceof MemberRefEntry reference) {
                            String owner = reference.owner().asInternalName().replace('/', '.');
                            if (Library.outermost(owner).equals(outer)) {
                                var key = new Member.Key(
                                        owner,
                                        reference.name().stringValue(),
                                        reference.type().stringValue());
                                needed.computeIfAbsent(key, _ -> new TreeSet<>())
                                        .add(simple(Library.outermost(name)));
                            }
                        }
                    });
                }
            });
        }
        return needed;
    }

    private static boolean mentions(Map<Member.Key, TreeSet<String>> needed, String owner) {
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
