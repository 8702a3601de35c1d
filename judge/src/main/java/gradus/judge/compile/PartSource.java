package gradus.judge.compile;

import gradus.course.MemberId;
import gradus.course.Rename;
import gradus.course.Source;
import java.util.List;

/// One class to compile: members of the learner's files, laid over the library's class.
///
/// @param library the library's source of the class
/// @param own the learner's files of the class, the newest last
public record PartSource(Source library, List<Own> own) {

    public PartSource {
        own = List.copyOf(own);
        if (own.isEmpty()) {
            throw new IllegalArgumentException("a part has at least one file, " + library.path() + " has none");
        }
    }

    /// A file of the learner's.
    ///
    /// @param members what runs of it
    /// @param renames what the library calls by another name now
    public record Own(String text, List<MemberId> members, List<Rename> renames) {
        public Own {
            members = List.copyOf(members);
            renames = List.copyOf(renames);
        }
    }

    public String path() {
        return library.path();
    }

    PartSource withComment(String comment) {
        return new PartSource(
                library,
                own.stream()
                        .map(file -> new Own(file.text() + "\n" + comment + "\n", file.members(), file.renames()))
                        .toList());
    }

    /// The learner's newest file, as it is.
    Source newest() {
        return source(own.getLast());
    }

    Source source(Own file) {
        return new Source(library.path(), library.className(), file.text());
    }
}
