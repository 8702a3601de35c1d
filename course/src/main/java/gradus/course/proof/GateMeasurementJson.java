package gradus.course.proof;

import gradus.course.proof.GateMeasurement.Series;
import gradus.course.proof.GateMeasurement.Summary;
import gradus.course.proof.GateMeasurement.Threshold;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.YamlFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The measurement of the gate in a `proof.json`. Its numbers are strings, as Java writes them.
final class GateMeasurementJson {

    private final FaultCollector faults;

    private GateMeasurementJson(FaultCollector faults) {
        this.faults = faults;
    }

    static GateMeasurement read(YamlFields fields, FaultCollector faults) {
        var json = new GateMeasurementJson(faults);
        fields.allowOnly("key", "seeds", "series");
        return new GateMeasurement(
                fields.string("key"),
                fields.integer("seeds", 1, Integer.MAX_VALUE, 1),
                fields.mappings("series").stream().map(json::series).toList());
    }

    private Series series(YamlFields fields) {
        fields.allowOnly("solution", "reachesGate", "passed", "metrics");
        return new Series(
                fields.string("solution"),
                fields.string("reachesGate").equals("true"),
                fields.integer("passed", 0, Integer.MAX_VALUE, 0),
                fields.mappings("metrics").stream().map(this::summary).toList());
    }

    private Summary summary(YamlFields fields) {
        fields.allowOnly("name", "atLeast", "atMost", "runs", "mean", "deviation", "least", "greatest");
        return new Summary(
                fields.string("name"),
                threshold(fields),
                fields.integer("runs", 1, Integer.MAX_VALUE, 1),
                number(fields, "mean"),
                number(fields, "deviation"),
                number(fields, "least"),
                number(fields, "greatest"));
    }

    private Optional<Threshold> threshold(YamlFields fields) {
        return fields.has("atLeast")
                ? Optional.of(new Threshold(true, number(fields, "atLeast")))
                : fields.has("atMost") ? Optional.of(new Threshold(false, number(fields, "atMost"))) : Optional.empty();
    }

    private double number(YamlFields fields, String name) {
        String text = fields.string(name);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            faults.add(fields.file(), fields.line(name), "\"" + name + "\" must be a number, and is \"" + text + "\".");
            return 0;
        }
    }

    static Map<String, Object> object(GateMeasurement gate) {
        var object = new LinkedHashMap<String, Object>();
        object.put("key", gate.key());
        object.put("seeds", gate.seeds());
        object.put(
                "series",
                gate.series().stream().map(GateMeasurementJson::object).toList());
        return object;
    }

    private static Map<String, Object> object(Series series) {
        var object = new LinkedHashMap<String, Object>();
        object.put("solution", series.solution());
        object.put("reachesGate", series.reachesGate());
        object.put("passed", series.passed());
        List<Map<String, Object>> metrics =
                series.metrics().stream().map(GateMeasurementJson::object).toList();
        object.put("metrics", metrics);
        return object;
    }

    private static Map<String, Object> object(Summary metric) {
        var object = new LinkedHashMap<String, Object>();
        object.put("name", metric.name());
        metric.threshold()
                .ifPresent(threshold ->
                        object.put(threshold.atLeast() ? "atLeast" : "atMost", Double.toString(threshold.value())));
        object.put("runs", metric.runs());
        object.put("mean", Double.toString(metric.mean()));
        object.put("deviation", Double.toString(metric.deviation()));
        object.put("least", Double.toString(metric.least()));
        object.put("greatest", Double.toString(metric.greatest()));
        return object;
    }
}
