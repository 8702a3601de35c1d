package gradus.proctor.worker;

import static gradus.proctor.assertions.Expect.calling;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.proctor.assertions.Metric;
import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.Event.Finding;
import gradus.proctor.transcript.EventCodec;
import gradus.proctor.transcript.FrameReader;
import gradus.proctor.transcript.Job.CheckMethod;
import gradus.proctor.transcript.Job.RunTests;
import gradus.proctor.transcript.Token;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tests that a learner wrote. Whatever they do, the runner reports a result for each.
class TestRunnerTest {

    static final class LearnersTests {

        private double three;

        @BeforeEach
        void prepare() {
            three = 3;
        }

        void right() {
            calling("f()", () -> three).gives(3.0, "");
        }

        void wrong() {
            calling("f()", () -> 77.0).gives(3.0, "three is three");
        }

        void looksAtNothing() {}

        void hasASenselessTolerance() {
            calling("f()", () -> 77.0).within(Double.NaN, 0).gives(3.0, "");
        }

        void hasItInAStaticInitialiser() {
            new FaultyAtStart();
        }

        void saysNothing() {
            calling((String) null, () -> 77.0).satisfies(_ -> false, null, null);
        }

        void saysMegabytes() {
            String much = "much ".repeat(4_000_000);
            calling(much, () -> 77.0).satisfies(_ -> false, much, much);
        }

        void measuresWithoutEnd() {
            for (int i = 0; i < 1_000; i++) {
                Metric.of("metric " + i, () -> 1.0).recorded();
            }
        }

        void throwsWhatThrows() {
            throw new ExceptionInInitializerError() {
                private static final long serialVersionUID = 1L;

                @Override
                public Throwable getCause() {
                    throw new IllegalStateException("no cause");
                }

                @Override
                public StackTraceElement[] getStackTrace() {
                    throw new IllegalStateException("no trace");
                }
            };
        }

        void takes(int argument) {}
    }

    static final class FaultyAtStart {
        static {
            calling("f()", () -> 77.0).within(-1, 0).gives(3.0, "");
        }
    }

    private final Token token = Token.fresh();
    private final ByteArrayOutputStream pipe = new ByteArrayOutputStream();

    @Test
    void aTestPassesOrFailsWithWhatItSaid() throws IOException {
        assertThat(run("right")).hasSize(2).last().isInstanceOf(Event.Passed.class);

        Finding finding = failed("wrong");
        assertThat(List.of(finding.call(), finding.expected(), finding.got(), finding.why()))
                .containsExactly("f()", "3.0", "77.0", "three is three");
    }

    @Test
    void aTestThatLooksAtNothingFails() throws IOException {
        assertThat(failed("looksAtNothing").why()).isEqualTo("a test that looks at nothing shows nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hasASenselessTolerance", "hasItInAStaticInitialiser"})
    void aMistakeInTheUseOfAnAssertionIsAFailureOfTheTestAndNoFaultOfTheLab(String method) throws IOException {
        assertThat(failed(method).got()).startsWith("a mistake in the test: a relative tolerance must be");
    }

    @Test
    void textsAreThereAndAreCut() throws IOException {
        assertThat(failed("saysNothing").why()).isEmpty();
        assertThat(failed("saysMegabytes").call()).hasSize(1001).endsWith("…");
    }

    @Test
    void whatATestMeasuresIsNotReported() throws IOException {
        assertThat(run("measuresWithoutEnd"))
                .extracting(Object::getClass)
                .containsExactly(Event.Started.class, Event.Passed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"throwsWhatThrows", "takes", "isNotThere"})
    void whatCannotBeCalledOrReadFails(String method) throws IOException {
        assertThat(failed(method).call()).isEmpty();
    }

    private Finding failed(String method) throws IOException {
        return ((Event.Failed) run(method).getLast()).finding();
    }

    private List<Event> run(String method) throws IOException {
        pipe.reset();
        var channel = new EventChannel(pipe, token);
        new TestRunner(new LayerClassLoader(Map.of(), Map.of()), channel, new OutputCapture(channel))
                .run(new RunTests(List.of(new CheckMethod(method, LearnersTests.class.getName(), method, false))));
        var events = new ArrayList<Event>();
        var reader = new FrameReader(new ByteArrayInputStream(pipe.toByteArray()), token);
        for (byte[] frame = reader.next(); frame != null; frame = reader.next()) {
            events.add(EventCodec.decode(frame));
        }
        return events;
    }
}
