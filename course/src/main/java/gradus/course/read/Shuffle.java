package gradus.course.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Mixes the lines of a question, always in the same way, and never so that the solution stands there in order.
final class Shuffle {

    private Shuffle() {}

    static List<String> of(String id, List<String> lines, List<String> distractors) {
        var mixed = new ArrayList<>(
                Stream.concat(lines.stream(), distractors.stream()).toList());
        var chance = new Random(id.hashCode());
        boolean canDiffer = lines.stream().distinct().count() > 1;
        do {
            Collections.shuffle(mixed, chance);
        } while (canDiffer && without(mixed, distractors).equals(lines));
        return List.copyOf(mixed);
    }

    private static List<String> without(List<String> mixed, List<String> distractors) {
        return mixed.stream().filter(line -> !distractors.contains(line)).toList();
    }
}
