package gradus.studio.journal;

import gradus.mastery.Attempt;
import gradus.studio.json.Json;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Decodes the body of an entry, and tells damage from what a newer version of Gradus has written.
final class EntryDecoder {

    private static final Pattern KIND = Pattern.compile("[A-Z][A-Za-z]*");

    private EntryDecoder() {}

    static Decoded decode(String body) {
        try {
            Attempt attempt = Json.readWhole(body, Attempt.class);
            return attempt == null ? new Decoded.Damaged() : new Decoded.Sound(attempt);
        } catch (IllegalArgumentException e) {
            return unreadable(body);
        }
    }

    private static Decoded unreadable(String body) {
        try {
            return Json.read(body, Object.class) instanceof Map<?, ?> fields
                            && fields.get("type") instanceof String kind
                            && KIND.matcher(kind).matches()
                            && !isKnown(kind)
                    ? new Decoded.Newer(kind)
                    : new Decoded.Damaged();
        } catch (IllegalArgumentException e) {
            return new Decoded.Damaged();
        }
    }

    private static boolean isKnown(String kind) {
        return Stream.of(Attempt.class.getPermittedSubclasses())
                .anyMatch(known -> known.getSimpleName().equals(kind));
    }

    /// What the body of an entry is.
    sealed interface Decoded {

        record Sound(Attempt attempt) implements Decoded {}

        /// It is no attempt of any version.
        record Damaged() implements Decoded {}

        /// It is whole, but of a kind that this version doesn't know.
        record Newer(String kind) implements Decoded {}
    }
}
