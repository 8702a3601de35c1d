package gradus.course.scaffold;

import gradus.course.Cut;
import gradus.course.cut.LibrarySources;
import gradus.course.syntax.CutCode;
import gradus.course.syntax.Members;
import gradus.course.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Writes the Java of a lab: classes of checks that call each cut member, and solutions that hold the library's
/// code, to be changed.
final class LabSources {

    private final LessonTable table;
    private final LibrarySources library;
    private final Map<Cut, List<CutMember>> members;

    LabSources(LessonTable table, LibrarySources library, Map<Cut, List<CutMember>> members) {
        this.table = table;
        this.library = library;
        this.members = members;
    }

    /// The simple name of the check classes, without their ending.
    String checkName() {
        return Arrays.stream(table.lesson().id().split("-"))
                .map(word -> word.substring(0, 1).toUpperCase() + word.substring(1))
                .collect(Collectors.joining())
                .replaceFirst("^(?=\\d)", "Lesson");
    }

    String visibleChecks() {
        return checks(
                checkName() + "Test",
                "The visible checks: run them in your IDE as often as you like.",
                "with numbers small enough for a pencil",
                "small numbers, what the call gives for them, and why; the name says it in a sentence");
    }

    String hiddenChecks() {
        return checks(
                checkName() + "Checks",
                "The hidden checks: the contract at its edges, and properties of every input.",
                "at the edges of its contract",
                "an edge of the contract or a property of every input, and why it holds; the name says it in a"
                        + " sentence");
    }

    private String checks(String className, String about, String which, String toDo) {
        var imports = new TreeSet<String>();
        imports.add("org.junit.jupiter.api.DisplayName");
        imports.add("org.junit.jupiter.api.Test");
        var names = new LinkedHashMap<String, Integer>();
        var methods = new ArrayList<String>();
        members.values().stream().flatMap(List::stream).forEach(member -> {
            var call = new MemberCall(member, library);
            String plain = Character.toLowerCase(member.name().charAt(0))
                    + member.name().substring(1);
            int count = names.merge(plain, 1, Integer::sum);
            imports.addAll(call.imports());
            methods.add("    @Test\n    @DisplayName(\"" + plain + (count == 1 ? "" : ", form " + count + ",") + " "
                    + which + "\")\n    void " + plain + "Check" + (count == 1 ? "" : count) + "() {\n        "
                    + ToDo.java(toDo) + "\n" + call.statements().indent(8) + "    }\n");
        });
        return "package gradus.checks." + table.lesson().id().replace('-', '_') + ";\n\n"
                + "import static gradus.proctor.assertions.Expect.calling;\n\n"
                + imports.stream().map(name -> "import " + name + ";\n").collect(Collectors.joining()) + "\n/// "
                + about
                + "\nclass " + className + " {\n\n" + String.join("\n", methods) + "}\n";
    }

    /// A solution: the members of `cut`, or one of them, as the library has them.
    ///
    /// @param label the label of the only member; empty for all
    String solution(Cut cut, String label, String toDo) {
        SyntaxTree syntax = SyntaxTree.parse(library.source(cut.type()).orElseThrow());
        if (cut.members().stream().anyMatch(member -> member.isWholeType())) {
            return ToDo.java(toDo) + "\n" + syntax.text();
        }
        Map<String, List<CutMember>> byType = members.get(cut).stream()
                .filter(member -> label.isEmpty() || member.label().equals(label))
                .collect(Collectors.groupingBy(CutMember::nested, LinkedHashMap::new, Collectors.toList()));
        Map<String, Members> types = CutCode.types(syntax, cut.simpleName());
        return ToDo.java(toDo) + "\n" + type("", types, byType, syntax);
    }

    /// A class with the members in it and in the classes nested in it.
    private static String type(
            String name, Map<String, Members> types, Map<String, List<CutMember>> byType, SyntaxTree syntax) {
        var blocks = new ArrayList<String>();
        byType.getOrDefault(name, List.of())
                .forEach(member -> blocks.add(member.code().stripTrailing() + "\n"));
        types.keySet().stream()
                .filter(nested -> isDirectlyIn(nested, name))
                .filter(nested ->
                        byType.keySet().stream().anyMatch(used -> used.equals(nested) || used.startsWith(nested + ".")))
                .forEach(nested -> blocks.add(type(nested, types, byType, syntax)));
        String body = blocks.stream().map(block -> block.indent(4)).collect(Collectors.joining("\n"));
        return CutMember.heading(syntax, types.get(name)) + "\n\n" + body + "}\n";
    }

    private static boolean isDirectlyIn(String nested, String name) {
        String prefix = name.isEmpty() ? "" : name + ".";
        return !nested.isEmpty()
                && nested.startsWith(prefix)
                && nested.indexOf('.', prefix.length()) < 0
                && !nested.equals(name);
    }
}
