package gradus.course.scaffold;

import gradus.course.Cut;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes `lab.md` and the `wrong.md` of each wrong solution.
final class LabText {

    private final LessonTable table;
    private final Map<Cut, List<CutMember>> members;

    LabText(LessonTable table, Map<Cut, List<CutMember>> members) {
        this.table = table;
        this.members = members;
    }

    String lab() {
        var text = new StringBuilder("---\ncuts:\n");
        table.cuts()
                .forEach(cut -> lines(cut)
                        .forEach(line -> text.append("  - ").append(line).append('\n')));
        text.append("limits: { seconds: 10, megabytes: 256 }\n");
        text.append("data: [").append(String.join(", ", table.data())).append("]\n---\n");
        text.append("\n## Task {#task}\n\n").append(task());
        text.append("\n## Contract {#contract}\n\n").append(contract());
        text.append("\n## Hints {#hints}\n");
        byLabel()
                .forEach((label, all) -> text.append("\n### ")
                        .append(label)
                        .append(" {#")
                        .append(label)
                        .append("}\n\n")
                        .append(hints()));
        text.append("\n## Out of scope {#out-of-scope}\n\n");
        text.append(ToDo.comment("what no check tests, and what later lessons add"))
                .append('\n');
        return text.toString();
    }

    String wrong(String misconception) {
        return "---\nmisconception: " + misconception + "\n---\n\n" + hints();
    }

    /// A cut as `lab.md` writes it, a line for each class that declares members.
    private static List<String> lines(Cut cut) {
        var byType = new LinkedHashMap<String, StringBuilder>();
        cut.members().forEach(member -> {
            String type = cut.type() + (member.nested().isEmpty() ? "" : "." + member.nested());
            String own = member.toString()
                    .substring(member.nested().isEmpty() ? 0 : member.nested().length() + 1);
            byType.merge(
                    type, new StringBuilder(own), (all, more) -> all.append(',').append(more));
        });
        return byType.entrySet().stream()
                .map(entry -> ToDo.yaml(entry.getKey() + "#" + entry.getValue()))
                .toList();
    }

    private static String hints() {
        return ToDo.hints(
                "a question that makes the learner look",
                "a pointer to the place or the idea",
                "an explanation with a counter-example; never the code of the fix");
    }

    private String task() {
        var text = new StringBuilder();
        members.forEach((cut, all) -> {
            text.append("Write these members of `").append(cut.simpleName()).append("`:\n\n```java part\n");
            all.stream()
                    .filter(member -> !member.isConstructor())
                    .forEach(member -> text.append(member.signature()).append('\n'));
            text.append("```\n\n");
        });
        if (members.values().stream().flatMap(List::stream).anyMatch(CutMember::isConstructor)) {
            text.append(ToDo.comment("name the constructors, too")).append("\n\n");
        }
        byLabel()
                .forEach((label, all) -> text.append("- `")
                        .append(label)
                        .append("`: ")
                        .append(table.tasks().getOrDefault(label, ToDo.comment("what it is for, in a sentence")))
                        .append('\n'));
        return text.append('\n')
                .append(ToDo.comment("an example with numbers, and what the gate asks for"))
                .append('\n')
                .toString();
    }

    private String contract() {
        var text = new StringBuilder(ToDo.comment("this is the library's documentation: keep what a check tests, and"
                        + " say shapes, units, ranges, ties and when to throw"))
                .append('\n');
        members.values().stream()
                .flatMap(List::stream)
                .forEach(member ->
                        text.append('\n').append(MemberDocs.contract(member)).append('\n'));
        return text.toString();
    }

    private Map<String, List<CutMember>> byLabel() {
        var byLabel = new LinkedHashMap<String, List<CutMember>>();
        members.values().stream()
                .flatMap(List::stream)
                .forEach(member -> byLabel.computeIfAbsent(member.label(), _ -> new ArrayList<>())
                        .add(member));
        return byLabel;
    }
}
