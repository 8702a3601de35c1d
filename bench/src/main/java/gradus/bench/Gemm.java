package gradus.bench;

import gradus.bench.contest.Contender;
import gradus.bench.contest.Contest;
import gradus.bench.contest.Goal;
import gradus.bench.contest.Machine;
import gradus.bench.contest.Options;
import gradus.bench.contest.Peer;
import gradus.bench.contest.Report;
import gradus.bench.contest.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Products of square matrices, beside OpenBLAS, PyTorch, EJML and netlib.
public final class Gemm {

    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(arguments);
        var report = new Report(
                options,
                "gemm",
                "Products of two square matrices, in thousand million operations a second. EJML and netlib are pure Java; netlib"
                        + " has one thread.");
        for (int threads : options.threads()) {
            Scores scores = new Contest(options, threads, options.root())
                    .with(Contender.ours(options, "Gemm"))
                    .with(Peer.OPENBLAS, "Gemm")
                    .with(Peer.PYTORCH, "Gemm")
                    .with(Peer.EJML, "Gemm")
                    .with(Peer.NETLIB, "Gemm")
                    .run();
            String title = Report.threads(threads);
            report.table(title, scores).goals(title, scores, goals(threads));
        }
        for (int threads : Machine.hasAvx512() ? options.threads() : List.<Integer>of()) {
            Scores scores = new Contest(options, threads, options.root())
                    .with(Contender.ours(options, "Gemm", "-XX:UseAVX=2"))
                    .with(Peer.OPENBLAS, "Gemm", ", AVX2 forced", Map.of("OPENBLAS_CORETYPE", "HASWELL"))
                    .run();
            String title = "without AVX-512, " + Report.threads(threads);
            report.table(title, scores)
                    .goals(
                            title,
                            scores,
                            List.of(new Goal("SGEMM 512", Goal.BEST, 0.85), new Goal("SGEMM 1024", Goal.BEST, 0.85)));
        }
        report.publish();
    }

    private static List<Goal> goals(int threads) {
        var goals = new ArrayList<Goal>();
        for (String measure : List.of("SGEMM 512", "SGEMM 1024")) {
            goals.add(new Goal(measure, Goal.BEST, 0.9));
            goals.add(new Goal(measure, Peer.OPENBLAS.shown(), 1.6));
            goals.add(new Goal(measure, Peer.EJML.shown(), 25));
            if (threads == 1) {
                goals.add(new Goal(measure, Peer.NETLIB.shown(), 3.5));
            }
        }
        return goals;
    }

    private Gemm() {}
}
