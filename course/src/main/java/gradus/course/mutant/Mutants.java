package gradus.course.mutant;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import gradus.course.Cut;
import gradus.course.Sha256;
import gradus.course.Source;
import gradus.course.syntax.CutCode;
import gradus.course.syntax.JavaTokens;
import gradus.course.syntax.Members;
import gradus.course.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes mutants of what a lab cuts: the cut members and the private methods that only these use.
public final class Mutants {

    /// The version of the operators. Whoever changes what mutants there are counts it up.
    public static final int VERSION = 2;

    private static final int WIDTH = 160;

    private final Source source;
    private final SyntaxTree syntax;
    private final CutCode cutCode;
    private final List<Mutant> found = new ArrayList<>();
    private final Set<Code> seen = new HashSet<>();
    private final Map<String, Integer> ids = new HashMap<>();

    private Mutants(Cut cut, Source source) {
        this.source = source;
        this.syntax = SyntaxTree.parse(source);
        this.cutCode = CutCode.of(cut, source, syntax);
    }

    /// A method with a change in it, or beside it.
    ///
    /// @param from where it begins in the source without the change
    private record Code(int from, List<String> tokens) {}

    /// All mutants of `source`, in the order of its members. Not all of them compile.
    ///
    /// @throws IllegalArgumentException if `source` lacks a cut member
    public static List<Mutant> of(Cut cut, Source source) {
        var mutants = new Mutants(cut, source);
        mutants.cutCode.types().forEach(mutants::add);
        return mutants.found;
    }

    private void add(String type, Members members) {
        List<Tree> lost = cutCode.orphanedMembers();
        boolean whole = cutCode.types().entrySet().stream()
                .filter(entry -> lost.contains(entry.getValue().type()))
                .anyMatch(entry -> type.equals(entry.getKey()) || type.startsWith(entry.getKey() + "."));
        members.all().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(method -> method.getBody() != null)
                .filter(method -> whole || cutCode.methods().contains(method) || lost.contains(method))
                .forEach(method -> add(label(type, members, method), new MethodCode(syntax, method, types(method))));
    }

    private VariableTypes types(MethodTree method) {
        return VariableTypes.in(method, cutCode.types().values());
    }

    private static String label(String type, Members members, MethodTree method) {
        String name = members.name(method);
        String parameters = members.methods(name).size() == 1
                ? ""
                : method.getParameters().stream()
                        .map(parameter -> Members.typeText(String.valueOf(parameter.getType())))
                        .collect(Collectors.joining(",", "(", ")"));
        return (type.isEmpty() ? "" : type + ".") + name + parameters;
    }

    /// Of two changes with the same result, the first counts.
    private void add(String member, MethodCode code) {
        seen.add(new Code(code.start(code.method()), JavaTokens.of(code.text(code.method()))));
        Stream.of(
                        new ApproximatingMutator(code),
                        new BenignMutator(code),
                        new HelperExtractor(code),
                        new OperatorMutator(code),
                        new StatementMutator(code),
                        new ArgumentMutator(code),
                        new FormulaMutator(code))
                .flatMap(mutator -> mutator.changes().stream())
                .forEach(change -> add(member, code, change));
    }

    private void add(String member, MethodCode code, Change change) {
        String mutated = change.applyTo(source.text());
        int from = change.edits().getFirst().from();
        int to = change.edits().stream().mapToInt(Change.Edit::to).max().orElse(from);
        int start = Math.min(from, code.start(code.method()));
        int end = Math.max(to, code.end(code.method()))
                + mutated.length()
                - source.text().length();
        if (!seen.add(new Code(start, JavaTokens.of(mutated.substring(start, end))))) {
            return;
        }
        found.add(new Mutant(
                id(member, change),
                change.kind(),
                member,
                change.operator(),
                syntax.lineAt(from + 1),
                lines(source.text(), from, to),
                lines(mutated, from, to + mutated.length() - source.text().length()),
                new Source(source.path(), source.className(), mutated)));
    }

    private String id(String member, Change change) {
        String replacements =
                change.edits().stream().map(Change.Edit::replacement).collect(Collectors.joining("|"));
        String id = member + "/" + change.operator() + "/"
                + Sha256.of(change.site() + "|" + String.join(" ", JavaTokens.of(replacements)))
                        .substring(0, 4);
        int ordinal = ids.merge(id, 1, Integer::sum);
        return ordinal == 1 ? id : id + "-" + ordinal;
    }

    /// The whole lines around a piece of text, as one line.
    private static String lines(String text, int from, int to) {
        int end = text.indexOf('\n', Math.max(from, to - 1));
        String line = text.substring(text.lastIndexOf('\n', from - 1) + 1, end < 0 ? text.length() : end)
                .strip()
                .replaceAll("\\s+", " ");
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
    }

    /// At most `most` mutants of each member, spread over the operators, always the same.
    public static List<Mutant> sample(List<Mutant> mutants, int most) {
        var chosen = new HashSet<Mutant>();
        mutants.stream()
                .collect(Collectors.groupingBy(Mutant::member))
                .values()
                .forEach(of -> chosen.addAll(spread(of).stream().limit(most).toList()));
        return mutants.stream().filter(chosen::contains).toList();
    }

    /// The first of each operator, then the second of each, and so on.
    private static List<Mutant> spread(List<Mutant> mutants) {
        var turns = new HashMap<String, Integer>();
        record Turn(int number, String order, Mutant mutant) {}
        return mutants.stream()
                .map(mutant -> new Turn(0, Sha256.of(mutant.id()), mutant))
                .sorted(Comparator.comparing(Turn::order))
                .map(turn ->
                        new Turn(turns.merge(turn.mutant().operator(), 1, Integer::sum), turn.order(), turn.mutant()))
                .sorted(Comparator.comparingInt(Turn::number).thenComparing(Turn::order))
                .map(Turn::mutant)
                .toList();
    }
}
