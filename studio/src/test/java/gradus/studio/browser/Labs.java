package gradus.studio.browser;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.studio.RealStudio;

/// Sources for the labs of the tests: the library's own, and ways to spoil it.
final class Labs {

    static final String NEAREST = "gradus.ml.classic.NearestNeighbour";
    static final String VECTOR = "gradus.ml.linalg.Vector";

    private Labs() {}

    static String right(String type) {
        return RealStudio.reference(type);
    }

    /// The library's source with one line of it spoilt.
    static String spoilt(String type, String line, String by) {
        String right = right(type);
        assertThat(right).as("the library's " + type).containsOnlyOnce(line);
        return right.replace(line, by);
    }
}
