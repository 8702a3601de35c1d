package gradus.proctor.worker;

import gradus.proctor.transcript.Job.DrawRequest;
import gradus.proctor.transcript.JobCodec;
import gradus.proctor.transcript.JobCodec.DrawMessage;
import gradus.proctor.transcript.JobCodec.JobMessage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Queues the messages from the parent process. The thread that reads them is also the watchdog: if the
/// parent dies, for whatever reason, the pipe is closed, and the thread halts the JVM.
final class JobInbox {

    private final BlockingQueue<JobMessage> jobs = new LinkedBlockingQueue<>(4);
    private final BlockingQueue<DrawRequest> requests = new LinkedBlockingQueue<>(64);

    private JobInbox() {}

    static JobInbox start(InputStream in) {
        var inbox = new JobInbox();
        Thread.ofPlatform().daemon().name("watchdog").start(() -> inbox.read(in));
        return inbox;
    }

    JobMessage nextJob() {
        return take(jobs);
    }

    DrawRequest nextRequest() {
        return take(requests);
    }

    /// Takes the next item. Ignores interrupts, because the learner's code may interrupt any thread that it
    /// can list. Closing the pipe ends this one.
    private static <T> T take(BlockingQueue<T> queue) {
        while (true) {
            try {
                return queue.take();
            } catch (InterruptedException e) {
                Thread.interrupted();
            }
        }
    }

    private static <T> void put(BlockingQueue<T> queue, T item) {
        while (true) {
            try {
                queue.put(item);
                return;
            } catch (InterruptedException e) {
                Thread.interrupted();
            }
        }
    }

    private void read(InputStream in) {
        try {
            var sent = JobCodec.Sent.NOTHING;
            while (true) {
                switch (JobCodec.read(in, sent)) {
                    case JobMessage message -> {
                        sent = JobCodec.Sent.with(message.job());
                        put(jobs, message);
                    }
                    case DrawMessage message -> put(requests, message.request());
                }
            }
        } catch (EOFException e) {
            Runtime.getRuntime().halt(0);
        } catch (IOException e) {
            Runtime.getRuntime().halt(Main.EXIT_PARENT_GONE);
        } finally {
            // Without its watchdog the JVM would outlive its parent.
            Runtime.getRuntime().halt(Main.EXIT_PARENT_GONE);
        }
    }
}
