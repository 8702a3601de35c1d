package gradus.bench;

import gradus.bench.comparison.Comparison;
import gradus.bench.comparison.MachineInfo;
import gradus.bench.comparison.Measurements;
import gradus.bench.comparison.Options;
import gradus.bench.comparison.Participant;
import gradus.bench.comparison.Peer;
import gradus.bench.comparison.Report;
import gradus.bench.comparison.SpeedTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Products of square matrices, compared with OpenBLAS, PyTorch, EJML and netlib.
public final class Gemm {

    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(arguments);
        var report = new Report(
                options,
                "gemm",
                "Products of two square matrices, in GFLOP/s. EJML and netlib are pure Java; netlib has one thread.");
        for (int threads : options.threads()) {
            Measurements measurements = new Comparison(options, threads, options.root())
                    .with(Participant.ours(options, "Gemm"))
                    .with(Peer.OPENBLAS, "Gemm")
                    .with(Peer.PYTORCH, "Gemm")
                    .with(Peer.EJML, "Gemm")
                    .with(Peer.NETLIB, "Gemm")
                    .run();
            String title = Report.threads(threads);
            report.table(title, measurements).targets(title, measurements, targets(threads));
        }
        for (int threads : MachineInfo.hasAvx512() ? options.threads() : List.<Integer>of()) {
            Measurements measurements = new Comparison(options, threads, options.root())
                    .with(Participant.ours(options, "Gemm", "-XX:UseAVX=2"))
                    .with(Peer.OPENBLAS, "Gemm", ", AVX2 forced", Map.of("OPENBLAS_CORETYPE", "HASWELL"))
                    .run();
            String title = "without AVX-512, " + Report.threads(threads);
            report.table(title, measurements)
                    .targets(
                            title,
                            measurements,
                            List.of(
                                    new SpeedTarget("SGEMM 512", SpeedTarget.BEST, 0.85),
                                    new SpeedTarget("SGEMM 1024", SpeedTarget.BEST, 0.85)));
        }
        report.publish();
    }

    private static List<SpeedTarget> targets(int threads) {
        var targets = new ArrayList<SpeedTarget>();
        for (String measure : List.of("SGEMM 512", "SGEMM 1024")) {
            targets.add(new SpeedTarget(measure, SpeedTarget.BEST, 0.9));
            targets.add(new SpeedTarget(measure, Peer.OPENBLAS.displayName(), 1.6));
            targets.add(new SpeedTarget(measure, Peer.EJML.displayName(), 25));
            if (threads == 1) {
                targets.add(new SpeedTarget(measure, Peer.NETLIB.displayName(), 3.5));
            }
        }
        return targets;
    }

    private Gemm() {}
}
