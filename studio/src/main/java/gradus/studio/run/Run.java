package gradus.studio.run;

import java.util.Optional;

/// A run, as its folder says it stands.
///
/// @param card empty until it is over; and if it was interrupted
public record Run(RunRequest request, RunState state, Optional<RunCard> card) {

    public String id() {
        return request.id();
    }

    public String lesson() {
        return request.lesson();
    }
}
