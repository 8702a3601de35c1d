package gradus.course.proof;

import java.util.List;
import java.util.Map;

/// Writes maps, lists, strings and integers as JSON, one entry a line.
final class JsonText {

    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    static String of(Map<String, ?> object) {
        var text = new JsonText();
        text.write(object, "");
        return text.out.append('\n').toString();
    }

    private void write(Object value, String indent) {
        switch (value) {
            case Map<?, ?> map -> {
                String separator = "{\n";
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    out.append(separator).append(indent).append("  ");
                    string(String.valueOf(entry.getKey()));
                    out.append(": ");
                    write(entry.getValue(), indent + "  ");
                    separator = ",\n";
                }
                out.append(map.isEmpty() ? "{}" : "\n" + indent + "}");
            }
            case List<?> list -> {
                String separator = "[\n";
                for (Object item : list) {
                    out.append(separator).append(indent).append("  ");
                    write(item, indent + "  ");
                    separator = ",\n";
                }
                out.append(list.isEmpty() ? "[]" : "\n" + indent + "]");
            }
            case Number number -> out.append(number);
            default -> string(value.toString());
        }
    }

    private void string(String text) {
        out.append('"');
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                    if (Character.isISOControl(c) || c >= '\ufffe') {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
