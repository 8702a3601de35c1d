package gradus.judge.local;

import gradus.course.Coding;
import gradus.course.Lab;
import gradus.judge.Cancellation;
import gradus.judge.ProgressEvent;
import gradus.judge.compile.CompileResult;
import gradus.judge.process.ReusableWorkerPool;
import gradus.judge.process.Worker;
import gradus.judge.process.WorkerPool;
import gradus.judge.run.CheckRunMonitor;
import gradus.judge.run.CheckRunResult;
import gradus.judge.run.CompiledLab;
import gradus.judge.run.LearnerCode;
import gradus.judge.run.RequestedChecks;
import gradus.judge.validate.ReuseAllowList;
import gradus.proctor.transcript.Job;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Runs checks in workers.
final class CheckRunner {

    private final WorkerPool workerPool;
    private final ReusableWorkerPool reusableWorkers;

    CheckRunner(WorkerPool workerPool, ReusableWorkerPool reusableWorkers) {
        this.workerPool = workerPool;
        this.reusableWorkers = reusableWorkers;
    }

    /// Runs checks with the library, in which compiled classes replace its own.
    ///
    /// @param worker may have been used if its kind is strict
    CheckRunResult run(
            Worker worker,
            Coding lab,
            CompiledLab compiledLab,
            CompileResult.Success compiled,
            RequestedChecks checks,
            Consumer<ProgressEvent> progressListener) {
        Job job = job(lab, compiledLab, compiled.classes(), checks);
        Supplier<CheckRunMonitor> monitor = () -> checkRun(lab, compiled, checks, progressListener);
        if (worker.kind().isStrict() && ReuseAllowList.allows(compiled.classes())) {
            return runLeavingNothing(worker, job, monitor);
        }
        return run(unused(worker), job, monitor);
    }

    private Worker unused(Worker worker) {
        if (!worker.isUsed()) {
            return worker;
        }
        workerPool.release(worker);
        return workerPool.acquire(worker.kind());
    }

    /// Runs a job whose code is on the list in a worker that is kept for the next such job. If it doesn't end orderly
    /// in a worker that was used before, that may be why: it's run again in one that wasn't.
    private CheckRunResult runLeavingNothing(Worker worker, Job job, Supplier<CheckRunMonitor> monitor) {
        Optional<CheckRunResult> result = Optional.empty();
        try {
            result = Optional.of(monitor.get().awaitResult(worker.startReusable(job)));
        } catch (CheckRunMonitor.WorkerLostException e) {
            workerPool.reportFailedStart(worker);
        } finally {
            if (result.filter(CheckRunResult::endedOrderly).isPresent()) {
                worker.countUse();
                workerPool.release(worker);
            } else {
                worker.close();
            }
        }
        return result.filter(ended -> !worker.isUsed() || ended.endedOrderly() || ended.ranOutOfTime())
                .orElseGet(() -> run(workerPool.acquire(worker.kind()), job, monitor));
    }

    /// Runs a job in a worker that is used for nothing else. If the child was ended from outside, tries again
    /// once.
    ///
    /// @param monitor of one run of the job
    CheckRunResult run(Worker worker, Job job, Supplier<CheckRunMonitor> monitor) {
        try (worker) {
            return monitor.get().awaitResult(worker.start(job));
        } catch (CheckRunMonitor.WorkerLostException e) {
            workerPool.reportFailedStart(worker);
            try (Worker another = workerPool.acquire(worker.kind())) {
                return monitor.get().awaitResult(another.start(job));
            }
        }
    }

    /// Runs a job that takes minutes in a worker that is used for nothing else.
    ///
    /// @throws java.util.concurrent.CancellationException if it was cancelled
    CheckRunResult run(Worker worker, Job job, CheckRunMonitor monitor, Cancellation cancellation) {
        CheckRunResult result;
        try (worker) {
            cancellation.whenCancelled(worker::close);
            result = monitor.awaitResult(worker.start(job));
        } catch (CheckRunMonitor.WorkerLostException e) {
            cancellation.check();
            throw e;
        }
        cancellation.check();
        return result;
    }

    /// Runs checks without grading them, in a worker that's kept for the next one.
    CheckRunResult runUngraded(
            Worker worker,
            Coding lab,
            CompiledLab compiledLab,
            CompileResult.Success compiled,
            RequestedChecks checks,
            Consumer<ProgressEvent> progressListener) {
        try {
            return runReusing(worker, lab, compiledLab, compiled, checks, progressListener);
        } catch (CheckRunMonitor.WorkerLostException e) {
            // The previous run may have left something behind that ended the worker.
            return runReusing(workerPool.acquire(worker.kind()), lab, compiledLab, compiled, checks, progressListener);
        }
    }

    private CheckRunResult runReusing(
            Worker worker,
            Coding lab,
            CompiledLab compiledLab,
            CompileResult.Success compiled,
            RequestedChecks checks,
            Consumer<ProgressEvent> progressListener) {
        CheckRunResult result = null;
        try {
            result = checkRun(lab, compiled, checks, progressListener)
                    .awaitResult(worker.startReusable(job(lab, compiledLab, compiled.classes(), checks)));
            return result;
        } finally {
            if (result != null && result.ending() instanceof CheckRunResult.Ending.Completed) {
                reusableWorkers.release(worker);
            } else {
                worker.close();
            }
        }
    }

    private static CheckRunMonitor checkRun(
            Coding lab,
            CompileResult.Success compiled,
            RequestedChecks checks,
            Consumer<ProgressEvent> progressListener) {
        return new CheckRunMonitor(
                lab.limits(), lab.gate().map(Lab.Gate::check), checks, LearnerCode.of(compiled), progressListener);
    }

    private static Job job(Coding lab, CompiledLab compiledLab, Map<String, byte[]> classes, RequestedChecks checks) {
        return CheckRunMonitor.job(lab, compiledLab, compiledLab.labClassesWith(classes), checks);
    }
}
