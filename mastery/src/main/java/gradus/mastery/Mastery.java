package gradus.mastery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A learner's state of knowledge, computed from their attempts.
///
/// @param lessons the knowledge by lesson; lessons without attempts are not in it
/// @param parts the learner's latest choice by part: their own class (true) or the library's (false)
public record Mastery(Map<String, Knowledge> lessons, Map<String, Boolean> parts) {

    /// For so long after an answer that counts, others are free: one tries them out after the explanation.
    private static final Duration TRYING_OUT = Duration.ofHours(12);

    public static final Mastery NONE = new Mastery(Map.of(), Map.of());

    public Mastery {
        lessons = Map.copyOf(lessons);
        parts = Map.copyOf(parts);
    }

    /// The state after `attempts`, in order.
    public static Mastery of(List<Attempt> attempts) {
        Mastery mastery = NONE;
        for (Attempt attempt : attempts) {
            mastery = mastery.after(attempt);
        }
        return mastery;
    }

    /// The state after one more attempt.
    public Mastery after(Attempt attempt) {
        if (attempt instanceof Attempt.ChosePart choice) {
            var chosen = new HashMap<>(parts);
            chosen.put(choice.part(), choice.mine());
            return new Mastery(lessons, chosen);
        }
        var known = new HashMap<>(lessons);
        known.put(attempt.lesson(), knowledgeOf(attempt.lesson()).after(attempt));
        return new Mastery(known, parts);
    }

    /// The knowledge of one lesson.
    public Knowledge knowledgeOf(String lesson) {
        return lessons.getOrDefault(lesson, Knowledge.NONE);
    }

    public boolean passed(String lesson) {
        return knowledgeOf(lesson).passedAt().isPresent();
    }

    /// The answer to a question that counts: the first, and later one that is given after a night.
    public record Answer(boolean right, Instant at) {}

    /// A learner's state in one lesson.
    ///
    /// @param startedAt when its lab was put into the workspace
    /// @param submissions how often its lab was submitted
    /// @param lastSubmission the latest submission
    /// @param passedAt when it was first passed
    /// @param passingSources the hash of the latest sources that passed
    /// @param lastPassedAt when these passed
    /// @param lastActivityAt the time of the latest attempt
    /// @param hints the level of the latest hint, by task
    /// @param mistakeHint the level of the latest hint of the mistake in the latest submission, beyond the first,
    ///     which the verdict shows; else 1
    /// @param answers the answer that counts, by question
    public record Knowledge(
            Optional<Instant> startedAt,
            int submissions,
            Optional<Attempt.HandedIn> lastSubmission,
            Optional<Instant> passedAt,
            Optional<String> passingSources,
            Optional<Instant> lastPassedAt,
            Optional<Instant> lastActivityAt,
            Map<String, Integer> hints,
            int mistakeHint,
            Map<String, Answer> answers) {

        public static final Knowledge NONE = new Knowledge(
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                1,
                Map.of());

        public Knowledge {
            hints = Map.copyOf(hints);
            answers = Map.copyOf(answers);
        }

        /// Whether the lab was submitted and has never passed.
        public boolean stuck() {
            return passedAt.isEmpty() && lastSubmission.isPresent();
        }

        Knowledge after(Attempt attempt) {
            Optional<Instant> now = Optional.of(attempt.at());
            return switch (attempt) {
                case Attempt.Began _ ->
                    new Knowledge(
                            startedAt.or(() -> now),
                            submissions,
                            lastSubmission,
                            passedAt,
                            passingSources,
                            lastPassedAt,
                            now,
                            hints,
                            mistakeHint,
                            answers);
                case Attempt.HandedIn it ->
                    new Knowledge(
                            startedAt.or(() -> now),
                            submissions + 1,
                            Optional.of(it),
                            it.pass() ? passedAt.or(() -> now) : passedAt,
                            it.pass() ? Optional.of(it.sources()) : passingSources,
                            it.pass() ? now : lastPassedAt,
                            now,
                            hints,
                            1,
                            answers);
                case Attempt.TookHint it ->
                    new Knowledge(
                            startedAt,
                            submissions,
                            lastSubmission,
                            passedAt,
                            passingSources,
                            lastPassedAt,
                            now,
                            with(hints, it.task(), it.level()),
                            mistakeHint,
                            answers);
                case Attempt.TookMistakeHint it ->
                    new Knowledge(
                            startedAt,
                            submissions,
                            lastSubmission,
                            passedAt,
                            passingSources,
                            lastPassedAt,
                            now,
                            hints,
                            it.level(),
                            answers);
                case Attempt.Answered it ->
                    new Knowledge(
                            startedAt,
                            submissions,
                            lastSubmission,
                            passedAt,
                            passingSources,
                            lastPassedAt,
                            now,
                            hints,
                            mistakeHint,
                            counts(it) ? with(answers, it.question(), new Answer(it.right(), it.at())) : answers);
                case Attempt.ChosePart _ -> this;
            };
        }

        /// Whether it shows what the learner knows, and not what an explanation has just told.
        private boolean counts(Attempt.Answered answered) {
            Answer before = answers.get(answered.question());
            return before == null || !answered.at().isBefore(before.at().plus(TRYING_OUT));
        }

        private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
            var copy = new LinkedHashMap<>(map);
            copy.put(key, value);
            return copy;
        }
    }
}
