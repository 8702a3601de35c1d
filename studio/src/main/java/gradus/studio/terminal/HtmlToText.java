package gradus.studio.terminal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Converts rendered prose to plain text: code in backticks, formulas as their TeX source.
final class HtmlToText {

    /// A block of text.
    ///
    /// @param prefix printed before its first line; the other lines are indented by its width
    /// @param preformatted whether its line breaks and spaces are kept
    record Block(String prefix, String text, boolean preformatted) {}

    /// @param suffix printed after its content
    private record Element(String name, boolean hidden, String suffix) {}

    private static final Pattern FORMULA = Pattern.compile("<math[\\s>].*?</math>", Pattern.DOTALL);
    private static final Pattern TEX = Pattern.compile("<annotation[^>]*>(.*?)</annotation>", Pattern.DOTALL);
    private static final Pattern TAG =
            Pattern.compile("<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9]*)([^>]*)>", Pattern.DOTALL);
    private static final Pattern ENTITY = Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]+);");
    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Deque<Element> open = new ArrayDeque<>();
    /// For each open list, the number of its next item; 0 if the list isn't numbered.
    private final Deque<Integer> lists = new ArrayDeque<>();

    private String lead = "";
    private boolean kept;

    private HtmlToText() {}

    /// Converts `html` to blocks of text, in order.
    static List<Block> convert(String html) {
        var reader = new HtmlToText();
        reader.read(withTex(html));
        return reader.blocks;
    }

    /// Replaces each formula by its TeX source. The page has it as a picture and as MathML, for screen
    /// readers.
    private static String withTex(String html) {
        return FORMULA.matcher(html).replaceAll(formula -> {
            Matcher tex = TEX.matcher(formula.group());
            return Matcher.quoteReplacement(tex.find() ? tex.group(1) : formula.group());
        });
    }

    private void read(String html) {
        Matcher tag = TAG.matcher(html);
        int at = 0;
        while (tag.find()) {
            words(html.substring(at, tag.start()));
            at = tag.end();
            if (tag.group(2) != null) {
                String name = tag.group(2).toLowerCase(Locale.ROOT);
                if (tag.group(1).isEmpty()) {
                    begin(name, tag.group(3));
                } else {
                    end(name);
                }
            }
        }
        words(html.substring(at));
        flush();
    }

    private void words(String raw) {
        if (!unread()) {
            String words = decoded(raw);
            text.append(kept ? words : words.replaceAll("\\s+", " "));
        }
    }

    private void begin(String name, String attributes) {
        String tail = "";
        switch (name) {
            case "p", "div", "blockquote", "tr", "h1", "h2", "h3", "h4", "h5", "h6" -> flush();
            case "ul", "ol" -> {
                flush();
                lists.push(name.equals("ol") ? 1 : 0);
            }
            case "li" -> {
                flush();
                item();
            }
            case "pre" -> {
                flush();
                kept = true;
            }
            case "code" -> {
                tail = kept ? "" : "`";
                text.append(tail);
            }
            case "a" ->
                tail = attribute(attributes, "href").startsWith("http")
                        ? " (" + attribute(attributes, "href") + ")"
                        : "";
            case "td", "th" -> text.append(text.toString().isBlank() ? "" : " | ");
            case "img" -> text.append(attribute(attributes, "alt"));
            case "br" -> text.append('\n');
            default -> {}
        }
        if (!attributes.endsWith("/") && !List.of("br", "hr", "img", "input").contains(name)) {
            boolean hidden = attributes.contains("aria-hidden=\"true\"");
            open.push(new Element(
                    name, hidden || List.of("svg", "script", "style").contains(name), tail));
        }
    }

    private void end(String name) {
        if (open.stream().noneMatch(element -> element.name().equals(name))) {
            return;
        }
        Element ended = open.pop();
        while (!ended.name().equals(name)) {
            ended = open.pop();
        }
        text.append(ended.suffix());
        switch (name) {
            case "p", "div", "blockquote", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6" -> flush();
            case "ul", "ol" -> {
                flush();
                lists.poll();
                lead = "";
            }
            case "pre" -> {
                flush();
                kept = false;
            }
            default -> {}
        }
    }

    private void item() {
        int number = lists.isEmpty() ? 0 : lists.pop();
        lead = "  ".repeat(lists.size()) + (number == 0 ? "- " : number + ". ");
        lists.push(number == 0 ? 0 : number + 1);
    }

    private void flush() {
        String all = kept
                ? text.toString().stripTrailing()
                : text.toString().replaceAll(" *\n *", "\n").strip();
        if (!all.isBlank()) {
            blocks.add(new Block(lead, all, kept));
            lead = " ".repeat(lead.length());
        }
        text.setLength(0);
    }

    private boolean unread() {
        return open.stream().anyMatch(Element::hidden);
    }

    private static String attribute(String attributes, String name) {
        Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? decoded(found.group(1)) : "";
    }

    private static String decoded(String raw) {
        return ENTITY.matcher(raw).replaceAll(entity -> Matcher.quoteReplacement(character(entity)));
    }

    private static String character(java.util.regex.MatchResult entity) {
        String name = entity.group(1);
        if (!name.startsWith("#")) {
            return ENTITIES.getOrDefault(name, entity.group());
        }
        boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
        int point = hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        return Character.isValidCodePoint(point) ? Character.toString(point) : entity.group();
    }
}
