package gradus.proctor.worker;

import gradus.proctor.transcript.Job.DrawRequest;
import gradus.proctor.transcript.JobCodec;
import gradus.proctor.transcript.JobCodec.DrawMessage;
import gradus.proctor.transcript.JobCodec.JobMessage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// What comes down the pipe. Its reader is also the watchdog: when the parent is gone, however it went, the
/// pipe ends and the whole JVM with it.
final class JobInbox {

    private final BlockingQueue<JobMessage> jobs = new LinkedBlockingQueue<>(4);
    private final BlockingQueue<DrawRequest> requests = new LinkedBlockingQueue<>(64);

    private JobInbox() {}

    static JobInbox start(InputStream in) {
        var jobInbox = new JobInbox();
        Thread.ofPlatform().daemon().name("watchdog").start(() -> jobInbox.read(in));
        return jobInbox;
    }

    JobMessage nextJob() {
        return take(jobs);
    }

    DrawRequest nextRequest() {
        return take(requests);
    }

    /// Learner's code may interrupt any thread that it can list; whoever wants this one to end closes the
    /// pipe.
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
            Map<String, byte[]> library = Map.of();
            while (true) {
                switch (JobCodec.read(in, library)) {
                    case JobMessage jobMessage -> {
                        library = jobMessage.job().library();
                        put(jobs, jobMessage);
                    }
                    case DrawMessage drawMessage -> put(requests, drawMessage.request());
                }
            }
        } catch (EOFException e) {
            Runtime.getRuntime().halt(0);
        } catch (IOException e) {
            Runtime.getRuntime().halt(Main.EXIT_PARENT_GONE);
        } finally {
            // Without its watchdog it would outlive its parent.
            Runtime.getRuntime().halt(Main.EXIT_PARENT_GONE);
        }
    }
}
