package gradus.course.proof;

import gradus.course.proof.MutationScore.Finding;
import gradus.course.read.file.YamlFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The mutation score in a `proof.json`.
final class MutationScoreJson {

    private MutationScoreJson() {}

    static MutationScore read(YamlFields fields) {
        fields.allowOnly(
                "key",
                "killed",
                "of",
                "survivors",
                "benign",
                "benignRefused",
                "approximating",
                "approximatingPassed",
                "leftOut");
        return new MutationScore(
                fields.string("key"),
                count(fields, "killed"),
                count(fields, "of"),
                findings(fields, "survivors"),
                count(fields, "benign"),
                findings(fields, "benignRefused"),
                count(fields, "approximating"),
                findings(fields, "approximatingPassed"),
                count(fields, "leftOut"));
    }

    private static int count(YamlFields fields, String name) {
        return fields.integer(name, 0, Integer.MAX_VALUE, 0);
    }

    private static List<Finding> findings(YamlFields fields, String name) {
        return fields.mappings(name).stream()
                .map(one -> one.allowOnly("id", "before", "after", "how"))
                .map(one -> new Finding(one.string("id"), one.string("before"), one.string("after"), one.string("how")))
                .toList();
    }

    static Map<String, Object> object(MutationScore score) {
        var object = new LinkedHashMap<String, Object>();
        object.put("key", score.key());
        object.put("killed", score.killed());
        object.put("of", score.of());
        object.put("survivors", objects(score.survivors()));
        object.put("benign", score.benign());
        object.put("benignRefused", objects(score.benignRefused()));
        object.put("approximating", score.approximating());
        object.put("approximatingPassed", objects(score.approximatingPassed()));
        object.put("leftOut", score.leftOut());
        return object;
    }

    private static List<Map<String, Object>> objects(List<Finding> findings) {
        return findings.stream().map(MutationScoreJson::object).toList();
    }

    private static Map<String, Object> object(Finding finding) {
        var object = new LinkedHashMap<String, Object>();
        object.put("id", finding.id());
        object.put("before", finding.before());
        object.put("after", finding.after());
        object.put("how", finding.how());
        return object;
    }
}
