package gradus.course.read;

import gradus.course.DidYouMean;
import gradus.course.Typesetter;
import gradus.course.prose.MarkdownParser;
import gradus.course.prose.Passage;
import gradus.course.prose.ProseRenderer;
import gradus.course.read.file.ToDoMark;
import gradus.course.read.outline.LessonIndex;
import gradus.course.read.outline.Outline;
import gradus.course.read.outline.ReaderContext;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// Checks a passage of prose, and resolves its formulas, figures and links.
final class ProseChecker extends AbstractVisitor {

    private static final Pattern ID = Pattern.compile("\\s*\\{#([A-Za-z][\\w-]*)}\\s*$");

    private final ReaderContext context;
    private final Passage passage;
    private final LessonIndex index;
    private final Map<Heading, String> ids;
    private final CodeFenceChecker fences;

    ProseChecker(
            ReaderContext context,
            Outline.LessonOutline outline,
            Passage passage,
            LessonIndex index,
            Map<Heading, String> ids) {
        this.context = context;
        this.passage = passage;
        this.index = index;
        this.ids = ids;
        this.fences = new CodeFenceChecker(context, outline, index);
    }

    /// A renderer that checks each passage before it renders it.
    static ProseRenderer prose(ReaderContext context, Outline.LessonOutline outline, LessonIndex index) {
        return new ProseRenderer((passage, node, ids) -> {
            var checker = new ProseChecker(context, outline, passage, index, ids);
            node.accept(checker);
            checker.fences.placePanels();
        });
    }

    @Override
    public void visit(Heading heading) {
        if (heading.getLevel() < 3) {
            fault(
                    heading,
                    "A heading of level " + heading.getLevel() + " is not allowed here; use \"###\" within a section.");
        }
        if (heading.getLastChild() instanceof Text text) {
            Matcher id = ID.matcher(text.getLiteral());
            if (id.find()) {
                ids.put(heading, id.group(1));
                index.addAnchor(id.group(1), passage.file(), line(heading), context.faults());
                text.setLiteral(text.getLiteral().substring(0, id.start()));
            }
        }
        visitChildren(heading);
    }

    @Override
    public void visit(Paragraph paragraph) {
        if (paragraph.getFirstChild() instanceof Image image && image.getNext() == null && isFigure(image)) {
            var figure =
                    new MarkdownParser.FigureBlock(image.getDestination().substring("figure:".length()), text(image));
            figure(image, figure);
            paragraph.insertBefore(figure);
            paragraph.unlink();
        } else {
            visitChildren(paragraph);
        }
    }

    @Override
    public void visit(Image image) {
        if (isFigure(image)) {
            shown(image, image.getDestination().substring("figure:".length()), text(image));
        }
        fault(
                image,
                isFigure(image)
                        ? "The figure must be alone in its paragraph; put blank lines around it."
                        : "The image \"" + image.getDestination()
                                + "\" is not a figure; write ![description](figure:Name), and add figures/Name.java.");
    }

    @Override
    public void visit(Link link) {
        String to = link.getDestination();
        if (to.startsWith("lesson:")) {
            String id = to.substring("lesson:".length());
            if (!context.outline().lessons().containsKey(id)) {
                fault(
                        link,
                        "The link points to an unknown lesson: \"" + id + "\""
                                + DidYouMean.hint(
                                        id, context.outline().lessons().keySet()));
            }
            link.setDestination("/lessons/" + id);
        } else if (to.startsWith("#")) {
            index.links.add(new LessonIndex.Mention(to.substring(1), passage.file(), line(link)));
        } else if (!to.startsWith("https://")) {
            fault(link, "The link \"" + to + "\" must begin with lesson:, # or https://.");
        }
        visitChildren(link);
    }

    @Override
    public void visit(StrongEmphasis bold) {
        if (passage.file().endsWith("lesson.md")) {
            index.bold.add(text(bold));
        }
        visitChildren(bold);
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof MarkdownParser.InlineFormula formula) {
            if (formula.tex.isBlank()) {
                fault(
                        formula,
                        "The formula is empty or not closed; write \\$ for a dollar, and $$ on lines of " + "its own.");
            } else {
                formula.html = typeset(formula, formula.tex, false);
            }
        }
        visitChildren(node);
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof MarkdownParser.DisplayFormula formula) {
            if (formula.tex.isBlank()) {
                fault(formula, "The formula is empty or not closed; end it with $$ at the end of a line.");
            } else {
                formula.html = typeset(formula, formula.tex, true);
            }
        }
        visitChildren(block);
    }

    @Override
    public void visit(FencedCodeBlock code) {
        fences.check(code, passage.file(), line(code));
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        fault(code, "Indented code does not say its language; put it in a fence, or remove the indentation.");
    }

    @Override
    public void visit(HtmlInline html) {
        fault(
                html,
                ToDoMark.sentence(html.getLiteral())
                        .orElseGet(() -> "HTML is not allowed in prose: " + html.getLiteral()
                                + "; write Markdown, or `code` for a tag."));
    }

    @Override
    public void visit(HtmlBlock html) {
        fault(html, ToDoMark.sentence(html.getLiteral()).orElse("HTML is not allowed in prose; write Markdown."));
    }

    private void figure(Image image, MarkdownParser.FigureBlock figure) {
        if (figure.alt.isBlank()) {
            fault(image, "The figure " + figure.name + " has no alternative text; describe what it shows.");
        }
        shown(image, figure.name, figure.alt);
    }

    private void shown(Image image, String name, String alt) {
        index.figures.putIfAbsent(name, new LessonIndex.Mention(name, passage.file(), line(image)));
        index.altTexts.putIfAbsent(name, alt);
    }

    /// The text of a node without its marks.
    private static String text(Node node) {
        var words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak end) {
                words.append(' ');
            }
        });
        return words.toString().strip();
    }

    private static boolean isFigure(Image image) {
        return image.getDestination().startsWith("figure:");
    }

    private String typeset(Node node, String tex, boolean display) {
        try {
            return context.typesetter().typeset(tex, display);
        } catch (Typesetter.InvalidFormulaException e) {
            fault(node, "The formula is invalid: " + e.getMessage() + ".");
            return "";
        }
    }

    private int line(Node node) {
        return passage.line() + MarkdownParser.line(node);
    }

    private void fault(Node node, String message) {
        context.faults().add(passage.file(), line(node), message);
    }
}
