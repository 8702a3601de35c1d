package gradus.judge;

import gradus.course.Source;
import java.util.Map;

/// The learner's own parts that are to run, by binary class name: what they handed in when it last passed. For
/// every other part the library's own class runs.
public record Parts(Map<String, Source> mine) {

    public static final Parts NONE = new Parts(Map.of());

    public Parts {
        mine = Map.copyOf(mine);
    }
}
