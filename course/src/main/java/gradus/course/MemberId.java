package gradus.course;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A member of a class, by name: `plus`; `Model#probabilities`, a member of a nested class; `times(Matrix)`,
/// one of several overloads; `*` or `Model#*`, a whole type.
///
/// @param nested the nested class that declares it, relative to the top-level class: `Model`; empty if that
///     is the top-level class itself
/// @param name the simple name of a method, or [#ALL]
/// @param parameters the types of the parameters as the source writes them, to tell overloads apart; if
///     empty, every overload of the name is meant
public record MemberId(String nested, String name, Optional<List<String>> parameters) {

    /// The name that stands for every member of a type.
    public static final String ALL = "*";

    private static final Pattern FORM = Pattern.compile("(?:([\\w.]+)#)?(\\*|\\w+)(?:\\(([^)]*)\\))?");

    public MemberId {
        parameters = parameters.map(List::copyOf);
    }

    /// @throws IllegalArgumentException if `text` is no name of a member
    public static MemberId parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "a member is written plus, Model#plus, plus(Vector) or *, got \"" + text + "\"");
        }
        return new MemberId(
                form.group(1) == null ? "" : form.group(1),
                form.group(2),
                Optional.ofNullable(form.group(3))
                        .map(list -> Arrays.stream(list.split(","))
                                .map(type -> type.replaceAll("\\s", ""))
                                .filter(type -> !type.isEmpty())
                                .toList()));
    }

    /// Whether it stands for a whole type.
    public boolean isWholeType() {
        return name.equals(ALL);
    }

    /// As [#parse] reads it.
    @Override
    public String toString() {
        return (nested.isEmpty() ? "" : nested + "#")
                + name
                + parameters
                        .map(types -> types.stream().collect(Collectors.joining(", ", "(", ")")))
                        .orElse("");
    }
}
