package gradus.judge.javac;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/// Translates the compiler's diagnostics into errors, with an explanation for the common ones.
final class CompileErrorTranslator {

    /// Nobody reads more than this; the first error is the one to fix.
    private static final int MAX_ERRORS = 20;

    private CompileErrorTranslator() {}

    static List<CompileError> translate(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        var errors = new ArrayList<CompileError>();
        for (var diagnostic : diagnostics) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR && errors.size() < MAX_ERRORS) {
                CompileError error = translate(diagnostic);
                if (errors.isEmpty() || !follows(error, errors.getLast())) {
                    errors.add(error);
                }
            }
        }
        return errors;
    }

    /// Whether an error only says again what the one before it said: the compiler repeats itself for each
    /// character that it doesn't know, and for what else stands outside of the class.
    private static boolean follows(CompileError error, CompileError before) {
        return error.path().equals(before.path())
                && error.message().equals(before.message())
                && (error.line() == before.line() || error.message().startsWith(OutsideText.MESSAGE));
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
            return "A single = assigns a value. To compare, write ==.";
        }
        String explanation = OutsideText.explain(diagnostic.getCode(), message, text, at)
                .orElseGet(() -> ErrorExplanations.explain(diagnostic.getCode(), message));
        return diagnostic.getCode().contains("cant.resolve")
                ? NameSuggestions.junitAssertion(message, text)
                        .or(() -> NameSuggestions.missingImport(message))
                        .or(() -> NameSuggestions.nearest(message, text)
                                .map(near -> explanation + " Did you mean `" + near + "`?"))
                        .orElse(explanation)
                : explanation;
    }

    private static String text(@Nullable JavaFileObject source) {
        try {
            return source == null ? "" : source.getCharContent(true).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
