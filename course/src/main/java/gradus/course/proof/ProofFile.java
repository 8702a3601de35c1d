package gradus.course.proof;

import gradus.course.FailureFingerprint;
import gradus.course.FailureFingerprint.CheckFingerprint;
import gradus.course.Fault;
import gradus.course.prose.Passage;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.TextFile;
import gradus.course.read.file.YamlFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads and writes the `proof.json` of a lesson.
public final class ProofFile {

    private ProofFile() {}

    /// What the folder of a lesson has: a proof, a file that is none, or neither.
    ///
    /// @param fault why the file can't be read
    public record Content(Optional<Proof> proof, Optional<Fault> fault) {}

    /// Reads the proof in the folder of a lesson.
    public static Content read(Path folder) {
        Path file = folder.resolve(Proof.FILE);
        if (!Files.isRegularFile(file)) {
            return new Content(Optional.empty(), Optional.empty());
        }
        var faults = new FaultCollector(folder);
        Optional<Proof> proof = TextFile.read(file, faults).map(text -> proof(text, faults));
        Optional<Fault> fault = faults.sorted().stream()
                .findFirst()
                .map(first -> new Fault(
                        file,
                        first.line(),
                        "This is no proof: " + first.message() + " \"./gradus author prove\" writes it anew."));
        return new Content(fault.isPresent() ? Optional.empty() : proof, fault);
    }

    private static Proof proof(Passage text, FaultCollector faults) {
        YamlFields fields = YamlFields.parse(text, faults).allowOnly("lab", "page", "mutants", "gate");
        return new Proof(
                fields.has("lab") ? fields.mapping("lab").map(lab -> lab(lab, faults)) : Optional.empty(),
                fields.string("page"),
                fields.has("mutants") ? fields.mapping("mutants").map(MutationScoreJson::read) : Optional.empty(),
                fields.has("gate")
                        ? fields.mapping("gate").map(gate -> GateMeasurementJson.read(gate, faults))
                        : Optional.empty());
    }

    private static LabProof lab(YamlFields fields, FaultCollector faults) {
        fields.allowOnly("inputs", "right", "wrong", "measured");
        var wrong = new LinkedHashMap<String, LabProof.Wrong>();
        fields.mapping("wrong")
                .ifPresent(all -> all.names()
                        .forEach(name -> all.mapping(name)
                                .ifPresent(one -> wrong.put(
                                        name, wrong(one.allowOnly("sources", "ending", "failures"), faults)))));
        var measured = new LinkedHashMap<String, Long>();
        fields.mapping("measured")
                .ifPresent(all -> all.names()
                        .forEach(name -> measured.put(name, (long) all.integer(name, 0, Integer.MAX_VALUE, 0))));
        return new LabProof(strings(fields, "inputs"), strings(fields, "right"), wrong, measured);
    }

    private static Map<String, String> strings(YamlFields fields, String name) {
        var strings = new LinkedHashMap<String, String>();
        fields.stringMap(name).forEach((key, entry) -> strings.put(key, entry.text()));
        return strings;
    }

    private static LabProof.Wrong wrong(YamlFields fields, FaultCollector faults) {
        List<CheckFingerprint> checks = fields.strings("failures").stream()
                .flatMap(entry -> failure(entry, fields.file(), faults).stream())
                .toList();
        return new LabProof.Wrong(fields.string("sources"), new FailureFingerprint(fields.string("ending"), checks));
    }

    private static Optional<CheckFingerprint> failure(YamlFields.Entry entry, Path file, FaultCollector faults) {
        try {
            return Optional.of(CheckFingerprint.parse(entry.text()));
        } catch (IllegalArgumentException e) {
            faults.add(file, entry.line(), e.getMessage() + ".");
            return Optional.empty();
        }
    }

    /// Replaces the proof in the folder of a lesson.
    public static void write(Path folder, Proof proof) throws IOException {
        Path part = folder.resolve(Proof.FILE + ".part");
        Files.writeString(part, text(proof));
        Files.move(
                part, folder.resolve(Proof.FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static String text(Proof proof) {
        var all = new LinkedHashMap<String, Object>();
        proof.lab().ifPresent(lab -> all.put("lab", object(lab)));
        all.put("page", proof.page());
        proof.mutants().ifPresent(score -> all.put("mutants", MutationScoreJson.object(score)));
        proof.gate().ifPresent(gate -> all.put("gate", GateMeasurementJson.object(gate)));
        return JsonText.of(all);
    }

    private static Map<String, Object> object(LabProof lab) {
        var object = new LinkedHashMap<String, Object>();
        object.put("inputs", lab.inputs());
        object.put("right", lab.right());
        object.put(
                "wrong",
                lab.wrong().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> object(entry.getValue()),
                                (a, _) -> a,
                                LinkedHashMap::new)));
        object.put("measured", lab.measured());
        return object;
    }

    private static Map<String, Object> object(LabProof.Wrong wrong) {
        var object = new LinkedHashMap<String, Object>();
        object.put("sources", wrong.sources());
        object.put("ending", wrong.fingerprint().ending());
        object.put(
                "failures",
                wrong.fingerprint().checks().stream()
                        .map(CheckFingerprint::line)
                        .toList());
        return object;
    }
}
