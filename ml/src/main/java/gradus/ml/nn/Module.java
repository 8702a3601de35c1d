package gradus.ml.nn;

import gradus.ml.autodiff.Variable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// Neural network or a part of one, with named parameters (`nn.Module` in PyTorch).
///
/// [java.lang.Module] has the same name. Import this one by itself: `import gradus.ml.nn.Module;`.
public interface Module {

    /// The parameters by name (`named_parameters`), always in the same order. A parameter that is used twice
    /// is listed once.
    SequencedMap<String, Variable> parameters();

    /// Number of trainable weights: the elements of all parameters.
    default long parameterCount() {
        return parameters().values().stream()
                .mapToLong(parameter -> parameter.shape().elementCount())
                .sum();
    }

    /// The parameters of several modules. Each name is prefixed with the name of its module and a dot, such
    /// as `0.weight`. A parameter shared by several modules is listed once, under the first of them.
    static SequencedMap<String, Variable> parametersOf(Map<String, ? extends Module> modules) {
        var all = new LinkedHashMap<String, Variable>();
        var seen = new HashSet<Variable>();
        modules.forEach((name, module) -> module.parameters().forEach((own, parameter) -> {
            if (seen.add(parameter)) {
                all.put(name + "." + own, parameter);
            }
        }));
        return all;
    }
}
