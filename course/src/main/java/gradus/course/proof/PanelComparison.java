package gradus.course.proof;

import gradus.course.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Compares what the Python of a panel printed with what its Java prints.
public final class PanelComparison {

    private PanelComparison() {}

    /// What of an output of the snippet is compared, and how, in words.
    ///
    /// @throws IllegalArgumentException with a sentence if the output can't be compared
    public static List<String> compared(Panel panel, String output) {
        if (panel.agree().equals(Panel.TEXT)) {
            return List.of("the text");
        }
        Map<String, List<String>> values = PanelValues.parse("the Python", output);
        for (String name : panel.differences().keySet()) {
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("the header says that \"" + name
                        + "\" differs, but the Python prints no such value; print it.");
            }
        }
        return values.keySet().stream()
                .map(name ->
                        name + (panel.differences().containsKey(name) ? " differs" : " agrees within " + panel.agree()))
                .toList();
    }

    /// How the outputs differ where they mustn't, or agree where the panel says that they differ, a sentence
    /// each.
    public static List<String> differences(Panel panel, String python, String java) {
        if (panel.agree().equals(Panel.TEXT)) {
            return python.strip().equals(java.strip())
                    ? List.of()
                    : List.of("The Python of the panel printed \"" + python.strip() + "\", but the Java prints \""
                            + java.strip() + "\"; correct one of them.");
        }
        try {
            return differences(panel, PanelValues.parse("the Python", python), PanelValues.parse("the Java", java));
        } catch (IllegalArgumentException e) {
            return List.of("The panel can't be compared: " + e.getMessage());
        }
    }

    private static List<String> differences(
            Panel panel, Map<String, List<String>> python, Map<String, List<String>> java) {
        double tolerance = Double.parseDouble(panel.agree());
        var found = new ArrayList<String>();
        python.forEach((name, value) -> {
            boolean differs = panel.differences().containsKey(name);
            if (!java.containsKey(name)) {
                found.add("The Python of the panel prints \"" + name
                        + "\", but the Java doesn't; print it there as well.");
            } else if (PanelValues.agree(value, java.get(name), tolerance) == differs) {
                found.add(sentence(panel, name, text(value), text(java.get(name)), differs));
            }
        });
        java.keySet().stream()
                .filter(name -> !python.containsKey(name))
                .forEach(name -> found.add("The Java of the panel prints \"" + name
                        + "\", but the Python doesn't; print it there as well."));
        return found;
    }

    private static String sentence(Panel panel, String name, String python, String java, boolean differs) {
        String both = "The panel's \"" + name + "\" is " + python + " in Python and " + java + " in Java";
        return differs
                ? both + ", which agree, although the header says that it differs; remove \"# differs: " + name + "\"."
                : both + ", and must agree within " + panel.agree() + "; correct one, or say why in \"# differs: "
                        + name + ": …\".";
    }

    private static String text(List<String> value) {
        return String.join(" ", value);
    }
}
