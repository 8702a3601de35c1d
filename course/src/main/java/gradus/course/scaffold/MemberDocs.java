package gradus.course.scaffold;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The documentation of a member in the library, as Markdown of a lesson.
final class MemberDocs {

    private static final Pattern TAG = Pattern.compile("@(param|return|throws)\\b\\s*(\\S*)\\s*(.*)", Pattern.DOTALL);

    private MemberDocs() {}

    /// A paragraph that says what the member is, and a list of what its tags say.
    static String contract(CutMember member) {
        List<String> lines = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        boolean fence = false;
        for (String line : comment(member)) {
            String text = line.strip();
            fence ^= text.startsWith("```");
            if (text.startsWith("@")) {
                tags.add(text);
            } else if (!tags.isEmpty()) {
                tags.set(tags.size() - 1, tags.getLast() + " " + text);
            } else if (!fence && !text.startsWith("```")) {
                lines.add(text.replaceFirst("^#+ ", ""));
            }
        }
        String said = String.join("\n", lines).strip();
        String head = "`" + member.name() + "`" + (said.isEmpty() ? ":" : ": " + markdown(said));
        String items = tags.stream()
                .map(MemberDocs::item)
                .filter(item -> !item.isEmpty())
                .collect(Collectors.joining("\n"));
        return items.isEmpty() ? head : head + "\n\n" + items;
    }

    private static String item(String tag) {
        var form = TAG.matcher(tag.strip());
        if (!form.matches()) {
            return "";
        }
        String rest = form.group(3).strip();
        return "- "
                + switch (form.group(1)) {
                    case "param" -> "`" + form.group(2) + "`: " + markdown(rest);
                    case "return" -> "The result: " + markdown((form.group(2) + " " + rest).strip());
                    default -> "Throw an `" + form.group(2) + "` " + markdown(rest);
                };
    }

    /// The lines of the comment above the member.
    private static List<String> comment(CutMember member) {
        String text = member.syntax().text();
        List<String> above = text.substring(
                        0, member.syntax().lineStart(member.syntax().startOffset(member.method())))
                .lines()
                .toList();
        var lines = new ArrayList<String>();
        for (int i = above.size() - 1; i >= 0; i--) {
            String line = above.get(i).strip();
            if (!line.startsWith("///") && !line.startsWith("*") && !line.startsWith("/**")) {
                break;
            }
            lines.addFirst(line.replaceFirst("\\*/$", "").replaceFirst("^(///|/\\*\\*|\\*) ?", ""));
            if (line.startsWith("/**")) {
                break;
            }
        }
        return lines;
    }

    /// Links become code; what Markdown of a lesson reads otherwise is escaped outside of code.
    private static String markdown(String text) {
        String linked = text.replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
                .replaceAll("\\[([^\\]`]+)]\\[[^\\]]+]", "$1")
                .replaceAll("(?<![\\w`])\\[#?([A-Za-z][\\w.#]*(?:\\([^)]*\\))?)](?!\\()", "`$1`");
        String[] stretches = linked.split("`", -1);
        for (int i = 0; i < stretches.length; i += 2) {
            stretches[i] = stretches[i].replace("$", "\\$").replace("<", "\\<");
        }
        return String.join("`", stretches);
    }
}
