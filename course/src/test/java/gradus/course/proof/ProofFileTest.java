package gradus.course.proof;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.FailureFingerprint;
import gradus.course.FailureFingerprint.CheckFingerprint;
import gradus.course.Fault;
import gradus.course.proof.GateMeasurement.Series;
import gradus.course.proof.GateMeasurement.Summary;
import gradus.course.proof.GateMeasurement.Threshold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofFileTest {

    @TempDir
    Path folder;

    private static Proof proof(CheckFingerprint... failures) {
        var fingerprint = new FailureFingerprint("Completed", List.of(failures));
        return new Proof(
                Optional.of(new LabProof(
                        Map.of("library", "0a1b", "recipe", "1, Java 25"),
                        Map.of("streams", "7"),
                        Map.of("no-scale", new LabProof.Wrong("12e4", fingerprint)),
                        Map.of("slowestRunMs", 38L))),
                "77aa");
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Proof proof = proof(
                new CheckFingerprint(
                        "VectorTest#sum", "MISMATCH", "x.sum()", "maybe:ratio@2,zero", "\"a\\b\" | [1, 2]"),
                new CheckFingerprint("VectorTest#or", "THREW", "f(a || b)", "", "  two\nlines 😀 \u0007 "),
                new CheckFingerprint("VectorTest#last", "NOT_RUN", "", "", ""));
        ProofFile.write(folder, proof);
        assertThat(ProofFile.read(folder).proof()).contains(proof);
        assertThat(ProofFile.read(folder).fault()).isEmpty();
        assertThat(folder).isDirectoryContaining("glob:**proof.json").isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aLessonWithoutALabHasTheProofOfItsPage() throws IOException {
        var page = new Proof(Optional.empty(), "77aa");
        ProofFile.write(folder, page);
        assertThat(ProofFile.read(folder).proof()).contains(page);
    }

    @Test
    void aMutationScoreIsReadAgain() throws IOException {
        var survivor = new MutationScore.Finding("norm/boundary/3fa2", "if (a < b) {", "if (a <= b) {", "passes");
        var refused = new MutationScore.Finding("dot/fma/0b1c", "x;", "\"y\";", "fails \"by hand\"");
        var score = new MutationScore("77", 19, 20, List.of(survivor), 4, List.of(refused), 2, List.of(), 3);
        Proof proof = proof().withMutants(Optional.of(score));
        ProofFile.write(folder, proof);
        assertThat(ProofFile.read(folder).fault()).isEmpty();
        assertThat(ProofFile.read(folder).proof()).contains(proof);
    }

    @Test
    void theMeasurementOfAGateIsReadAgain() throws IOException {
        var accuracy = new Threshold(true, 0.9);
        var loss = new Threshold(false, -1e-300);
        var gate = new GateMeasurement(
                "77",
                3,
                List.of(
                        new Series(
                                GateMeasurement.REFERENCE,
                                true,
                                3,
                                List.of(
                                        Summary.of("accuracy", Optional.of(accuracy), new double[] {0.1, 1 / 3.0, 1}),
                                        Summary.of("loss", Optional.of(loss), new double[] {Double.NaN}),
                                        Summary.of("\"steps\"", Optional.empty(), new double[] {7, 1e10}))),
                        new Series("wrong/sign", false, 0, List.of())));
        Proof proof = proof().withGate(Optional.of(gate));
        ProofFile.write(folder, proof);
        assertThat(ProofFile.read(folder).fault()).isEmpty();
        assertThat(ProofFile.read(folder).proof()).contains(proof);
    }

    @Test
    void longResultsAreTheSameOnlyIfTheyAreTheSameToTheEnd() {
        String longOne = "1.0, ".repeat(100);
        assertThat(proof(new CheckFingerprint("A#a", "MISMATCH", "f()", "", longOne + "2")))
                .isEqualTo(proof(new CheckFingerprint("A#a", "MISMATCH", "f()", "", longOne + "2")))
                .isNotEqualTo(proof(new CheckFingerprint("A#a", "MISMATCH", "f()", "", longOne + "3")));
    }

    @Test
    void noProofIsNoFaultButAFileThatIsNoneIs() throws IOException {
        assertThat(ProofFile.read(folder).proof()).isEmpty();
        assertThat(ProofFile.read(folder).fault()).isEmpty();
        for (String text : List.of("", "[1, 2]", "{\"page\": ", "{\"page\": \"1\", \"colour\": \"blue\"}", """
                {"page": "1", "lab": {"inputs": {}, "right": {}, "measured": {}, "wrong": {"a": {
                  "sources": "1", "ending": "Completed", "failures": ["VectorTest#sum"]}}}}
                """)) {
            Files.writeString(folder.resolve(Proof.FILE), text);
            assertThat(ProofFile.read(folder).proof()).as(text).isEmpty();
            assertThat(ProofFile.read(folder).fault().map(Fault::message).orElse(""))
                    .as(text)
                    .startsWith("This is no proof: ")
                    .endsWith("\"./gradus author prove\" writes it anew.");
        }
    }
}
