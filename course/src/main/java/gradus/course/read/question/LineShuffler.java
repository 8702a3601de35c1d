package gradus.course.read.question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Shuffles the lines of a question, always in the same way, and never so that the solution is already in
/// order.
final class LineShuffler {

    private LineShuffler() {}

    static List<String> shuffle(String id, List<String> lines, List<String> distractors) {
        var shuffled = new ArrayList<>(
                Stream.concat(lines.stream(), distractors.stream()).toList());
        var random = new Random(id.hashCode());
        boolean canDiffer = lines.stream().distinct().count() > 1;
        do {
            Collections.shuffle(shuffled, random);
        } while (canDiffer && without(shuffled, distractors).equals(lines));
        return List.copyOf(shuffled);
    }

    private static List<String> without(List<String> mixed, List<String> distractors) {
        return mixed.stream().filter(line -> !distractors.contains(line)).toList();
    }
}
