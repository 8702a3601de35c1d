package gradus.course.read;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import gradus.course.Cut;
import gradus.course.Nearest;
import gradus.course.Source;
import gradus.course.syntax.Members;
import gradus.course.syntax.Syntax;
import gradus.course.syntax.Written;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Whether what a lab cuts is there.
final class CutCheck {

    private final Context context;
    private final Outline.Plan plan;
    private final Gathered gathered;

    CutCheck(Context context, Outline.Plan plan, Gathered gathered) {
        this.context = context;
        this.plan = plan;
        this.gathered = gathered;
    }

    void check() {
        plan.cuts().forEach(this::check);
    }

    private void check(Cut cut, int line) {
        Optional<Source> source = context.library().source(plan.folder(), cut.type());
        if (source.isEmpty()) {
            fault(
                    line,
                    "The cut is of a class that is not there: \"" + cut.type() + "\""
                            + Nearest.hint(cut.type(), context.library().classes()));
            return;
        }
        Path file = file(cut);
        Syntax syntax = Syntax.of(source.get());
        if (!new JavaFile(file, source.get(), syntax).parses(context.faults())) {
            return;
        }
        if (syntax.type(cut.simpleName()).isEmpty()) {
            context.faults().add(file, 1, "The file must hold a class " + cut.simpleName() + ", after its name.");
            return;
        }
        var members = new Members(syntax, syntax.type(cut.simpleName()).get());
        List<String> missing = cut.members().stream()
                .filter(name -> members.methods(name).stream().allMatch(method -> method.getBody() == null))
                .toList();
        List<String> names = members.all().stream()
                .filter(MethodTree.class::isInstance)
                .map(members::name)
                .toList();
        missing.forEach(name -> fault(
                line,
                "The cut is of a member that is not there: \"" + name + "\" in " + cut.type()
                        + Nearest.hint(name, names)));
        if (missing.isEmpty()) {
            List<Tree> written = Written.of(cut, source.get(), syntax).trees();
            gathered.snippets.add(new Snippet(file, at -> at, syntax, written, false));
        }
    }

    private Path file(Cut cut) {
        return cut.type().startsWith("gradus.lab.")
                ? plan.folder().resolve(cut.simpleName() + ".java")
                : context.library().file(cut.type());
    }

    private void fault(int line, String sentence) {
        context.faults().add(plan.folder().resolve("lab.md"), line, sentence);
    }
}
