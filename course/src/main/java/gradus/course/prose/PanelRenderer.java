package gradus.course.prose;

import gradus.course.Panel;
import java.util.Map;
import org.commonmark.renderer.html.HtmlWriter;

/// Renders a panel: two columns, Java and Python, each with its output, and below them the versions of the
/// Python, how the outputs agree, and what differs by design.
final class PanelRenderer {

    private final HtmlWriter html;

    PanelRenderer(HtmlWriter html) {
        this.html = html;
    }

    void render(MarkdownParser.PanelBlock block) {
        html.line();
        open("div", "panel");
        column("Java", CodeFence.PROGRAM, block.java, block.output);
        Panel panel = block.panel;
        column(
                "Python",
                "python",
                panel.code(),
                panel.recording().map(recording -> recording.output() + "\n").orElse(""));
        panel.recording().ifPresent(recording -> recorded(panel, recording));
        differences(panel);
        html.tag("/div");
        html.line();
    }

    private void column(String language, String fence, String code, String output) {
        open("div", "panel-column");
        element("p", "panel-language", language);
        ProseNodeRenderer.code(html, fence, code);
        ProseNodeRenderer.output(html, output);
        html.tag("/div");
        html.line();
    }

    private void recorded(Panel panel, Panel.Recording recording) {
        var versions = new StringBuilder("Recorded with Python " + recording.python());
        recording
                .packages()
                .forEach((name, version) ->
                        versions.append(", ").append(name).append(' ').append(version));
        String values = panel.differences().isEmpty() ? "The values" : "The other values";
        String agreement = switch (panel.agree()) {
            case Panel.TEXT -> "Both print the same.";
            case "0" -> values + " are equal.";
            default -> values + " agree within a relative tolerance of " + panel.agree() + ".";
        };
        element("p", "panel-note", versions + " on " + recording.date() + ". " + agreement);
    }

    private void differences(Panel panel) {
        if (panel.differences().isEmpty()) {
            return;
        }
        open("ul", "panel-note");
        panel.differences().forEach((name, reason) -> {
            html.tag("li");
            html.tag("code");
            html.text(name);
            html.tag("/code");
            html.text(" differs by design: " + reason);
            html.tag("/li");
        });
        html.tag("/ul");
        html.line();
    }

    private void element(String tag, String type, String text) {
        open(tag, type);
        html.text(text);
        html.tag("/" + tag);
        html.line();
    }

    private void open(String tag, String type) {
        html.tag(tag, Map.of("class", type));
    }
}
