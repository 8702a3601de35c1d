package gradus.proctor.worker;

import static gradus.proctor.assertions.Expect.calling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gradus.proctor.assertions.Metric;
import gradus.proctor.failure.CheckFault;
import gradus.proctor.property.Gen;
import gradus.proctor.property.Property;
import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.EventCodec;
import gradus.proctor.transcript.FrameReader;
import gradus.proctor.transcript.Job.CheckMethod;
import gradus.proctor.transcript.Job.RunChecks;
import gradus.proctor.transcript.Token;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CheckRunnerTest {

    static final class Checks {

        void right() {
            calling("f()", () -> 3.0).gives(3.0, "");
        }

        void wrong() {
            calling("f()", () -> 77.0).gives(3.0, "");
        }

        void loopOverNothing() {
            for (double x : new double[0]) {
                calling("f()", () -> x).gives(3.0, "");
            }
        }

        void infiniteTolerance() {
            calling("f()", () -> 77.0).within(0, Double.POSITIVE_INFINITY).gives(3.0, "");
        }

        void accurate() {
            Metric.of("accuracy", () -> Metric.seed(7) / 100.0).atLeast(0.05, "7 of 100");
        }

        void faultWithinAProperty() {
            Property.forAll(Gen.doubles(0, 1))
                    .check(x -> calling(
                                    "f()",
                                    () -> calling("g()", () -> x).within(-1, 0).gives(x, ""))
                            .fails(IllegalArgumentException.class, ""));
        }
    }

    private final Token token = Token.fresh();
    private final ByteArrayOutputStream pipe = new ByteArrayOutputStream();

    @Test
    void aRightResultPassesAndAWrongOneFails() throws Exception {
        assertThat(run("right")).hasAtLeastOneElementOfType(Event.Passed.class);
        assertThat(run("wrong")).hasAtLeastOneElementOfType(Event.Failed.class);
    }

    @Test
    void aCheckThatLooksAtNothingFails() throws Exception {
        assertThat(run("loopOverNothing"))
                .last()
                .isInstanceOfSatisfying(
                        Event.Failed.class,
                        failed -> assertThat(failed.finding().expected()).isEqualTo("at least one result"));
    }

    @Test
    void aMetricIsSentBeforeTheCheckEndsWhetherItPassesOrFails() throws Exception {
        assertThat(run("accurate"))
                .extracting(Object::getClass)
                .containsExactly(Event.Started.class, Event.Seeded.class, Event.Measured.class, Event.Passed.class);
        assertThat(run("accurate")).contains(new Event.Measured("accuracy", 0.07, Event.Bound.AT_LEAST, 0.05));
        assertThat(run("accurate", OptionalLong.of(3)))
                .contains(new Event.Measured("accuracy", 0.03, Event.Bound.AT_LEAST, 0.05))
                .last()
                .isInstanceOfSatisfying(Event.Failed.class, failed -> {
                    assertThat(failed.finding().call()).isEqualTo("accuracy");
                    assertThat(failed.finding().expected()).isEqualTo("at least 0.05");
                    assertThat(failed.finding().got()).isEqualTo("0.03");
                });
    }

    @Test
    void aSenselessToleranceIsAFaultOfTheLabAndNotAFindingAboutTheLearner() {
        assertThatExceptionOfType(CheckFault.class)
                .isThrownBy(() -> run("infiniteTolerance"))
                .withMessage("the check infiniteTolerance: an absolute tolerance must be a finite number of at least 0,"
                        + " and is Infinity");
    }

    @Test
    void aFaultOfTheLabIsNeverTheExceptionThatACheckExpects() {
        assertThatExceptionOfType(CheckFault.class).isThrownBy(() -> run("faultWithinAProperty"));
    }

    private List<Event> run(String method) throws ReflectiveOperationException, IOException {
        return run(method, OptionalLong.empty());
    }

    private List<Event> run(String method, OptionalLong seed) throws ReflectiveOperationException, IOException {
        pipe.reset();
        var channel = new EventChannel(pipe, token);
        new CheckRunner(new LayerClassLoader(Map.of(), Map.of(), Map.of()), channel, new OutputCapture(channel))
                .run(new RunChecks(List.of(new CheckMethod(method, Checks.class.getName(), method, false)), seed));
        var events = new ArrayList<Event>();
        var reader = new FrameReader(new ByteArrayInputStream(pipe.toByteArray()), token);
        for (byte[] frame = reader.next(); frame != null; frame = reader.next()) {
            events.add(EventCodec.decode(frame));
        }
        return events;
    }
}
