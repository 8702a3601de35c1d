package gradus.course;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The members that a lab cuts out of one top-level class and the classes nested in it.
///
/// @param type the binary name of the top-level class, which is the *part*: `gradus.ml.linalg.Vector`
/// @param members what the learner writes of it
public record Cut(String type, List<MemberId> members) {

    private static final Pattern FORM = Pattern.compile("((?:[a-z]\\w*\\.)*[A-Z]\\w*)((?:\\.[A-Z]\\w*)*)#(.+)");

    public Cut {
        members = List.copyOf(members);
    }

    /// The cut of these members, each as [MemberId#parse] reads it.
    public static Cut of(String type, String... members) {
        return new Cut(type, Arrays.stream(members).map(MemberId::parse).toList());
    }

    /// Reads a line of `lab.md`: `gradus.ml.linalg.Vector#plus,times(double)`, or
    /// `gradus.ml.classic.LogisticRegression.Model#probabilities`, or `gradus.ml.linalg.Vector#*`; empty if
    /// `text` has no such form.
    public static Optional<Cut> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        String nested = form.group(2).isEmpty() ? "" : form.group(2).substring(1) + "#";
        try {
            return Optional.of(new Cut(
                    form.group(1),
                    Arrays.stream(form.group(3).split(",(?![^(]*\\))"))
                            .map(member -> MemberId.parse(nested + member.strip()))
                            .toList()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The members of both, which are of the same class.
    public Cut and(Cut other) {
        return new Cut(
                type,
                Stream.concat(members.stream(), other.members.stream())
                        .distinct()
                        .toList());
    }

    /// The simple name of the class.
    public String simpleName() {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /// Whether it cuts a member of this simple name, in whichever class or overload.
    public boolean names(String member) {
        return members.stream().anyMatch(id -> id.isWholeType() || id.name().equals(member));
    }

    /// Whether whoever writes these members writes `member`, all its overloads or the one that it names.
    public boolean writes(MemberId member) {
        return members.stream()
                .anyMatch(id -> id.equals(member)
                        || id.isWholeType()
                                && (id.nested().isEmpty() || id.nested().equals(member.nested()))
                        || id.parameters().isEmpty()
                                && id.name().equals(member.name())
                                && id.nested().equals(member.nested()));
    }

    /// What the hints for `member` are headed by: its simple name, with the class or the parameters where the
    /// lab cuts several members of that name.
    public String label(MemberId member) {
        String name = member.isWholeType() ? member.nested().isEmpty() ? simpleName() : member.nested() : member.name();
        boolean ambiguous = !member.isWholeType()
                && members.stream()
                                .filter(other -> other.name().equals(member.name()))
                                .count()
                        > 1;
        if (!ambiguous) {
            return name;
        }
        String type = member.nested().isEmpty() ? simpleName() : member.nested();
        return (type + "-" + name
                        + member.parameters()
                                .map(types -> "-" + String.join("-", types))
                                .orElse(""))
                .replaceAll("[^\\w-]", "");
    }

    /// [#label] of every member, in order.
    public List<String> labels() {
        return members.stream().map(this::label).toList();
    }
}
