package gradus.course.read;

import com.sun.source.tree.Tree;
import gradus.course.DidYouMean;
import gradus.course.Example;
import gradus.course.Source;
import gradus.course.read.outline.LessonCode;
import gradus.course.read.outline.LessonIndex;
import gradus.course.read.outline.Outline;
import gradus.course.read.outline.ReaderContext;
import gradus.course.syntax.Members;
import gradus.course.syntax.SyntaxTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;

/// Checks code by what its fence says of it, and fills in quotations from the library.
final class CodeFenceChecker {

    private final ReaderContext readerContext;
    private final Outline.LessonOutline lessonOutline;
    private final LessonIndex lessonIndex;

    CodeFenceChecker(ReaderContext readerContext, Outline.LessonOutline lessonOutline, LessonIndex lessonIndex) {
        this.readerContext = readerContext;
        this.lessonOutline = lessonOutline;
        this.lessonIndex = lessonIndex;
    }

    void check(FencedCodeBlock code, Path file, int line) {
        String info = info(code);
        switch (info) {
            case "python", "text", "output" -> {}
            case "java run" -> run(code, file, line);
            case "java part" -> {
                SyntaxTree syntaxTree = LessonCode.fragment(code.getLiteral());
                parses(syntaxTree, file, line);
                lessonIndex.code.add(new LessonCode(file, at -> line + at, syntaxTree, syntaxTree.types(), true));
            }
            default -> {
                if (info.startsWith("java quote=")) {
                    quote(code, info.substring("java quote=".length()), file, line);
                } else {
                    readerContext
                            .faults()
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
        SyntaxTree syntaxTree = SyntaxTree.parse(code.getLiteral());
        parses(syntaxTree, file, line);
        lessonIndex.code.add(new LessonCode(file, at -> line + at, syntaxTree, syntaxTree.types(), false));
        Node next = code.getNext();
        if (next instanceof FencedCodeBlock output && info(output).equals("output")) {
            lessonIndex.examples.add(
                    new Example(lessonOutline.id(), file, line + 1, code.getLiteral(), output.getLiteral()));
        } else {
            readerContext
                    .faults()
                    .add(file, line, "The code runs and no ```output fence follows it; add one with what it prints.");
        }
    }

    private void parses(SyntaxTree syntaxTree, Path file, int line) {
        syntaxTree.parseErrors().stream()
                .findFirst()
                .ifPresent(parseError -> readerContext
                        .faults()
                        .add(file, line + parseError.line(), "The code does not parse: " + parseError.message() + "."));
    }

    private void quote(FencedCodeBlock code, String what, Path file, int line) {
        if (!code.getLiteral().isBlank()) {
            readerContext.faults().add(file, line, "A quotation must be empty; the library's own text is put in.");
        }
        String type = what.contains("#") ? what.substring(0, what.indexOf('#')) : what;
        String member = what.contains("#") ? what.substring(what.indexOf('#') + 1) : "";
        Optional<Source> source = readerContext.library().source(lessonOutline.folder(), type);
        if (source.isEmpty()) {
            readerContext
                    .faults()
                    .add(
                            file,
                            line,
                            "The quotation is of a class that is not there: \"" + type + "\""
                                    + DidYouMean.hint(
                                            type, readerContext.library().classes()));
            return;
        }
        List<String> cutting = readerContext.outline().lessonsCuttingLater(lessonOutline.id(), type, member);
        if (!cutting.isEmpty()) {
            readerContext
                    .faults()
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
        SyntaxTree syntaxTree = SyntaxTree.parse(source);
        List<Tree> found = new ArrayList<>();
        var names = new ArrayList<String>();
        syntaxTree
                .type(source.simpleName())
                .map(type -> new Members(syntaxTree, type))
                .ifPresent(members -> {
                    members.all().stream()
                            .filter(member -> members.name(member).equals(name))
                            .forEach(found::add);
                    members.all().stream()
                            .map(members::name)
                            .filter(known -> !known.isEmpty())
                            .forEach(names::add);
                });
        if (found.isEmpty()) {
            readerContext
                    .faults()
                    .add(
                            file,
                            line,
                            "The quotation is of a member that is not there: \"" + name + "\" in " + source.className()
                                    + DidYouMean.hint(name, names));
            return;
        }
        code.setLiteral(found.stream()
                .map(member -> (syntaxTree.indent(member) + syntaxTree.text(member)).stripIndent() + "\n")
                .collect(Collectors.joining("\n")));
        lessonIndex.code.add(new LessonCode(file, at -> line, syntaxTree, found, false));
    }

    private static String info(FencedCodeBlock code) {
        return code.getInfo() == null ? "" : code.getInfo().strip().replaceAll("\\s+", " ");
    }
}
