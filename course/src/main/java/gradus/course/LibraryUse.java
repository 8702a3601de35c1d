package gradus.course;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What of the library a submission may call, besides the lab's own classes and the types that their members
/// name: what the lessons before have built.
///
/// @param types the binary names of top-level classes: those that an earlier lab cuts, and those that
///     `lab.md` allows
/// @param taught members of any class that an earlier lab has cut
/// @param untaught members of any class that another lab is still to cut, so that calling them would give its
///     work away, unless they are taught as well
public record LibraryUse(Set<String> types, Map<String, List<MemberId>> taught, Map<String, List<MemberId>> untaught) {

    /// Anything may be called.
    public static final LibraryUse ANYTHING = new LibraryUse(Set.of("*"), Map.of(), Map.of());

    public LibraryUse {
        types = Set.copyOf(types);
        taught = Map.copyOf(taught);
        untaught = Map.copyOf(untaught);
    }

    /// Whether every class may be called.
    public boolean allowsEverything() {
        return types.contains("*");
    }
}
