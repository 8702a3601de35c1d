package gradus.judge.compile;

import gradus.course.Source;
import gradus.course.cut.LibraryClass;
import gradus.course.cut.Merged;
import gradus.course.cut.Merged.Remark;
import gradus.course.cut.Merger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Lays the learner's members over the library's classes, which it parses once.
final class PartMerger {

    /// A syntax tree keeps a megabyte or more.
    private static final int MAX_PARSED = 4;

    private final Map<Source, LibraryClass> parsed = new LinkedHashMap<>();

    private LibraryClass parsed(Source library) {
        LibraryClass known = parsed.remove(library);
        LibraryClass result = known == null ? LibraryClass.of(library) : known;
        // The most recently used is the last in the map.
        parsed.put(library, result);
        if (parsed.size() > MAX_PARSED) {
            parsed.remove(parsed.keySet().iterator().next());
        }
        return result;
    }

    /// The members that run of a part, within the library's class; the newest file as it is if that is
    /// impossible.
    Merged merge(PartSource part) {
        List<PartSource.Own> files = withoutRepetitions(part);
        LibraryClass base = parsed(part.library());
        var remarks = new ArrayList<Remark>();
        for (PartSource.Own file : files.subList(0, files.size() - 1)) {
            try {
                Merged older = merge(base, part, file);
                base = LibraryClass.of(older.source());
                remarks.addAll(older.remarks());
            } catch (IllegalArgumentException | StackOverflowError e) {
                // It has passed with another library; without it, the library's members run.
                continue;
            }
        }
        try {
            Merged newest = merge(base, part, files.getLast());
            remarks.addAll(newest.remarks());
            return new Merged(newest.source(), newest.lines(), remarks);
        } catch (IllegalArgumentException | StackOverflowError e) {
            // The compiler explains why it is no Java.
            return Merged.whole(part.newest());
        }
    }

    private static Merged merge(LibraryClass base, PartSource part, PartSource.Own file) {
        return Merger.merge(base, part.source(file), file.members(), file.renames());
    }

    /// Members of an older file that are the same in the newest one run from there, on the lines where the
    /// learner sees them.
    private List<PartSource.Own> withoutRepetitions(PartSource part) {
        PartSource.Own newest = part.own().getLast();
        var files = new ArrayList<PartSource.Own>();
        for (PartSource.Own older : part.own().subList(0, part.own().size() - 1)) {
            if (isSame(part, older, newest)) {
                newest = new PartSource.Own(
                        newest.text(),
                        Stream.concat(newest.members().stream(), older.members().stream())
                                .distinct()
                                .toList(),
                        Stream.concat(newest.renames().stream(), older.renames().stream())
                                .distinct()
                                .toList());
            } else {
                files.add(older);
            }
        }
        files.add(newest);
        return files;
    }

    private boolean isSame(PartSource part, PartSource.Own older, PartSource.Own newest) {
        try {
            Merged before = merge(parsed(part.library()), part, older);
            Merged now = merge(
                    parsed(part.library()), part, new PartSource.Own(newest.text(), older.members(), older.renames()));
            return before.isSameCode(now);
        } catch (IllegalArgumentException | StackOverflowError e) {
            return false;
        }
    }
}
