package gradus.course;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What of the library a submission may call, besides the lab's own classes and the types that their members
/// name: what the lessons before have built.
///
/// @param declared the binary names of the top-level classes that `lab.md` allows
/// @param types those, and the ones that an earlier lab cuts
/// @param taught members of any class that an earlier lab has cut
/// @param untaught members of any class that another lab is still to cut, so that calling them would give its
///     work away, unless they are taught as well
public record LibraryUse(
        Set<String> declared,
        Set<String> types,
        Map<String, List<MemberId>> taught,
        Map<String, List<MemberId>> untaught) {

    /// Anything may be called.
    public static final LibraryUse ANYTHING = declaring(Set.of("*"));

    public LibraryUse {
        declared = Set.copyOf(declared);
        types = Set.copyOf(types);
        taught = Map.copyOf(taught);
        untaught = Map.copyOf(untaught);
    }

    /// What `lab.md` says by itself. [Course] adds what follows from all lessons.
    public static LibraryUse declaring(Set<String> types) {
        return new LibraryUse(types, types, Map.of(), Map.of());
    }

    /// Whether every class may be called.
    public boolean allowsEverything() {
        return types.contains("*");
    }
}
