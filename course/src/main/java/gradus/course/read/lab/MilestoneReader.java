package gradus.course.read.lab;

import gradus.course.Cut;
import gradus.course.MemberId;
import gradus.course.Milestone;
import gradus.course.cut.LibrarySources;
import gradus.course.proof.ProofFile;
import gradus.course.prose.Passage;
import gradus.course.prose.ProseRenderer;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.FrontMatterFile;
import gradus.course.read.file.YamlFields;
import gradus.course.read.outline.LabKind;
import gradus.course.read.outline.LessonIndex;
import gradus.course.read.outline.Outline;
import gradus.course.read.outline.ReaderContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a milestone: `lab.md` with the task and the story, its checks and its ablations.
public final class MilestoneReader {

    private static final String PARTS = "parts";
    private static final String RECORD = "record";
    private static final String BETTER = "better";
    private static final String TASK = "task";
    private static final String STORY = "story";
    private static final List<String> SECTIONS = List.of(TASK, STORY);
    private static final Pattern SENTENCE = Pattern.compile("(.*?[.!?])(?=\\s|$).*", Pattern.DOTALL);

    private final ReaderContext context;
    private final Outline.LessonOutline outline;
    private final FaultCollector faults;
    private final ProseRenderer prose;
    private final LessonIndex index;
    private final Path file;

    public MilestoneReader(
            ReaderContext context, Outline.LessonOutline outline, ProseRenderer prose, LessonIndex index) {
        this.context = context;
        this.outline = outline;
        this.faults = context.faults();
        this.prose = prose;
        this.index = index;
        this.file = outline.folder().resolve("lab.md");
    }

    public Milestone read(FrontMatterFile document) {
        YamlFields fields =
                document.fields().allowOnly(LabKind.FIELD, "year", "source", PARTS, "limits", "data", RECORD, BETTER);
        List<YamlFields.Entry> entries = fields.strings(PARTS);
        var named = new NamedMembers(context, file, entries, "part", "the members that must be the learner's own");
        if (entries.isEmpty() && fields.has(PARTS)) {
            faults.add(
                    file,
                    fields.line(PARTS),
                    "The milestone names no parts, so nothing of it would be the learner's; name the members.");
        }
        named.cuts().forEach(part -> checkTaught(part, fields.line(PARTS)));
        Map<String, Passage.HeadedPassage> sections = LabSections.read(document.body(), SECTIONS, index, faults);
        var checks = new CheckReader(outline, index, faults, List.of()).read();
        var solutions = new SolutionReader(
                context, outline.folder(), prose, Set.of(), named.changeable("name"), named.references());
        var members = new SolutionMembers(named.cuts(), named.references());
        checkFolders();
        ProofFile.read(outline.folder())
                .fault()
                .ifPresent(fault -> faults.add(fault.file(), fault.line(), fault.message()));
        return new Milestone(
                outline.id(),
                origin(fields, sections.get(STORY)),
                Optional.ofNullable(sections.get(TASK))
                        .map(section -> prose.renderBlocks(section.body()))
                        .orElse(""),
                named.cuts(),
                new LimitsReader(fields, file, faults).computing(),
                CodingReader.data(context, file, fields),
                checks.checks(),
                checks.sources(),
                named.references(),
                new AblationReader(solutions, members, prose, faults).read(),
                best(fields),
                file);
    }

    /// Reports members that no learner can have written before this lesson.
    private void checkTaught(Cut part, int line) {
        List<Cut> before = context.outline().ancestors(outline.id()).stream()
                .flatMap(id -> Optional.ofNullable(context.outline().lessons().get(id)).stream())
                .flatMap(lesson -> lesson.cuts().keySet().stream())
                .filter(cut -> cut.type().equals(part.type()))
                .toList();
        for (MemberId member : part.members()) {
            if (before.stream().noneMatch(cut -> cut.writes(member))) {
                faults.add(
                        file,
                        line,
                        "No lesson that this one needs has its learners write " + part.simpleName() + "#" + member
                                + "; add the lesson that cuts it to \"needs\", or leave the part out.");
            }
        }
    }

    private Milestone.Origin origin(YamlFields fields, Passage.@Nullable HeadedPassage story) {
        String html = "";
        String opening = "";
        if (story != null) {
            html = prose.renderBlocks(story.body());
            Matcher sentence = SENTENCE.matcher(story.body().text().strip());
            if (sentence.matches()) {
                opening =
                        prose.renderInline(file, story.line(), sentence.group(1).replace('\n', ' '));
            } else {
                faults.add(
                        file,
                        story.line(),
                        "The story has no sentence; tell how the result came about, and name the sources.");
            }
        }
        return new Milestone.Origin(fields.string("year"), fields.string("source"), html, opening);
    }

    private Optional<Milestone.Best> best(YamlFields fields) {
        if (!fields.has(RECORD)) {
            if (fields.has(BETTER)) {
                faults.add(
                        file,
                        fields.line(BETTER),
                        "The milestone says what is \"better\" and has no \"record\"; name the metric that is kept.");
            }
            return Optional.empty();
        }
        String metric = fields.string(RECORD);
        String better = fields.string(BETTER);
        boolean higher = better.equals("higher");
        if (!better.isEmpty() && !higher && !better.equals("lower")) {
            faults.add(
                    file,
                    fields.line(BETTER),
                    "The field \"better\" must be \"higher\" or \"lower\", not \"" + better + "\".");
        }
        return metric.isEmpty() ? Optional.empty() : Optional.of(new Milestone.Best(metric, higher));
    }

    private void checkFolders() {
        for (String name : List.of("wrong", "right")) {
            Path folder = outline.folder().resolve(name);
            if (Files.exists(folder)) {
                faults.add(
                        folder,
                        1,
                        "In a milestone nothing is handed in, so it has no folder " + name + "/; remove it.");
            }
        }
        LibrarySources.javaFiles(outline.folder())
                .forEach(source ->
                        faults.add(source, 1, "A milestone gives no sources beside lab.md; move or delete it."));
    }
}
