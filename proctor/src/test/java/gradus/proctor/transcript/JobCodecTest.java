package gradus.proctor.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.proctor.transcript.Job.CheckMethod;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JobCodecTest {

    static Stream<Job.Task> tasks() {
        return Stream.of(
                new Job.RunChecks(List.of(new CheckMethod("A#b", "gradus.checks.a.A", "b", true))),
                new Job.RunChecks(List.of(), OptionalLong.of(-274)),
                new Job.RunTests(List.of(new CheckMethod("b", "gradus.lab.tests.a.A", "b", false))),
                new Job.DrawFigure("gradus.figures.a.Plot"),
                new Job.RunContender("A", "knn", OptionalInt.of(2)),
                new Job.RunContender("A", "knn", OptionalInt.empty()),
                new Job.RunMain("Snippet"));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void aJobSurvivesEncodingAndDecoding(Job.Task task) throws IOException {
        var token = Token.fresh();
        byte[] bytes = written(
                token,
                new Job(Map.of("L", new byte[3]), Map.of("A", new byte[100_000]), Map.of("B", new byte[] {7}), task));

        var jobMessage = (JobCodec.JobMessage) JobCodec.read(new ByteArrayInputStream(bytes));

        assertThat(jobMessage.token()).isEqualTo(token);
        assertThat(jobMessage.last()).isTrue();
        assertThat(jobMessage.job().library().get("L")).hasSize(3);
        assertThat(jobMessage.job().parts().get("A")).hasSize(100_000);
        assertThat(jobMessage.job().clients().get("B")).containsExactly(7);
        assertThat(jobMessage.job().task()).isEqualTo(task);
    }

    @Test
    void whatTheChildHasOfTheJobBeforeIsNotSentAgain() throws IOException {
        Map<String, byte[]> library = Map.of("L", new byte[100_000]);
        Map<String, byte[]> clients = Map.of("C", new byte[100_000]);
        var job = new Job(library, Map.of("P", new byte[] {5}), clients, new Job.RunMain("A"));
        var bytes = new ByteArrayOutputStream();

        JobCodec.write(bytes, new JobCodec.JobMessage(Token.fresh(), job, true), JobCodec.Sent.with(job));

        assertThat(bytes.size()).isLessThan(1_000);
        var jobMessage = (JobCodec.JobMessage)
                JobCodec.read(new ByteArrayInputStream(bytes.toByteArray()), JobCodec.Sent.with(job));
        assertThat(jobMessage.job().library()).isSameAs(library);
        assertThat(jobMessage.job().clients()).isSameAs(clients);
        assertThat(jobMessage.job().parts().get("P")).containsExactly(5);
    }

    @Test
    void otherClientsAreSentThoughTheLibraryIsTheSame() throws IOException {
        Map<String, byte[]> library = Map.of("L", new byte[1]);
        var before = new Job(library, Map.of(), Map.of("C", new byte[] {1}), new Job.RunMain("A"));
        var job = new Job(library, Map.of(), Map.of("C", new byte[] {2}), new Job.RunMain("A"));
        var bytes = new ByteArrayOutputStream();

        JobCodec.write(bytes, new JobCodec.JobMessage(Token.fresh(), job, true), JobCodec.Sent.with(before));

        var jobMessage = (JobCodec.JobMessage)
                JobCodec.read(new ByteArrayInputStream(bytes.toByteArray()), JobCodec.Sent.with(before));
        assertThat(jobMessage.job().library()).isSameAs(library);
        assertThat(jobMessage.job().clients().get("C")).containsExactly(2);
    }

    @Test
    void aRequestSurvivesEncodingAndDecoding() throws IOException {
        var drawRequest = new Job.DrawRequest(Map.of("x.y", "1.5", "kind", "größte"));
        var bytes = new ByteArrayOutputStream();
        JobCodec.write(bytes, drawRequest);

        assertThat(JobCodec.read(new ByteArrayInputStream(bytes.toByteArray())))
                .isEqualTo(new JobCodec.DrawMessage(drawRequest));
    }

    @Test
    void aTruncatedJobIsRejected() throws IOException {
        byte[] bytes = written(Token.fresh(), new Job(Map.of(), Map.of(), Map.of(), new Job.RunMain("A")));

        for (int length = 0; length < bytes.length; length++) {
            var piece = new ByteArrayInputStream(Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> JobCodec.read(piece)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void anImplausibleLengthIsRejectedBeforeAnythingIsRead() {
        byte[] bytes = ByteBuffer.allocate(8).putInt(Integer.MAX_VALUE).array();

        assertThatThrownBy(() -> JobCodec.read(new ByteArrayInputStream(bytes)))
                .hasMessageContaining("a length of 2147483647");
    }

    private static byte[] written(Token token, Job job) throws IOException {
        var bytes = new ByteArrayOutputStream();
        JobCodec.write(bytes, new JobCodec.JobMessage(token, job, true));
        return bytes.toByteArray();
    }
}
