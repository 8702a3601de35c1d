package gradus.studio.journal;

import gradus.mastery.Attempt;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/// Appends to a journal forever, and prints the number of each attempt once it's acknowledged.
final class Appender {

    private Appender() {}

    public static void main(String[] args) {
        try (var journal = SqliteJournal.open(Path.of(args[0]))) {
            for (int number = Integer.parseInt(args[1]); ; number++) {
                String name = number + " ";
                journal.append(
                        Map.of("A.java", "class A" + number + " {}"),
                        hash -> new Attempt.Began(name + hash, Instant.EPOCH));
                System.out.println(number);
            }
        }
    }
}
