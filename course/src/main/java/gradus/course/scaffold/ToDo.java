package gradus.course.scaffold;

/// What an author still has to write, as marks that reading a lesson reports.
final class ToDo {

    private ToDo() {}

    static String comment(String what) {
        return "<!-- to do: " + what.replace("-->", "→") + " -->";
    }

    static String java(String what) {
        return "// to do: " + what;
    }

    /// A numbered list of three hints.
    static String hints(String question, String pointer, String explanation) {
        return "1. " + comment(question) + "\n2. " + comment(pointer) + "\n3. " + comment(explanation) + "\n";
    }

    /// A string of YAML, in quotes if it must be.
    static String yaml(String text) {
        return text.matches("[A-Za-z](?:[^\\n:#\"'\\[\\]{}]|:(?! )|'(?=\\w))*")
                        && !text.endsWith(":")
                        && !text.matches("(?i)true|false|null|yes|no|on|off")
                ? text.strip()
                : "\"" + text.strip().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
