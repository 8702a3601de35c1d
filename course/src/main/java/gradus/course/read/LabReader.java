package gradus.course.read;

import gradus.course.Cut;
import gradus.course.Lab;
import gradus.course.Nearest;
import gradus.course.cut.Library;
import gradus.course.prose.Passage;
import gradus.course.prose.Prose;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a lab: `lab.md`, its checks, and the solutions that are kept with it.
final class LabReader {

    static final List<String> SECTIONS = List.of("task", "contract", "hints", "out-of-scope");

    private final Context context;
    private final Outline.Plan plan;
    private final Faults faults;
    private final Prose prose;
    private final Gathered gathered;
    private final Set<String> misconceptions;
    private final Path file;

    LabReader(Context context, Outline.Plan plan, Prose prose, Gathered gathered, Set<String> misconceptions) {
        this.context = context;
        this.plan = plan;
        this.faults = context.faults();
        this.prose = prose;
        this.gathered = gathered;
        this.misconceptions = misconceptions;
        this.file = plan.folder().resolve("lab.md");
    }

    Lab read(Document document) {
        Fields fields = document.fields().only("cuts", "limits", "data", "gate");
        List<Cut> cuts = List.copyOf(plan.cuts().keySet());
        new CutCheck(context, plan, gathered).check();
        besides();
        List<String> data = data(fields);
        var checks = new CheckReader(plan, gathered, faults).read();
        Optional<String> gate = gate(fields, checks);
        Map<String, Passage.Headed> sections = sections(document.body());
        var solutions = new SolutionReader(context, plan, prose, misconceptions);
        return new Lab(
                plan.id(),
                cuts,
                limits(fields),
                data,
                gate,
                statement(sections),
                tasks(sections.get("hints")),
                checks.checks(),
                checks.sources(),
                solutions.wrong(),
                solutions.right(),
                file);
    }

    private Lab.Limits limits(Fields fields) {
        if (!fields.has("limits")) {
            return Lab.Limits.DEFAULT;
        }
        return fields.mapping("limits")
                .map(limits -> limits.only("seconds", "megabytes"))
                .map(limits -> new Lab.Limits(
                        limits.whole("seconds", 1, 600, Lab.Limits.DEFAULT.seconds()),
                        limits.whole("megabytes", 16, 8192, Lab.Limits.DEFAULT.megabytes())))
                .orElse(Lab.Limits.DEFAULT);
    }

    private List<String> data(Fields fields) {
        var data = new ArrayList<String>();
        for (Fields.Entry entry : fields.texts("data")) {
            if (context.outline().data().contains(entry.text())) {
                data.add(entry.text());
            } else {
                faults.add(
                        file,
                        entry.line(),
                        "Unknown data set \"" + entry.text() + "\"; there is no folder data/" + entry.text()
                                + Nearest.hint(entry.text(), context.outline().data()));
            }
        }
        return data;
    }

    private Optional<String> gate(Fields fields, CheckReader.Checks checks) {
        if (!fields.has("gate")) {
            return Optional.empty();
        }
        String gate = fields.text("gate");
        List<String> ids = checks.checks().stream().map(Lab.Check::id).toList();
        if (!gate.isEmpty() && !ids.contains(gate) && checks.complete()) {
            faults.add(
                    file, fields.line("gate"), "The gate names no check: \"" + gate + "\"" + Nearest.hint(gate, ids));
        }
        return Optional.of(gate).filter(ids::contains);
    }

    private Map<String, Passage.Headed> sections(Passage body) {
        if (!body.before(2).blank()) {
            faults.add(file, body.line(), "Text stands before the first section; begin with \"## Task {#task}\".");
        }
        var sections = new LinkedHashMap<String, Passage.Headed>();
        for (Passage.Headed headed : body.split(2)) {
            String id = headed.id().orElse("");
            if (!SECTIONS.contains(id)) {
                faults.add(
                        file,
                        headed.line(),
                        "Unknown section \"" + (id.isEmpty() ? headed.title() : id) + "\""
                                + Nearest.hint(id, SECTIONS));
            } else if (sections.putIfAbsent(id, headed) != null) {
                faults.add(file, headed.line(), "The section \"" + id + "\" is there twice; keep one.");
            } else {
                gathered.anchor(id, file, headed.line(), faults);
            }
        }
        SECTIONS.stream()
                .filter(id -> !sections.containsKey(id))
                .forEach(id -> faults.add(file, body.line(), "The section \"" + id + "\" is missing."));
        List<String> wanted = SECTIONS.stream().filter(sections::containsKey).toList();
        if (!List.copyOf(sections.keySet()).equals(wanted)) {
            faults.add(
                    file, body.line(), "The sections must stand in this order: " + String.join(", ", SECTIONS) + ".");
        }
        return sections;
    }

    private String statement(Map<String, Passage.Headed> sections) {
        var html = new StringBuilder();
        for (String id : List.of("task", "contract", "out-of-scope")) {
            Passage.Headed headed = sections.get(id);
            if (headed != null) {
                html.append("<h3 id=\"").append(id).append("\">");
                html.append(prose.inline(file, headed.line(), headed.title())).append("</h3>\n");
                html.append(prose.html(headed.body()));
            }
        }
        return html.toString();
    }

    private List<Lab.Task> tasks(Passage.@Nullable Headed hints) {
        Set<String> cut = new LinkedHashSet<>();
        plan.cuts().keySet().forEach(one -> cut.addAll(one.members()));
        if (hints == null) {
            return List.of();
        }
        var tasks = new LinkedHashMap<String, Lab.Task>();
        for (Passage.Headed headed : hints.body().split(3)) {
            String id = headed.id().orElse("");
            if (!cut.contains(id) && plan.allCutsRead()) {
                faults.add(
                        file,
                        headed.line(),
                        "There are hints for \"" + (id.isEmpty() ? headed.title() : id)
                                + "\", which the lab does not cut" + Nearest.hint(id, cut));
            } else if (tasks.containsKey(id)) {
                faults.add(file, headed.line(), "There are hints for \"" + id + "\" twice; keep one.");
            } else {
                tasks.put(id, new Lab.Task(id, Hints.read(prose, headed.body(), headed.line(), id, faults)));
            }
        }
        cut.stream()
                .filter(id -> !tasks.containsKey(id))
                .forEach(id -> faults.add(
                        file,
                        hints.line(),
                        "There are no hints for \"" + id + "\", which the lab " + "cuts; add \"### " + id + " {#" + id
                                + "}\" with three."));
        return List.copyOf(tasks.values());
    }

    /// Sources beside `lab.md` must be in the lab's package.
    private void besides() {
        for (Path beside : Library.javaFiles(plan.folder())) {
            if (Files.isRegularFile(beside)) {
                JavaFile.of(beside, Library.labPackage(plan.id()), faults);
            }
        }
    }
}
