package gradus.studio.run;

import java.time.Instant;
import java.util.Map;

/// What somebody wants to be run: the gate of a lab, with the sources as they were then.
///
/// @param id names its folder; later runs have greater ids
/// @param lesson the id of the lesson
/// @param title the title of the lesson
/// @param sources text by path
public record RunRequest(String id, String lesson, String title, Instant requestedAt, Map<String, String> sources) {
    public RunRequest {
        sources = Map.copyOf(sources);
    }
}
