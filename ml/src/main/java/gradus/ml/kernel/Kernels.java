package gradus.ml.kernel;

/// Which form of the kernels runs: the fast one where the machine has vectors, else the plain one.
///
/// The fast form needs the module `jdk.incubator.vector`, which is there when `gradus.ml` is on the module
/// path, and with `--add-modules jdk.incubator.vector` when it is on the class path. The system property
/// `gradus.kernels=plain` takes the plain form all the same.
public final class Kernels {

    private static final boolean FAST = !"plain".equals(System.getProperty("gradus.kernels"))
            && ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    private Kernels() {}

    /// Whether the fast form runs.
    public static boolean areFast() {
        return FAST;
    }
}
