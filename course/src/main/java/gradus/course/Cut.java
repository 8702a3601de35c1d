package gradus.course;

import java.util.List;

/// A cut: the members that a lab cuts out of one class.
///
/// @param type the binary name of the class, which is the *part*: `gradus.ml.linalg.Vector`
/// @param members the names of the methods that lose their bodies; every overload of a name is cut
public record Cut(String type, List<String> members) {

    public Cut {
        members = List.copyOf(members);
    }

    public String simpleName() {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
