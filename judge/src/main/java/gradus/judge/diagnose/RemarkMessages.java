package gradus.judge.diagnose;

import gradus.course.MemberId;
import gradus.course.Source;
import gradus.course.cut.Merged.Remark;
import gradus.judge.Verdict;
import gradus.judge.Verdict.Place;
import gradus.judge.compile.PartLayout;
import gradus.judge.javac.CompileError;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Tells in sentences how a learner's file and today's library class fit.
public final class RemarkMessages {

    private static final String UNTIL = " Until you change your file and it passes again, the library's runs.";

    private RemarkMessages() {}

    /// Why a submission can't run: members of the lab that its file lacks or declares otherwise.
    ///
    /// @param type the binary name of the class
    public static List<CompileError> errors(String type, PartLayout layout) {
        return layout.remarks().stream()
                .flatMap(remark -> error(simple(type), remark).stream()
                        .map(message -> new CompileError(Source.pathOf(type), remark.line(), 1, message, "")))
                .toList();
    }

    private static Optional<String> error(String name, Remark remark) {
        return switch (remark) {
            case Remark.Missing missing
            when missing.expected().isEmpty() ->
                Optional.of("the nested class " + missing.member().nested() + " is missing from " + name
                        + ". Restore it as in the starter.");
            case Remark.Missing missing ->
                Optional.of("`" + missing.expected() + "` is missing from " + name + ". Restore it as in the starter.");
            case Remark.Changed changed ->
                Optional.of("`" + changed.expected() + "` of " + name + " is changed: yours is `" + changed.got()
                        + "`. Other classes call it, so write its first line as the library does.");
            case Remark.Gone gone -> Optional.of("the library's " + name + " has no `" + gone.member() + "` any more.");
            case Remark.ImportClash clash ->
                Optional.of("`import " + clash.name() + "` names another class than the library's source of " + name
                        + " imports by that name. Leave the import out, and write the full name where you use it.");
            case Remark.Renamed renamed -> Optional.empty();
            case Remark.IgnoredEdit edit -> Optional.empty();
            case Remark.LentImport lent -> Optional.empty();
        };
    }

    /// What a learner may want to know about a submission that runs.
    ///
    /// @param passed members of the class that other labs have passed: edits of these aren't ignored
    public static List<Verdict.Remark> remarks(String type, PartLayout layout, Collection<MemberId> passed) {
        return layout.remarks().stream()
                .flatMap(remark -> remark(simple(type), remark, passed).stream()
                        .map(message -> new Verdict.Remark(
                                remark.line() > 0
                                        ? Optional.of(new Place(Source.pathOf(type), remark.line(), 1))
                                        : Optional.empty(),
                                message)))
                .toList();
    }

    private static Optional<String> remark(String name, Remark remark, Collection<MemberId> passed) {
        return switch (remark) {
            case Remark.Renamed renamed ->
                Optional.of("The library's `" + renamed.earlier() + "` of " + name + " is called `"
                        + renamed.member().name() + "` now. Yours runs under both names; rename it when you like.");
            case Remark.IgnoredEdit edit
            when passed.stream().noneMatch(member -> member.name().equals(edit.member())) ->
                Optional.of("You changed `" + edit.member() + "` of " + name
                        + ", which isn't part of this lab: here the library's runs.");
            case Remark.IgnoredEdit edit -> Optional.empty();
            case Remark.LentImport lent ->
                Optional.of("Your " + name + " lacks `import " + lent.name()
                        + ";`. Here the library's import serves; add it for your own editor.");
            case Remark.Missing missing -> Optional.empty();
            case Remark.Changed changed -> Optional.empty();
            case Remark.Gone gone -> Optional.empty();
            case Remark.ImportClash clash -> Optional.empty();
        };
    }

    /// What a learner may want to know about a class that passed earlier.
    public static List<Verdict.Remark> remarks(String type, PartLayout layout) {
        return layout.remarks().stream()
                .flatMap(remark -> outgrown(simple(type), remark).stream())
                .map(message -> new Verdict.Remark(Optional.empty(), message))
                .toList();
    }

    private static Optional<String> outgrown(String name, Remark remark) {
        return switch (remark) {
            case Remark.Changed changed ->
                Optional.of("The library now declares `" + changed.expected() + "` in " + name + "; yours is `"
                        + changed.got() + "`." + UNTIL);
            case Remark.Missing missing ->
                Optional.of("The library's " + name + " now has `"
                        + (missing.expected().isEmpty() ? missing.member().nested() : missing.expected())
                        + "`, which yours lacks." + UNTIL);
            case Remark.Gone gone ->
                Optional.of("The library's " + name + " has no `" + gone.member()
                        + "` any more, so yours doesn't run; nothing is left to do.");
            case Remark.ImportClash clash ->
                Optional.of("The library's " + name + " now imports another class with the simple name of `"
                        + clash.name() + "`. Write the full name where your " + name + " uses it." + UNTIL);
            case Remark.Renamed renamed -> remark(name, renamed, List.of());
            case Remark.IgnoredEdit edit -> Optional.empty();
            case Remark.LentImport lent -> Optional.empty();
        };
    }

    /// A class of the learner's that doesn't compile with today's library.
    public static Verdict.Remark setAside(String type, CompileError error) {
        String what = error.line() > 1 ? "line " + error.line() + ": " + error.message() : error.message();
        return new Verdict.Remark(
                Optional.empty(),
                "Your " + simple(type) + " no longer fits the library, which has changed: "
                        + withFullStop(what.lines().findFirst().orElse("")) + UNTIL);
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static String withFullStop(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }
}
