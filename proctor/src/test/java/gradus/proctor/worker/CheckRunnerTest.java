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
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckRunnerTest {

    private static final PrintStream STANDARD_OUTPUT = System.out;
    private static final AtomicInteger CALLS = new AtomicInteger();
    private static final AtomicInteger WORDS = new AtomicInteger();

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

        void sortsItsArgument() {
            double[] x = {3, 1, 2};
            System.out.println("seen");
            calling(() -> "min(" + Arrays.toString(x) + ")", () -> {
                        Arrays.sort(x);
                        return x[1];
                    })
                    .gives(1.0, "");
        }

        void failsOnceOnly() {
            double[] x = {3, 1, 2};
            calling(() -> "min(" + Arrays.toString(x) + ")", () -> {
                        Arrays.sort(x);
                        return x[CALLS.getAndIncrement() == 0 ? 2 : 0];
                    })
                    .gives(1.0, "");
        }

        void countsTheWords() {
            for (int i = 0; i < 1000; i++) {
                calling(() -> "f() no. " + WORDS.incrementAndGet(), () -> 3.0).gives(3.0, "");
            }
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
    void aCallThatPassesIsNotPutIntoWords() throws Exception {
        WORDS.set(0);
        assertThat(run("countsTheWords")).last().isInstanceOf(Event.Passed.class);
        assertThat(WORDS).hasValue(0);
    }

    @Test
    void aCallThatFailsIsShownWithTheArgumentsThatItGot() throws Exception {
        assertThat(run("sortsItsArgument"))
                .last()
                .isInstanceOfSatisfying(
                        Event.Failed.class,
                        failed -> assertThat(failed.finding().call()).isEqualTo("min([3.0, 1.0, 2.0])"));
    }

    @Test
    void whatACheckPrintsIsSentOnceThoughItIsRunOnceMoreForTheWords() throws Exception {
        assertThat(run("sortsItsArgument"))
                .filteredOn(Event.Printed.class::isInstance)
                .containsExactly(new Event.Printed("seen" + System.lineSeparator()));
    }

    @Test
    void aCheckThatPassesWhenItIsRunOnceMoreHasFailedAllTheSame() throws Exception {
        CALLS.set(0);
        assertThat(run("failsOnceOnly")).last().isInstanceOf(Event.Failed.class);
        assertThat(CALLS).hasValue(2);
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

    @AfterEach
    void restoreStandardOutput() {
        System.setOut(STANDARD_OUTPUT);
    }

    private List<Event> run(String method) throws ReflectiveOperationException, IOException {
        return run(method, OptionalLong.empty());
    }

    private List<Event> run(String method, OptionalLong seed) throws ReflectiveOperationException, IOException {
        pipe.reset();
        var channel = new EventChannel(pipe, token);
        var output = new OutputCapture(channel);
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        new CheckRunner(new LayerClassLoader(Map.of(), Map.of()), channel, output)
                .run(new RunChecks(List.of(new CheckMethod(method, Checks.class.getName(), method, false)), seed));
        var events = new ArrayList<Event>();
        var reader = new FrameReader(new ByteArrayInputStream(pipe.toByteArray()), token);
        for (byte[] frame = reader.next(); frame != null; frame = reader.next()) {
            events.add(EventCodec.decode(frame));
        }
        return events;
    }
}
