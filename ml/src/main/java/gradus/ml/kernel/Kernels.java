package gradus.ml.kernel;

/// Selects the kernels: SIMD kernels if the Vector API is available, otherwise the scalar reference kernels.
///
/// The SIMD kernels need the module `jdk.incubator.vector`. It is present if `gradus.ml` is on the module
/// path; on the class path it needs `--add-modules jdk.incubator.vector`. The system property
/// `gradus.kernels=plain` forces the reference kernels.
public final class Kernels {

    private static final boolean FAST = !"plain".equals(System.getProperty("gradus.kernels"))
            && ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    private Kernels() {}

    /// Whether the SIMD kernels run.
    public static boolean areFast() {
        return FAST;
    }
}
