package gradus.course.read;

import com.sun.source.tree.Tree;
import gradus.course.DidYouMean;
import gradus.course.LessonSnippet;
import gradus.course.Panel;
import gradus.course.Source;
import gradus.course.proof.PanelComparison;
import gradus.course.prose.CodeFence;
import gradus.course.prose.MarkdownParser;
import gradus.course.read.outline.LessonCode;
import gradus.course.read.outline.LessonIndex;
import gradus.course.read.outline.Outline;
import gradus.course.read.outline.ReaderContext;
import gradus.course.syntax.Members;
import gradus.course.syntax.SyntaxTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;

/// Checks fenced code according to its info string, and fills in quotations from the library.
final class CodeFenceChecker {

    private final ReaderContext context;
    private final Outline.LessonOutline outline;
    private final LessonIndex index;
    private final Map<FencedCodeBlock, MarkdownParser.PanelBlock> panels = new LinkedHashMap<>();

    CodeFenceChecker(ReaderContext context, Outline.LessonOutline outline, LessonIndex index) {
        this.context = context;
        this.outline = outline;
        this.index = index;
    }

    void check(FencedCodeBlock code, Path file, int line) {
        String info = CodeFence.info(code);
        switch (info) {
            case "python", "text", CodeFence.OUTPUT -> {}
            case CodeFence.PROGRAM -> run(code, file, line);
            case CodeFence.PANEL -> panel(code, file, line);
            case "java part" -> {
                SyntaxTree syntax = LessonCode.fragment(code.getLiteral());
                parses(syntax, file, line);
                index.code.add(new LessonCode(file, at -> line + at, syntax, syntax.types(), true));
            }
            default -> {
                if (info.startsWith("java quote=")) {
                    quote(code, info.substring("java quote=".length()), file, line);
                } else {
                    context.faults()
                            .add(
                                    file,
                                    line,
                                    "Unknown fence \"" + info
                                            + "\"; write java run, java run panel, java quote=Class#member, "
                                            + "java part, python, text or output.");
                }
            }
        }
    }

    private void run(FencedCodeBlock code, Path file, int line) {
        SyntaxTree syntax = SyntaxTree.parse(code.getLiteral());
        parses(syntax, file, line);
        index.code.add(new LessonCode(file, at -> line + at, syntax, syntax.types(), false));
        Node next = code.getNext();
        if (next instanceof FencedCodeBlock output && CodeFence.isOutput(output)) {
            index.examples.add(new LessonSnippet(outline.id(), file, line + 1, code.getLiteral(), output.getLiteral()));
        } else {
            context.faults().add(file, line, "No ```output fence follows the program; add one with what it prints.");
        }
    }

    private void panel(FencedCodeBlock code, Path file, int line) {
        run(code, file, line);
        index.panels.add(new LessonIndex.Mention(outline.id(), file, line));
        if (index.panel.isEmpty()) {
            context.faults()
                    .add(
                            file,
                            line,
                            "There is no " + Panel.FILE
                                    + " beside lesson.md that prints the same as this program; write"
                                    + " it, or make the fence \"java run\".");
        } else if (code.getNext() instanceof FencedCodeBlock output && CodeFence.isOutput(output)) {
            Panel panel = index.panel.get();
            panels.put(code, new MarkdownParser.PanelBlock(code.getLiteral(), output.getLiteral(), panel));
            panel.recording().stream()
                    .flatMap(recording ->
                            PanelComparison.differences(panel, recording.output(), output.getLiteral()).stream())
                    .forEach(difference -> context.faults().add(file, line, difference));
        }
    }

    /// Puts panels in the place of their Java, when everything has been checked.
    void placePanels() {
        panels.forEach((code, panel) -> {
            code.getNext().unlink();
            code.insertBefore(panel);
            code.unlink();
        });
    }

    private void parses(SyntaxTree syntax, Path file, int line) {
        syntax.parseErrors().stream()
                .findFirst()
                .ifPresent(error -> context.faults()
                        .add(file, line + error.line(), "The code does not parse: " + error.message() + "."));
    }

    private void quote(FencedCodeBlock code, String what, Path file, int line) {
        if (!code.getLiteral().isBlank()) {
            context.faults().add(file, line, "A quotation must be empty; Gradus inserts the library's source.");
        }
        String type = what.contains("#") ? what.substring(0, what.indexOf('#')) : what;
        String member = what.contains("#") ? what.substring(what.indexOf('#') + 1) : "";
        Optional<Source> source = context.library().source(outline.folder(), type);
        if (source.isEmpty()) {
            context.faults()
                    .add(
                            file,
                            line,
                            "The quotation names an unknown class: \"" + type + "\""
                                    + DidYouMean.hint(type, context.library().classes()));
            return;
        }
        List<String> cutting = context.outline().lessonsCuttingLater(outline.id(), type, member);
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
        SyntaxTree syntax = SyntaxTree.parse(source);
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
                            "The quotation names an unknown member: \"" + name + "\" in " + source.className()
                                    + DidYouMean.hint(name, names));
            return;
        }
        code.setLiteral(found.stream()
                .map(member -> (syntax.indent(member) + syntax.text(member)).stripIndent() + "\n")
                .collect(Collectors.joining("\n")));
        index.code.add(new LessonCode(file, at -> line, syntax, found, false));
    }
}
