package gradus.course;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What of the library a submission may call, besides the lab's own classes and the types that their members
/// name: what the lessons before have built.
///
/// @param declared what `lab.md` allows: binary names of top-level classes, and members, as
///     `gradus.ml.linalg.Vector#from`, although another lab is still to cut them
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
    public static LibraryUse declaring(Set<String> declared) {
        var types = new HashSet<String>();
        var taught = new HashMap<String, List<MemberId>>();
        for (String entry : declared) {
            String[] parts = entry.split("#", 2);
            types.add(parts[0]);
            if (parts.length > 1) {
                taught.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(MemberId.parse(parts[1]));
            }
        }
        return new LibraryUse(declared, types, taught, Map.of());
    }

    /// Whether every class may be called.
    public boolean allowsEverything() {
        return types.contains("*");
    }
}
