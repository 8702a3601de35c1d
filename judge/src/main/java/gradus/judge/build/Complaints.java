package gradus.judge.build;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/// The compiler's errors, each with plain words beside it where it is one of the usual ones.
final class Complaints {

    /// More than this nobody reads; the first is the one to mend.
    private static final int MOST = 20;

    private Complaints() {}

    static List<Complaint> of(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .limit(MOST)
                .map(Complaints::of)
                .toList();
    }

    private static Complaint of(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject source = diagnostic.getSource();
        String path = source == null ? "" : source.toUri().getPath().substring(1);
        String message = diagnostic.getMessage(Locale.ENGLISH).strip();
        return new Complaint(
                path,
                (int) Math.max(0, diagnostic.getLineNumber()),
                (int) Math.max(0, diagnostic.getColumnNumber()),
                message,
                plain(diagnostic.getCode(), message));
    }

    /// The code is like `compiler.err.cant.resolve.location.args`; what follows the first words is detail.
    static String plain(String code, String message) {
        String key = code.replace("compiler.err.", "");
        return Stream.of(Plain.values())
                .filter(plain -> key.startsWith(plain.key) && message.contains(plain.part))
                .findFirst()
                .map(plain -> plain.words)
                .orElse("");
    }

    /// In order: the first that fits is taken.
    private enum Plain {
        TOO_MANY_BRACES("expected4", "", "There is a closing brace } too many above: the class ends there."),
        SEMICOLON("expected", "';'", "A semicolon is missing at the end of this statement."),
        PARENTHESIS("expected", "')'", "A closing parenthesis is missing, or there is one too many before this place."),
        NOT_A_STATEMENT_NAME("expected", "<identifier>", "Java expects a name here. A statement outside a method?"),
        OTHER_EXPECTED("expected", "", "Something is missing here, or stands in the wrong place."),
        UNCLOSED("premature.eof", "", "The file ends too soon: a brace { was opened and never closed."),
        NOT_A_STATEMENT("not.stmt", "", "This is a value, not a statement. Assign it, return it, or call something."),
        START_OF_EXPRESSION(
                "illegal.start.of.expr",
                "",
                "An expression cannot begin like this. Look before it: was a brace or parenthesis never closed?"),
        START_OF_TYPE(
                "illegal.start.of.type", "", "A type or a statement cannot begin like this. Look just before it."),
        UNCLOSED_TEXT("unclosed.str.lit", "", "A text was opened with a double quote and not closed on this line."),
        UNKNOWN_METHOD(
                "cant.resolve",
                "symbol:   method",
                "There is no method of this name and these parameters. Check both."),
        UNKNOWN_CLASS(
                "cant.resolve",
                "symbol:   class",
                "There is no class of this name here. Check its spelling and imports."),
        UNKNOWN_VARIABLE(
                "cant.resolve",
                "symbol:   variable",
                "There is no variable of this name here. Check spelling, and its block."),
        UNKNOWN("cant.resolve", "", "This name is not known here. Check its spelling and imports."),
        LOSSY("prob.found.req", "lossy", "A number would lose digits here. Use the wider type, or cast on purpose."),
        TYPES("prob.found.req", "", "The value's type is not the type that is needed here."),
        OPERATOR("operator.cant.be.applied", "", "This operator does not work on values of these types."),
        INCOMPARABLE("incomparable.types", "", "Values of these two types can never be equal."),
        ARGUMENTS(
                "cant.apply.symbol", "", "The method exists, but not with these arguments. Compare number and types."),
        NO_RETURN("missing.ret.stmt", "", "Some way through this method ends without a return."),
        RETURN_WITHOUT("cant.ret.val", "", "This method is void: it has nothing to return."),
        UNREPORTED("unreported.exception", "", "This can throw a checked exception. Catch it; the contract has none."),
        UNREACHABLE("unreachable.stmt", "", "No run can get here: there is a return, throw or endless loop above."),
        NOT_INITIALISED(
                "var.might.not.have.been.initialized", "", "On some way to this place the variable has no value yet."),
        REASSIGNED("var.might.already.be.assigned", "", "A final variable can be given a value once only."),
        FINAL("cant.assign.val.to.var", "", "This is final: it keeps the value that it was given first."),
        EFFECTIVELY_FINAL(
                "local.variables.referenced", "", "A lambda can use only variables that are given a value once."),
        EFFECTIVELY_FINAL_2("cant.ref.non.effectively", "", "A lambda can use only variables that are set once."),
        TWICE("already.defined", "", "This name is taken: it is declared a second time in the same place."),
        FILE_NAME("class.public.should.be.in.file", "", "A public class must have the name of its file."),
        STATIC("non-static.cant.be.ref", "", "This belongs to an object. A static method has none at hand."),
        ABSTRACT("does.not.override.abstract", "", "A method that the class promises is missing, or differs."),
        OVERRIDE("method.does.not.override", "", "There is nothing that this overrides: name or parameters differ."),
        PRIVATE("report.access", "", "This is private to another class."),
        NO_PACKAGE("doesnt.exist", "", "There is no such package here. Labs may use java.base and the library."),
        MODULE("package.not.visible", "", "This package is closed here. Labs may use java.base and the library."),
        NO_ELEMENT("array.req.but.found", "", "Only an array can be indexed with [ ]."),
        DEREFERENCE("cant.deref", "", "A primitive value has no methods or fields.");

        private final String key;
        private final String part;
        private final String words;

        Plain(String key, String part, String words) {
            this.key = key;
            this.part = part;
            this.words = words;
        }
    }
}
