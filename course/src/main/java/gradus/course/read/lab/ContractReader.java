package gradus.course.read.lab;

import gradus.course.Lab;
import gradus.course.prose.Passage;
import gradus.course.prose.ProseRenderer;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.outline.LessonIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the contract of a lab: what a beginner needs, then the precise bounds. Each item of its lists is a
/// clause, and ends in its id.
final class ContractReader {

    private static final String PRECISELY = "precisely";
    private static final Pattern ITEM = Pattern.compile("(?:[-*]|\\d+\\.) +\\S.*");
    private static final Pattern ID = Pattern.compile("\\s*\\{#([A-Za-z][\\w-]*)}\\s*$");

    private final ProseRenderer prose;
    private final LessonIndex index;
    private final FaultCollector faults;
    private final List<Lab.Clause> clauses = new ArrayList<>();

    ContractReader(ProseRenderer prose, LessonIndex index, FaultCollector faults) {
        this.prose = prose;
        this.index = index;
        this.faults = faults;
    }

    /// A contract.
    ///
    /// @param html the contract, rendered, with its precise bounds folded away
    record Contract(String html, List<Lab.Clause> clauses) {

        static final Contract NONE = new Contract("", List.of());
    }

    Contract read(Passage.HeadedPassage section) {
        Passage body = section.body();
        List<Passage.HeadedPassage> headed = body.splitByHeading(3);
        Optional<Passage.HeadedPassage> precisely = headed.stream()
                .filter(one -> one.id().equals(Optional.of(PRECISELY)))
                .findFirst();
        precisely.filter(one -> one != headed.getLast()).ifPresent(one -> {
            faults.add(body.file(), one.line(), "The precise bounds must come last in the contract; move them.");
        });
        String html = layer(
                precisely.map(one -> body.slice(0, one.line() - body.line())).orElse(body), false);
        html += precisely.map(this::folded).orElse("");
        if (clauses.isEmpty()) {
            faults.add(
                    body.file(),
                    section.line(),
                    "The contract has no clauses; write a list, and end each item in {#id}.");
        }
        return new Contract(html, clauses);
    }

    private String folded(Passage.HeadedPassage precisely) {
        Passage body = precisely.body();
        index.addAnchor(PRECISELY, body.file(), precisely.line(), faults);
        return "<details class=\"precisely\" id=\"" + PRECISELY + "\"><summary>"
                + prose.renderInline(body.file(), precisely.line(), precisely.title()) + "</summary>\n"
                + layer(body, true) + "</details>\n";
    }

    /// Renders a layer without the ids of its clauses, which are added to those found so far.
    private String layer(Passage layer, boolean precise) {
        List<String> lines = new ArrayList<>(layer.lines());
        boolean[] code = Passage.insideFence(lines);
        int at = 0;
        while (at < lines.size()) {
            int from = at++;
            if (!code[from] && ITEM.matcher(lines.get(from)).matches()) {
                while (at < lines.size() && lines.get(at).startsWith("  ")) {
                    at++;
                }
                clause(layer, lines.subList(from, at), layer.line() + from, precise);
            }
        }
        return prose.renderBlocks(new Passage(layer.file(), layer.line(), String.join("\n", lines) + "\n"));
    }

    /// @param item the lines of the clause; its id is taken off the last one
    private void clause(Passage layer, List<String> item, int line, boolean precise) {
        Matcher id = ID.matcher(item.getLast());
        boolean named = id.find();
        if (named) {
            item.set(item.size() - 1, item.getLast().substring(0, id.start()));
        }
        String text = item.stream()
                .map(String::strip)
                .collect(Collectors.joining("\n"))
                .replaceFirst("^\\S+\\s+", "");
        if (!named) {
            faults.add(layer.file(), line, "The clause \"" + start(text) + "\" has no id; end it in {#id}.");
            return;
        }
        clauses.stream()
                .filter(other -> other.id().equals(id.group(1)))
                .findFirst()
                .ifPresent(other -> faults.add(
                        layer.file(),
                        line,
                        "The id \"" + other.id() + "\" is taken by the clause on line " + other.line()
                                + "; choose another."));
        clauses.add(new Lab.Clause(id.group(1), prose.renderInline(layer.file(), line, text), precise, line));
    }

    private static String start(String text) {
        String line = text.replace('\n', ' ');
        return line.length() <= 40 ? line : line.substring(0, 40) + "…";
    }
}
