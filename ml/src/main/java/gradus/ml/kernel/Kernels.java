package gradus.ml.kernel;

import java.util.List;
import java.util.stream.Stream;

/// Selects the kernels: SIMD kernels where they are quick, otherwise the scalar reference kernels. Both give
/// the same bits, so this decides on the speed only.
///
/// The SIMD kernels need
///
/// - the module `jdk.incubator.vector`. It is present if `gradus.ml` is on the module path; on the class path
///   it needs `--add-modules jdk.incubator.vector`.
/// - the JVM's optimising compiler. Without it (`-Xint`, `-XX:TieredStopAtLevel=1`), each vector is a heap
///   object, which takes much longer than the numbers one by one.
/// - a processor with vectors of 128 bits and with fused multiply–add. All 64-bit ARM processors have them,
///   and nearly all of Intel and AMD since 2013.
///
/// The system property `gradus.kernels=plain` forces the reference kernels, and `gradus.kernels=simd` the
/// SIMD kernels, if there are the module and vectors of 128 bits. `gradus.kernels.plain=PlainGemm,PlainRowwise`
/// forces some of the reference kernels: those that a learner has written run, while the others are SIMD kernels.
public final class Kernels {

    private static final boolean FAST = areFast(System.getProperty("gradus.kernels", ""));

    private static final List<String> PLAIN =
            List.of(System.getProperty("gradus.kernels.plain", "").split(","));

    private Kernels() {}

    /// Whether the SIMD kernels run.
    public static boolean areFast() {
        return FAST;
    }

    /// Whether SIMD kernels run in place of those in these classes.
    static boolean areFast(Class<?>... reference) {
        return FAST && Stream.of(reference).map(Class::getSimpleName).noneMatch(PLAIN::contains);
    }

    private static boolean areFast(String property) {
        boolean wanted = property.equals("simd") || !property.equals("plain") && vectorsAreCompiled();
        return wanted
                && ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                && FloatLanes.SPECIES.length() >= FloatLanes.GROUP;
    }

    /// The JVM calls itself "interpreted mode", or "emulated-client" if it has the quick compiler only.
    private static boolean vectorsAreCompiled() {
        String mode = System.getProperty("java.vm.info", "");
        return !mode.contains("interpreted") && !mode.contains("emulated-client") && Fma.IS_INSTRUCTION;
    }
}
