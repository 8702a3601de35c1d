package gradus.judge.local;

import gradus.course.Coding;
import gradus.course.Cut;
import gradus.course.Lab;
import gradus.course.MemberId;
import gradus.course.Source;
import gradus.course.cut.LibrarySources;
import gradus.course.cut.SolutionSources;
import gradus.judge.LearnerPart;
import gradus.judge.LearnerParts;
import gradus.judge.Submission;
import gradus.judge.compile.PartSource;
import gradus.judge.compile.SourceSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What to compile for a submission and for the learner's parts: their members, laid over the library's
/// classes.
final class SourceSets {

    private final LibrarySources library;

    SourceSets(LibrarySources library) {
        this.library = library;
    }

    /// The members that `lab` cuts, of the files of a submission.
    SourceSet submission(Coding lab, Submission submission) {
        return together(lab, submission, LearnerParts.NONE);
    }

    /// The same, with the learner's parts. Of a class of the lab, these are members that other labs have
    /// passed.
    SourceSet together(Coding lab, Submission submission, LearnerParts learnerParts) {
        Map<String, List<PartSource.Own>> files = files(learnerParts);
        lab.cuts().forEach(cut -> {
            String text = submission.sources().get(Source.pathOf(cut.type()));
            if (text != null) {
                files.computeIfAbsent(cut.type(), _ -> new ArrayList<>())
                        .add(new PartSource.Own(text, cut.members(), lab.renames()));
            }
        });
        return sources(lab, files);
    }

    /// The learner's parts alone.
    SourceSet parts(Optional<Coding> lab, LearnerParts learnerParts) {
        Map<String, List<PartSource.Own>> files = files(learnerParts);
        return lab.isPresent() ? sources(lab.get(), files) : sources(type -> library.source(type), files);
    }

    /// What a submission for `lab` may run with: everything that the submission itself doesn't bring.
    static LearnerParts others(Coding lab, LearnerParts learnerParts) {
        return others(lab.cuts(), learnerParts);
    }

    /// The learner's parts without these members.
    static LearnerParts others(List<Cut> cuts, LearnerParts learnerParts) {
        LearnerParts others = learnerParts;
        for (Cut cut : cuts) {
            others = others.without(cut.type());
            for (LearnerPart part : learnerParts.of(cut.type())) {
                List<MemberId> members = part.members().stream()
                        .filter(member -> !cut.members().contains(member))
                        .toList();
                if (!members.isEmpty() && cut.members().stream().noneMatch(MemberId::isWholeType)) {
                    others = others.with(new LearnerPart(part.file(), members, part.renames()));
                }
            }
        }
        return others;
    }

    private static Map<String, List<PartSource.Own>> files(LearnerParts learnerParts) {
        var files = new LinkedHashMap<String, List<PartSource.Own>>();
        new TreeMap<>(learnerParts.parts())
                .forEach((type, parts) -> files.put(
                        type,
                        new ArrayList<>(parts.stream()
                                .map(part -> new PartSource.Own(part.file().text(), part.members(), part.renames()))
                                .toList())));
        return files;
    }

    private interface Library {
        Optional<Source> source(String type);
    }

    private SourceSet sources(Coding lab, Map<String, List<PartSource.Own>> files) {
        return sources(type -> library.source(lab, type), files);
    }

    /// A class without a source of the library's is compiled as it is.
    private static SourceSet sources(Library library, Map<String, List<PartSource.Own>> files) {
        var plain = new TreeMap<String, String>();
        var parts = new ArrayList<PartSource>();
        files.forEach((type, own) -> library.source(type)
                .ifPresentOrElse(
                        source -> parts.add(new PartSource(source, own)),
                        () -> plain.put(Source.pathOf(type), own.getLast().text())));
        return new SourceSet(plain, parts);
    }

    /// The submission of `solution`.
    static Submission toSubmission(Coding lab, Lab.Solution solution) {
        return new Submission(
                lab.lesson(),
                SolutionSources.of(lab).complete(solution).stream()
                        .collect(Collectors.toMap(Source::path, Source::text)));
    }
}
