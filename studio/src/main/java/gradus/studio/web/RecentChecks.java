package gradus.studio.web;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How recent checks ended, for a page whose connection broke off in the middle of one. The page has named its check,
/// and asks by that name.
final class RecentChecks {

    /// Pages ask at once, and a verdict with all its output has a few hundred kilobytes at most.
    private static final int KEPT = 32;

    private final Set<String> running = new HashSet<>();
    private final Map<String, Map<String, ?>> ended = new LinkedHashMap<>();

    /// A check with this name begins.
    ///
    /// @return whether the name is new; browsers send a request again if the connection ends before any answer
    synchronized boolean begin(String name) {
        return !ended.containsKey(name) && running.add(name);
    }

    /// It has ended with this event.
    synchronized void end(String name, Map<String, ?> event) {
        running.remove(name);
        ended.put(name, event);
        if (ended.size() > KEPT) {
            Iterator<String> oldest = ended.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /// It won't end with any event.
    synchronized void giveUp(String name) {
        running.remove(name);
    }

    synchronized boolean isRunning(String name) {
        return running.contains(name);
    }

    /// The last event of a check; empty if it is running or unknown.
    synchronized Optional<Map<String, ?>> lastEvent(String name) {
        return Optional.ofNullable(ended.get(name));
    }
}
