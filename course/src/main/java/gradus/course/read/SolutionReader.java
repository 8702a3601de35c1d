package gradus.course.read;

import gradus.course.Cut;
import gradus.course.Lab;
import gradus.course.Nearest;
import gradus.course.Source;
import gradus.course.cut.Cutter;
import gradus.course.cut.Library;
import gradus.course.prose.Passage;
import gradus.course.prose.Prose;
import gradus.course.syntax.Syntax;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the wrong and the other right solutions of a lab.
final class SolutionReader {

    private final Context context;
    private final Outline.Plan plan;
    private final Prose prose;
    private final Set<String> misconceptions;
    private final Faults faults;

    SolutionReader(Context context, Outline.Plan plan, Prose prose, Set<String> misconceptions) {
        this.context = context;
        this.plan = plan;
        this.prose = prose;
        this.misconceptions = misconceptions;
        this.faults = context.faults();
    }

    List<Lab.Solution> wrong() {
        return all("wrong", 4, "four");
    }

    List<Lab.Solution> right() {
        return all("right", 2, "two");
    }

    private List<Lab.Solution> all(String kind, int least, String inWords) {
        Path folder = plan.folder().resolve(kind);
        var solutions = new ArrayList<Lab.Solution>();
        for (Path one : Library.list(folder, any -> true)) {
            if (Files.isDirectory(one)) {
                solutions.add(kind.equals("wrong") ? wrong(one) : solution(one, Optional.empty(), List.of()));
            } else {
                faults.add(
                        one,
                        1,
                        "Unknown file \"" + one.getFileName() + "\"; " + kind + "/ holds a folder for each "
                                + "solution.");
            }
        }
        if (solutions.size() < least) {
            faults.add(
                    plan.folder().resolve("lab.md"),
                    1,
                    "The lab must have " + inWords + " " + kind + " solutions at least, and has " + solutions.size()
                            + ".");
        }
        return solutions;
    }

    private Lab.Solution wrong(Path folder) {
        Path file = folder.resolve("wrong.md");
        if (!Files.isRegularFile(file)) {
            faults.add(file, 1, "The file is missing; a wrong solution names its misconception and has three hints.");
            return solution(folder, Optional.empty(), List.of());
        }
        Optional<Document> document = Document.of(file, faults);
        if (document.isEmpty()) {
            return solution(folder, Optional.empty(), List.of());
        }
        Fields fields = document.get().fields().only("misconception");
        String belief = fields.text("misconception");
        if (!belief.isEmpty() && !misconceptions.contains(belief)) {
            faults.add(
                    file,
                    fields.line("misconception"),
                    "Unknown misconception \"" + belief + "\"" + Nearest.hint(belief, misconceptions));
        }
        String name = folder.getFileName().toString();
        Passage body = document.get().body();
        List<String> hints = Hints.read(prose, body, body.line(), name, faults);
        return solution(folder, Optional.of(belief).filter(misconceptions::contains), hints);
    }

    private Lab.Solution solution(Path folder, Optional<String> belief, List<String> hints) {
        var sources = new ArrayList<Source>();
        boolean any = false;
        for (Path file : Library.list(folder, all -> true)) {
            String name = file.getFileName().toString();
            if (name.endsWith(".java")) {
                any = true;
                source(file).ifPresent(sources::add);
            } else if (!(name.equals("wrong.md") && folder.getParent().endsWith("wrong"))) {
                faults.add(file, 1, "Unknown file \"" + name + "\" in a solution.");
            }
        }
        if (!any) {
            faults.add(folder, 1, "The solution has no Java source.");
        }
        return new Lab.Solution(folder.getFileName().toString(), belief, hints, sources, folder);
    }

    private Optional<Source> source(Path file) {
        Optional<Passage> text = TextFile.read(file, faults);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Syntax syntax = Syntax.of(text.get().text());
        String simpleName = Library.simpleName(file);
        Optional<Cut> cut = plan.cuts().keySet().stream()
                .filter(one -> one.simpleName().equals(simpleName))
                .findFirst();
        if (!new JavaFile(file, Source.of(simpleName, text.get().text()), syntax).parses(faults)) {
            return Optional.empty();
        }
        if (cut.isEmpty() && cutsAreThere()) {
            faults.add(file, 1, "The solution is of " + simpleName + ", which the lab does not cut.");
        }
        if (cut.isEmpty()) {
            return Optional.empty();
        }
        return syntax.packageName().isEmpty() ? laidOver(file, cut.get(), syntax) : whole(file, cut.get(), syntax);
    }

    /// Whether it is clear what the lab cuts; if not, that has been said already.
    private boolean cutsAreThere() {
        return plan.allCutsRead()
                && plan.cuts().keySet().stream()
                        .allMatch(cut -> context.library()
                                .source(plan.folder(), cut.type())
                                .isPresent());
    }

    private Optional<Source> whole(Path file, Cut cut, Syntax syntax) {
        String type = syntax.packageName() + "." + cut.simpleName();
        if (!type.equals(cut.type())) {
            faults.add(file, 1, "The package must be that of " + cut.type() + ", not " + syntax.packageName() + ".");
            return Optional.empty();
        }
        return Optional.of(Source.of(cut.type(), syntax.text()));
    }

    private Optional<Source> laidOver(Path file, Cut cut, Syntax syntax) {
        if (syntax.type(cut.simpleName()).isEmpty()) {
            faults.add(file, 1, "The file must hold a class " + cut.simpleName() + ", after its name.");
            return Optional.empty();
        }
        return context.library()
                .source(plan.folder(), cut.type())
                .filter(source -> Syntax.of(source).type(cut.simpleName()).isPresent())
                .map(source -> Cutter.overlay(source, syntax.text()));
    }
}
