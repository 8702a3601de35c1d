package gradus.course.read.lab;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewArrayTree;
import gradus.course.DidYouMean;
import gradus.course.Lab;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.JavaFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads which clauses of the contract the checks hold, and finds those that none holds.
final class ClauseReader {

    private final List<Lab.Clause> clauses;
    private final FaultCollector faults;
    private final Set<String> held = new HashSet<>();

    ClauseReader(List<Lab.Clause> clauses, FaultCollector faults) {
        this.clauses = clauses;
        this.faults = faults;
    }

    /// The ids in `@Clause(…)`.
    List<String> read(JavaFile file, AnnotationTree annotation) {
        int line = file.syntax().line(annotation);
        List<String> known = clauses.stream().map(Lab.Clause::id).toList();
        var ids = new ArrayList<String>();
        for (ExpressionTree value : values(annotation)) {
            if (!(value instanceof LiteralTree literal && literal.getValue() instanceof String id)) {
                faults.add(
                        file.path(),
                        line,
                        "@Clause takes the ids of clauses as texts, as in @Clause(\"ties\"), not " + value + ".");
            } else if (known.contains(id)) {
                ids.add(id);
            } else if (!known.isEmpty()) {
                faults.add(
                        file.path(),
                        line,
                        "The check holds an unknown clause: \"" + id + "\"" + DidYouMean.hint(id, known));
            }
        }
        held.addAll(ids);
        return ids;
    }

    /// Reports each clause that no check holds.
    ///
    /// @param lab `lab.md`
    void reportUnheld(Path lab) {
        clauses.stream()
                .filter(clause -> !held.contains(clause.id()))
                .forEach(clause -> faults.add(
                        lab,
                        clause.line(),
                        "No check holds the clause \"" + clause.id() + "\"; write @Clause(\"" + clause.id()
                                + "\") on a check that fails where the clause is broken."));
    }

    private static List<? extends ExpressionTree> values(AnnotationTree annotation) {
        if (annotation.getArguments().isEmpty()) {
            return List.of();
        }
        ExpressionTree argument = annotation.getArguments().getFirst();
        ExpressionTree value = argument instanceof AssignmentTree named ? named.getExpression() : argument;
        return value instanceof NewArrayTree array ? array.getInitializers() : List.of(value);
    }
}
