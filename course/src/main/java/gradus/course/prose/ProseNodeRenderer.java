package gradus.course.prose;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/// Renders the nodes that plain Markdown doesn't have: formulas, figures, and code with its language.
final class ProseNodeRenderer implements NodeRenderer {

    private final HtmlWriter html;

    ProseNodeRenderer(HtmlNodeRendererContext context) {
        this.html = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(
                MarkdownParser.InlineFormula.class,
                MarkdownParser.DisplayFormula.class,
                MarkdownParser.FigureBlock.class,
                MarkdownParser.PanelBlock.class,
                FencedCodeBlock.class);
    }

    @Override
    public void render(Node node) {
        switch (node) {
            case MarkdownParser.InlineFormula inlineFormula -> html.raw(inlineFormula.html);
            case MarkdownParser.DisplayFormula formula -> {
                html.line();
                html.raw(formula.html);
                html.line();
            }
            case MarkdownParser.FigureBlock figure -> figure(figure);
            case MarkdownParser.PanelBlock panel -> new PanelRenderer(html).render(panel);
            case FencedCodeBlock code -> code(code);
            default -> throw new IllegalArgumentException("no HTML for " + node);
        }
    }

    private void figure(MarkdownParser.FigureBlock figure) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("name", figure.name);
        attributes.put("alt", figure.alt);
        html.line();
        html.tag("gradus-figure", attributes);
        html.tag("/gradus-figure");
        html.line();
    }

    private void code(FencedCodeBlock code) {
        boolean prints = CodeFence.isOutput(code)
                && code.getPrevious() instanceof FencedCodeBlock before
                && CodeFence.isProgram(before);
        if (prints) {
            output(html, code.getLiteral());
        } else {
            code(html, CodeFence.info(code), code.getLiteral());
        }
    }

    /// Renders the output of a program, folded away, so that a reader can guess it first.
    static void output(HtmlWriter html, String text) {
        html.line();
        html.tag("details", Map.of("class", "prints"));
        html.raw("<summary><span>Show the output</span></summary>");
        code(html, CodeFence.OUTPUT, text);
        html.tag("/details");
        html.line();
    }

    /// Renders code.
    ///
    /// @param info the info string of its fence
    static void code(HtmlWriter html, String info, String text) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("class", "code");
        attributes.put("data-language", info.isEmpty() ? "text" : info.split("\\s+")[0]);
        if (info.equals(CodeFence.PROGRAM)) {
            attributes.put("data-run", "");
        }
        html.line();
        html.tag("pre", attributes);
        html.tag("code", Map.of());
        html.text(text);
        html.tag("/code");
        html.tag("/pre");
        html.line();
    }
}
