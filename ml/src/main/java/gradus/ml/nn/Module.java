package gradus.ml.nn;

import gradus.ml.autodiff.Variable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// A part of a network, or all of it: something with parameters, each of which has a name.
public interface Module {

    /// The parameters by name, always in the same order. One that is used twice is listed once.
    SequencedMap<String, Variable> parameters();

    /// How many numbers there are to learn.
    default long parameterCount() {
        return parameters().values().stream()
                .mapToLong(parameter -> parameter.shape().elementCount())
                .sum();
    }

    /// The parameters of several modules, with the name of the module and a dot before each. One that
    /// several modules share has the name that it has in the first.
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
