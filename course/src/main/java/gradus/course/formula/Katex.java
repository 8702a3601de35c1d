package gradus.course.formula;

import gradus.course.Typesetter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.ScriptableObject;

/// Typesets formulas with KaTeX, which runs in a JavaScript engine. The engine starts with the first formula,
/// which takes a second. One formula is typeset at a time.
public final class Katex implements Typesetter {

    /// What the result depends on besides the formula. Change it when KaTeX or its options change.
    public static final String VERSION = "katex-0.19.1-1";

    private static final String SET = "(function (tex, display) {"
            + " return katex.renderToString(tex, {displayMode: display, output: 'htmlAndMathml', throwOnError: true,"
            + " strict: 'error', trust: false}); })";

    private @Nullable ScriptableObject scope;
    private @Nullable Function set;

    /// A typesetter whose engine hasn't started yet.
    public Katex() {}

    @Override
    public synchronized String typeset(String tex, boolean display) {
        try (Context context = Context.enter()) {
            context.setLanguageVersion(Context.VERSION_ES6);
            context.setInterpretedMode(true);
            if (scope == null || set == null) {
                scope = context.initSafeStandardObjects();
                context.evaluateString(scope, source(), "katex.js", 1, null);
                set = (Function) context.evaluateString(scope, SET, "set", 1, null);
            }
            return Context.toString(set.call(context, scope, scope, new Object[] {tex, display}));
        } catch (RhinoException e) {
            throw new InvalidFormulaException(reason(e.details()));
        }
    }

    /// KaTeX's own message, without its prefixes.
    private static String reason(String details) {
        return details.replaceFirst("^ParseError: ", "").replaceFirst("^KaTeX parse error: ", "");
    }

    private static String source() {
        try (InputStream in = Katex.class.getResourceAsStream("katex.js")) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: gradus/course/formula/katex.js is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
