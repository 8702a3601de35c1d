package gradus.course.measure;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreeScanner;
import gradus.course.Coding;
import gradus.course.Source;
import gradus.course.syntax.SyntaxTree;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells the kinds of a lab's checks apart by what they call, themselves or through methods of their class.
public final class CheckKinds {

    private static final Set<String> METAMORPHIC =
            Set.of("relations", "MetamorphicRelations", "Linearity", "isLinear", "areAdjoint");
    private static final Set<String> PROPERTY = Set.of("forAll", "Property", "new Random", "new SplittableRandom");
    private static final Set<String> PROBE = Set.of(
            "ModelProbes",
            "MemberProbes",
            "EqualityProbes",
            "TrainingProbes",
            "GradientAssertion",
            "gradient",
            "backward",
            "SampleAssertions",
            "Purity",
            "noAliasing",
            "sharesNoArray",
            "repeatable",
            "unaffectedBy",
            "seeded",
            "unchanged",
            "Growth");

    private CheckKinds() {}

    /// The kind of each check, by its id.
    public static Map<String, CheckKind> of(Coding lab) {
        var kinds = new LinkedHashMap<String, CheckKind>();
        for (Source source : lab.checkSources()) {
            Map<String, Set<String>> uses = uses(source);
            lab.checks().stream()
                    .filter(check -> check.className().endsWith(source.simpleName()))
                    .forEach(check -> kinds.put(check.id(), kind(reached(check.method(), uses))));
        }
        return kinds;
    }

    private static CheckKind kind(Set<String> names) {
        if (names.stream().anyMatch(METAMORPHIC::contains)) {
            return CheckKind.METAMORPHIC;
        } else if (names.stream().anyMatch(PROPERTY::contains)) {
            return CheckKind.PROPERTY;
        }
        return names.stream().anyMatch(PROBE::contains) ? CheckKind.PROBE : CheckKind.EXAMPLE;
    }

    private static Set<String> reached(String method, Map<String, Set<String>> uses) {
        var reached = new HashSet<String>();
        var open = new ArrayDeque<>(List.of(method));
        while (!open.isEmpty()) {
            for (String name : uses.getOrDefault(open.pop(), Set.of())) {
                if (reached.add(name)) {
                    open.add(name);
                }
            }
        }
        return reached;
    }

    /// The names that each method of a class uses.
    private static Map<String, Set<String>> uses(Source source) {
        var uses = new HashMap<String, Set<String>>();
        for (ClassTree type : SyntaxTree.parse(source).types()) {
            type.getMembers().stream()
                    .filter(MethodTree.class::isInstance)
                    .map(MethodTree.class::cast)
                    .forEach(method -> uses.computeIfAbsent(method.getName().toString(), _ -> new HashSet<>())
                            .addAll(names(method)));
        }
        return uses;
    }

    private static Set<String> names(MethodTree method) {
        var names = new HashSet<String>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
                names.add(tree.getName().toString());
                return null;
            }

            @Override
            public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void nothing) {
                names.add(tree.getName().toString());
                return super.visitMemberReference(tree, nothing);
            }

            @Override
            public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void nothing) {
                names.add("new " + tree.getIdentifier());
                return super.visitNewClass(tree, nothing);
            }
        }.scan(method.getBody(), null);
        return names;
    }
}
