package gradus.proctor.worker;

import com.sun.management.ThreadMXBean;
import gradus.proctor.transcript.Event;
import java.lang.management.ManagementFactory;

/// Measures what the thread that made it uses. Made before the job arrives, so that the management classes are
/// loaded while nobody waits. JUnit's modules bring `java.management` in anyway; `jdk.management` on top of it
/// counts allocated bytes.
final class Meter {

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long cpu;
    private long allocated;

    Meter() {
        start();
    }

    void start() {
        cpu = threads.getCurrentThreadCpuTime();
        allocated = threads.getCurrentThreadAllocatedBytes();
    }

    Event.Finished finished() {
        return new Event.Finished(
                threads.getCurrentThreadCpuTime() - cpu, threads.getCurrentThreadAllocatedBytes() - allocated);
    }
}
