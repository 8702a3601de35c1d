package gradus.course.read;

import java.util.Optional;

/// Keeps lessons that have been read without faults, so that an edit of one doesn't make all others be read
/// again. Several threads use it at the same time.
public interface LessonCache {

    /// Keeps nothing.
    LessonCache NONE = new LessonCache() {
        @Override
        public Optional<ReadLesson> get(String id, String key) {
            return Optional.empty();
        }

        @Override
        public void put(String id, String key, ReadLesson lesson) {}
    };

    /// The lesson `id`, if it was put with this key last.
    ///
    /// @param key the hash of everything that the lesson was read from
    Optional<ReadLesson> get(String id, String key);

    void put(String id, String key, ReadLesson lesson);
}
