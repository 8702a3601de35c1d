package gradus.course.read;

import com.sun.source.tree.Tree;
import gradus.course.Example;
import gradus.course.Nearest;
import gradus.course.Source;
import gradus.course.syntax.Members;
import gradus.course.syntax.Syntax;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;

/// Checks code by what its fence says of it, and fills in quotations from the library.
final class Fences {

    private final Context context;
    private final Outline.Plan plan;
    private final Gathered gathered;

    Fences(Context context, Outline.Plan plan, Gathered gathered) {
        this.context = context;
        this.plan = plan;
        this.gathered = gathered;
    }

    void check(FencedCodeBlock code, Path file, int line) {
        String info = info(code);
        switch (info) {
            case "python", "text", "output" -> {}
            case "java run" -> run(code, file, line);
            case "java part" -> {
                Syntax syntax = Snippet.fragment(code.getLiteral());
                parses(syntax, file, line);
                gathered.snippets.add(new Snippet(file, at -> line + at, syntax, syntax.types(), true));
            }
            default -> {
                if (info.startsWith("java quote=")) {
                    quote(code, info.substring("java quote=".length()), file, line);
                } else {
                    context.faults()
                            .add(
                                    file,
                                    line,
                                    "Unknown fence \"" + info + "\"; write java run, java quote=Class#member, "
                                            + "java part, python, text or output.");
                }
            }
        }
    }

    private void run(FencedCodeBlock code, Path file, int line) {
        Syntax syntax = Syntax.of(code.getLiteral());
        parses(syntax, file, line);
        gathered.snippets.add(new Snippet(file, at -> line + at, syntax, syntax.types(), false));
        Node next = code.getNext();
        if (next instanceof FencedCodeBlock output && info(output).equals("output")) {
            gathered.examples.add(new Example(plan.id(), file, line + 1, code.getLiteral(), output.getLiteral()));
        } else {
            context.faults()
                    .add(file, line, "The code runs and no ```output fence follows it; add one with what it prints.");
        }
    }

    private void parses(Syntax syntax, Path file, int line) {
        syntax.problems().stream()
                .findFirst()
                .ifPresent(problem -> context.faults()
                        .add(file, line + problem.line(), "The code does not parse: " + problem.message() + "."));
    }

    private void quote(FencedCodeBlock code, String what, Path file, int line) {
        if (!code.getLiteral().isBlank()) {
            context.faults().add(file, line, "A quotation must be empty; the library's own text is put in.");
        }
        String type = what.contains("#") ? what.substring(0, what.indexOf('#')) : what;
        String member = what.contains("#") ? what.substring(what.indexOf('#') + 1) : "";
        Optional<Source> source = context.library().source(plan.folder(), type);
        if (source.isEmpty()) {
            context.faults()
                    .add(
                            file,
                            line,
                            "The quotation is of a class that is not there: \"" + type + "\""
                                    + Nearest.hint(type, context.library().classes()));
            return;
        }
        List<String> cutting = context.outline().cuttingLater(plan.id(), type, member);
        if (!cutting.isEmpty()) {
            context.faults()
                    .add(
                            file,
                            line,
                            "The quotation gives away " + what + ", which the lab of lesson \"" + cutting.getFirst()
                                    + "\" asks for; quote another member.");
            return;
        }
        fill(code, source.get(), member, file, line);
    }

    private void fill(FencedCodeBlock code, Source source, String name, Path file, int line) {
        Syntax syntax = Syntax.of(source);
        List<Tree> found = new ArrayList<>();
        var names = new ArrayList<String>();
        syntax.type(source.simpleName()).map(type -> new Members(syntax, type)).ifPresent(members -> {
            members.all().stream()
                    .filter(member -> members.name(member).equals(name))
                    .forEach(found::add);
            members.all().stream()
                    .map(members::name)
                    .filter(known -> !known.isEmpty())
                    .forEach(names::add);
        });
        if (found.isEmpty()) {
            context.faults()
                    .add(
                            file,
                            line,
                            "The quotation is of a member that is not there: \"" + name + "\" in " + source.className()
                                    + Nearest.hint(name, names));
            return;
        }
        code.setLiteral(found.stream()
                .map(member -> (syntax.indent(member) + syntax.text(member)).stripIndent() + "\n")
                .collect(Collectors.joining("\n")));
        gathered.snippets.add(new Snippet(file, at -> line, syntax, found, false));
    }

    private static String info(FencedCodeBlock code) {
        return code.getInfo() == null ? "" : code.getInfo().strip().replaceAll("\\s+", " ");
    }
}
