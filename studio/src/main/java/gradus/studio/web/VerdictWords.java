package gradus.studio.web;

import gradus.judge.Verdict.Integration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The words of a verdict on a page.
public final class VerdictWords {

    private VerdictWords() {}

    /// A part of a sentence: words, or code that was between backticks.
    public record Span(String text, boolean code) {}

    /// Splits a sentence into words and code.
    public static List<Span> spans(String sentence) {
        String[] stretches = sentence.split("`", -1);
        return IntStream.range(0, stretches.length)
                .mapToObj(i -> new Span(stretches[i], i % 2 == 1 && i < stretches.length - 1))
                .filter(span -> !span.text().isEmpty())
                .toList();
    }

    /// The last name of a path: `Vector.java`.
    public static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static String integration(Integration integration) {
        return switch (integration) {
            case Integration.NoOtherParts _ -> "";
            case Integration.Passed it ->
                "The checks also pass with your own parts: "
                        + it.parts().stream().map(VerdictWords::simpleName).collect(Collectors.joining(", ")) + ".";
            case Integration.Failed it ->
                "The checks pass with the library's other parts, but with your own parts “"
                        + it.failedCheck().title()
                        + "” fails. With the library's " + simpleName(it.part())
                        + " it passes, so look at your " + simpleName(it.part())
                        + ", or switch to the library's on the Progress page.";
        };
    }

    static String during(Optional<String> check) {
        return check.map(title -> " during “" + title + "”").orElse("");
    }

    static String seconds(Duration duration) {
        return duration.toSeconds() == 1 ? "1 second" : duration.toSeconds() + " seconds";
    }

    private static String simpleName(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
