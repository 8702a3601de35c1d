package gradus.proctor.worker;

import gradus.proctor.transcript.Job.Request;
import gradus.proctor.transcript.JobCodec;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// What comes down the pipe after the job. Its reader is also the watchdog: when the parent is gone, however it
/// went, the pipe ends and the whole JVM with it.
final class Requests {

    private final BlockingQueue<Request> waiting = new LinkedBlockingQueue<>(64);

    private Requests() {}

    static Requests watch(InputStream in) {
        var requests = new Requests();
        Thread.ofPlatform().daemon().name("watchdog").start(() -> requests.read(in));
        return requests;
    }

    Request next() throws InterruptedException {
        return waiting.take();
    }

    private void read(InputStream in) {
        while (true) {
            try {
                waiting.put(JobCodec.readRequest(in));
            } catch (IOException e) {
                Runtime.getRuntime().halt(Main.NO_PARENT);
            } catch (InterruptedException e) {
                // The program under test may interrupt any thread it can list; this one goes on.
                Thread.interrupted();
            }
        }
    }
}
