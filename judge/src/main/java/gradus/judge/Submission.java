package gradus.judge;

import java.util.Map;

/// Sources submitted for a lab.
///
/// @param lesson the id of the lab's lesson
/// @param sources text by path: `gradus/ml/linalg/Vector.java`
public record Submission(String lesson, Map<String, String> sources) {

    public Submission {
        sources = Map.copyOf(sources);
    }
}
