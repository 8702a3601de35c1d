package gradus.proctor.worker;

import gradus.proctor.transcript.Event;
import java.util.Optional;

/// The vectors of this processor, which the SIMD kernels use. The module of the Vector API is only there if the JVM was
/// started for a run that computes.
final class VectorUnit {

    private static final String MODULE = "jdk.incubator.vector";

    private VectorUnit() {}

    /// The environment of a run that computes; empty for another.
    static Optional<Event.Environment> environment() {
        return ModuleLayer.boot()
                .findModule(MODULE)
                .map(module -> new Event.Environment(
                        Runtime.version().toString(),
                        bits(module),
                        Runtime.getRuntime().availableProcessors()));
    }

    private static int bits(Module module) {
        try {
            Object species = Class.forName(module, MODULE + ".FloatVector")
                    .getField("SPECIES_PREFERRED")
                    .get(null);
            return (int) Class.forName(module, MODULE + ".VectorSpecies")
                    .getMethod("vectorBitSize")
                    .invoke(species);
        } catch (ReflectiveOperationException e) {
            return 0;
        }
    }
}
