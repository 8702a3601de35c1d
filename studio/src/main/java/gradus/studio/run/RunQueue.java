package gradus.studio.run;

import gradus.judge.Cancellation;
import gradus.judge.ProgressEvent;
import gradus.judge.Verdict;
import gradus.studio.error.UserFacingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Computes queued runs, the oldest first, one at a time among all programs with the same home.
public final class RunQueue {

    private static final Duration POLL = Duration.ofMillis(100);

    private final RunArchive archive;
    private final Computation computation;
    private final InstantSource clock;

    public RunQueue(RunArchive archive, Computation computation, InstantSource clock) {
        this.archive = archive;
        this.computation = computation;
        this.clock = clock;
    }

    /// Computes whatever is queued, until its thread is interrupted. A run that it computes then has no card, and
    /// counts as interrupted.
    public void computeForEver() {
        boolean interrupted = false;
        while (!interrupted) {
            interrupted = step(_ -> {});
        }
        Thread.currentThread().interrupt();
    }

    /// Takes part in computing until this run is over, whoever computes it. If its thread is interrupted, the run is
    /// cancelled.
    public void computeUntilOver(String id) {
        boolean interrupted = false;
        while (!interrupted && !archive.run(id).state().isOver()) {
            interrupted = step(computed -> {
                if (computed.equals(id)) {
                    archive.cancel(id);
                }
            });
        }
        if (interrupted) {
            archive.cancel(id);
            Thread.currentThread().interrupt();
        }
    }

    /// Computes the oldest, or waits a moment.
    ///
    /// @param whenInterrupted gets the id of a run that is computed when the thread is interrupted
    /// @return whether the thread was interrupted; its flag is clear, because reading files heeds it
    private boolean step(Consumer<String> whenInterrupted) {
        try {
            if (!computeOldest(whenInterrupted)) {
                Thread.sleep(POLL);
            }
            return Thread.interrupted();
        } catch (InterruptedException e) {
            return true;
        }
    }

    /// @return whether there was one, and nobody else computed one
    private boolean computeOldest(Consumer<String> whenInterrupted) throws InterruptedException {
        if (oldest().isEmpty()) {
            return false;
        }
        Optional<ComputeLock> free = ComputeLock.tryAcquire(archive.folder());
        if (free.isEmpty()) {
            return false;
        }
        try (ComputeLock lock = free.get()) {
            // Somebody else may have computed it meanwhile.
            Optional<Run> next = oldest();
            if (next.isPresent()) {
                lock.computes(next.get().id());
                compute(
                        next.get().request(),
                        () -> whenInterrupted.accept(next.get().id()));
            }
            return next.isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException("A run can't be computed, because nothing can be written to its folder", e);
        }
    }

    private Optional<Run> oldest() {
        return archive.all().reversed().stream()
                .filter(run -> run.state() == RunState.QUEUED)
                .findFirst();
    }

    private void compute(RunRequest request, Runnable whenInterrupted) throws IOException, InterruptedException {
        RunFolder folder = archive.folder(request.id());
        var cancellation = new Cancellation();
        Instant started = clock.instant();
        long start = System.nanoTime();
        boolean finished;
        CompletableFuture<Optional<Verdict>> verdict;
        try (RunFolder.EventWriter events = folder.begin()) {
            verdict = CompletableFuture.supplyAsync(
                    () -> verdict(
                            request,
                            cancellation,
                            event -> events.write(new RunEvent((System.nanoTime() - start) / 1_000_000, event))),
                    task -> Thread.ofVirtual().start(task));
            finished = await(verdict, folder, cancellation, whenInterrupted);
        }
        if (finished || folder.isCancelled()) {
            folder.finish(card(request, started, verdict.join()));
        }
        if (!finished) {
            throw new InterruptedException();
        }
    }

    private Optional<Verdict> verdict(RunRequest request, Cancellation cancellation, Consumer<ProgressEvent> listener) {
        try {
            return Optional.of(computation.compute(request, cancellation, listener));
        } catch (CancellationException e) {
            return Optional.empty();
        } catch (UserFacingException e) {
            return Optional.of(new Verdict.JudgeFault(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            return Optional.of(new Verdict.JudgeFault("the run failed unexpectedly: " + e));
        }
    }

    /// Waits for the verdict, and cancels the work when somebody asks for it or this thread is interrupted.
    ///
    /// @return false if it was interrupted
    private static boolean await(
            CompletableFuture<Optional<Verdict>> verdict,
            RunFolder folder,
            Cancellation cancellation,
            Runnable whenInterrupted) {
        boolean interrupted = false;
        while (!verdict.isDone()) {
            try {
                verdict.get(POLL.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (folder.isCancelled()) {
                    cancellation.cancel();
                }
            } catch (InterruptedException e) {
                interrupted = true;
                whenInterrupted.run();
                cancellation.cancel();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        return !interrupted;
    }

    private RunCard card(RunRequest request, Instant started, Optional<Verdict> verdict) {
        RunProgress progress = archive.follow(request.id()).progress();
        Optional<ProgressEvent.Environment> environment = progress.environment();
        return new RunCard(
                request.id(),
                verdict.map(RunCard::stateOf).orElse(RunState.CANCELLED),
                started,
                clock.instant(),
                verdict,
                progress.seeds(),
                computation.dataHashes(request.lesson()),
                environment.map(ProgressEvent.Environment::java).orElse(""),
                environment.map(ProgressEvent.Environment::vectorBits).orElse(0),
                environment.map(ProgressEvent.Environment::processors).orElse(0));
    }
}
