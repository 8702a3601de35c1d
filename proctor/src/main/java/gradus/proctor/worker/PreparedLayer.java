package gradus.proctor.worker;

import gradus.proctor.transcript.Job;
import java.util.Set;

/// A layer for a job like the last one, whose classes are loaded while the worker waits. The next job brings other
/// parts and nothing else, as a rule.
record PreparedLayer(Job last, LayerClassLoader loader) {

    /// @param used the names of the classes that the last job has loaded
    static PreparedLayer like(Job last, Set<String> used) {
        LayerClassLoader loader = ModuleLayers.defineWithoutParts(last);
        loader.loadAhead(used, LayerClassLoader.topLevelNames(last.parts()));
        return new PreparedLayer(last, loader);
    }

    boolean fits(Job job) {
        return job.library() == last.library()
                && job.clients() == last.clients()
                && ModuleLayers.packages(job.parts().keySet().stream())
                        .equals(ModuleLayers.packages(last.parts().keySet().stream()))
                && !loader.isTooLateFor(job.parts());
    }

    /// The loader with the parts of `job`. It can be used once.
    LayerClassLoader with(Job job) {
        loader.overlay(job.parts());
        return loader;
    }
}
