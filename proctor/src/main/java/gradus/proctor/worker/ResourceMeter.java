package gradus.proctor.worker;

import com.sun.management.ThreadMXBean;
import gradus.proctor.transcript.Event;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/// Measures CPU time, allocated bytes and peak heap of the thread that creates it. Create it before a job
/// arrives, so that the management classes are loaded while nobody waits. JUnit's modules require
/// `java.management` anyway; `jdk.management` adds the count of allocated bytes.
final class ResourceMeter {

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    private final StackSampler sampler = StackSampler.of(Thread.currentThread());
    private long cpu;
    private long allocated;

    void start() {
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        cpu = threads.getCurrentThreadCpuTime();
        allocated = threads.getCurrentThreadAllocatedBytes();
        sampler.start();
    }

    Event.Finished stop() {
        long cpuNanos = threads.getCurrentThreadCpuTime() - cpu;
        long allocatedBytes = threads.getCurrentThreadAllocatedBytes() - allocated;
        long peak = 0;
        for (MemoryPoolMXBean pool : heap) {
            peak += pool.getPeakUsage().getUsed();
        }
        return new Event.Finished(cpuNanos, allocatedBytes, peak, sampler.stop());
    }
}
