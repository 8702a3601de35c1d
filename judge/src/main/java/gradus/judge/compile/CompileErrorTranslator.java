package gradus.judge.compile;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/// The compiler's errors, each with plain words beside it where it is one of the usual ones.
final class CompileErrorTranslator {

    /// More than this nobody reads; the first is the one to mend.
    private static final int MAX_ERRORS = 20;

    private CompileErrorTranslator() {}

    static List<CompileError> translate(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .limit(MAX_ERRORS)
                .map(CompileErrorTranslator::translate)
                .toList();
    }

    private static CompileError translate(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject source = diagnostic.getSource();
        String path = source == null ? "" : source.toUri().getPath().substring(1);
        String message = diagnostic.getMessage(Locale.ENGLISH).strip();
        return new CompileError(
                path,
                (int) Math.max(0, diagnostic.getLineNumber()),
                (int) Math.max(0, diagnostic.getColumnNumber()),
                message,
                explain(diagnostic, message, text(source)));
    }

    private static String explain(Diagnostic<?> diagnostic, String message, String text) {
        int at = (int) diagnostic.getPosition();
        boolean assigns = at >= 0 && at < text.length() && text.charAt(at) == '=';
        if (assigns && message.endsWith("cannot be converted to boolean")) {
            return "A single = gives a value to a variable. To compare, write ==.";
        }
        String words = ErrorExplanations.explain(diagnostic.getCode(), message);
        return diagnostic.getCode().contains("cant.resolve")
                ? NameSuggestions.suggest(message, text)
                        .map(suggestion -> words + " " + suggestion)
                        .orElse(words)
                : words;
    }

    private static String text(@Nullable JavaFileObject source) {
        try {
            return source == null ? "" : source.getCharContent(true).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
