package gradus.course.prose;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.html.HtmlRenderer;

/// Renders the Markdown of a lesson as HTML.
public final class ProseRenderer {

    private final Resolver resolver;
    private final Map<Heading, String> ids = new IdentityHashMap<>();
    private final HtmlRenderer renderer;

    /// A renderer that passes each passage to `resolver` first.
    public ProseRenderer(Resolver resolver) {
        this.resolver = resolver;
        this.renderer = HtmlRenderer.builder()
                .extensions(MarkdownParser.EXTENSIONS)
                .escapeHtml(true)
                .omitSingleParagraphP(true)
                .attributeProviderFactory(attributes -> (node, tag, values) -> {
                    if (node instanceof Heading heading && ids.containsKey(heading)) {
                        values.put("id", ids.get(heading));
                    }
                })
                .nodeRendererFactory(ProseNodeRenderer::new)
                .build();
    }

    /// Resolves what Markdown alone can't: formulas, figures, and the targets of links.
    @FunctionalInterface
    public interface Resolver {

        /// Changes the tree of `passage` before it is rendered.
        ///
        /// @param node the root of the tree
        /// @param ids receives the ids of headings
        void resolve(Passage passage, Node node, Map<Heading, String> ids);
    }

    /// An item of a list, rendered.
    public record Item(String html, int line) {}

    /// The HTML of the passage as blocks.
    public String renderBlocks(Passage passage) {
        Node node = read(passage);
        String html = renderer.render(node);
        return singleParagraph(node) ? "<p>" + html.strip() + "</p>\n" : html;
    }

    /// The HTML of the passage, without the paragraph tags if it is a single paragraph.
    public String renderInline(Passage passage) {
        return renderer.render(read(passage)).strip();
    }

    /// The HTML of one line, like [#renderInline(Passage)].
    public String renderInline(Path file, int line, String text) {
        return renderInline(new Passage(file, line, text));
    }

    /// The items of the passage if it is one numbered list; otherwise empty.
    public List<Item> renderListItems(Passage passage) {
        Node node = read(passage);
        if (!(node.getFirstChild() instanceof OrderedList list) || list.getNext() != null) {
            return List.of();
        }
        var items = new ArrayList<Item>();
        Node next;
        for (Node item = list.getFirstChild(); item != null; item = next) {
            next = item.getNext();
            var alone = new Document();
            int line = passage.line() + MarkdownParser.line(item);
            while (item.getFirstChild() != null) {
                alone.appendChild(item.getFirstChild());
            }
            items.add(new Item(renderer.render(alone).strip(), line));
        }
        return items;
    }

    /// The number of words of prose. Fenced code doesn't count, and an inline or display formula is one word.
    public static int wordCount(Passage passage) {
        return new WordCounter().add(passage).words();
    }

    private Node read(Passage passage) {
        Node node = MarkdownParser.parse(passage.text());
        resolver.resolve(passage, node, ids);
        return node;
    }

    private static boolean singleParagraph(Node node) {
        return node.getFirstChild() instanceof Paragraph only && only.getNext() == null;
    }
}
