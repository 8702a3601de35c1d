package gradus.judge;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What the judge found out about itself by attacking itself.
///
/// @param deeds what was tried, in order
/// @param took how long the self-test took
public record Health(Tier tier, List<Deed.Outcome> deeds, Workers workers, Duration took) {

    public Health {
        deeds = List.copyOf(deeds);
    }

    /// What runs submissions.
    ///
    /// @param kind in words: "plain JVM"
    public record Workers(String kind) {}

    static Health of(List<Deed.Outcome> deeds, Workers workers, Duration took) {
        return new Health(Tier.of(deeds), deeds, workers, took);
    }

    /// Nothing could be tried, and so nothing is known to hold.
    public static Health untested(String why) {
        List<Deed.Outcome> untried = Arrays.stream(Deed.values())
                .map(deed -> Deed.Outcome.untried(deed, why))
                .toList();
        return of(untried, new Workers("unknown"), Duration.ZERO);
    }

    /// The deeds that came to this.
    public List<Deed.Outcome> that(Deed.Result result) {
        return deeds.stream().filter(it -> it.result() == result).toList();
    }

    /// The deeds of this tier that nothing held, or that could not be tried: what each was.
    public List<String> open(Tier of) {
        return deeds.stream()
                .filter(it -> it.deed().tier() == of && !it.held())
                .map(it -> it.deed().title())
                .toList();
    }

    /// Whether nothing of this tier holds.
    public boolean nothingOf(Tier of) {
        return deeds.stream().filter(it -> it.deed().tier() == of).noneMatch(Deed.Outcome::held);
    }

    /// What holds, in one sentence for the person whose code it is.
    public String sentence() {
        return switch (tier) {
            case NONE -> "It is not known whether anything confines your code here.";
            case T0 ->
                nothingOf(Tier.T1)
                        ? "Your code is confined only by the Java machine here: fit for your own code on your own machine."
                        : "Your code is confined here, but could " + String.join(", ", open(Tier.T1))
                                + ". That is fit for your own code on your own machine.";
            case T1, T2 -> "Your code runs confined (" + tier.layers() + ").";
        };
    }

    /// Why the judge serves one person only on this machine; empty if it may serve several.
    String refusal() {
        if (tier.atLeast(Tier.T1)) {
            return "";
        }
        List<String> open =
                Stream.of(Tier.T0, Tier.T1).flatMap(of -> open(of).stream()).toList();
        return "Judging for several people needs Landlock, seccomp and limits to hold everything, and on this machine"
                + " they did not hold this: " + String.join(", ", open)
                + "; run it on Linux 5.13 or newer, x86-64 or aarch64, or let each person run Gradus on a machine of"
                + " their own.";
    }
}
