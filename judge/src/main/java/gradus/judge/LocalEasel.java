package gradus.judge;

import gradus.course.FigureSource;
import gradus.course.Source;
import gradus.judge.build.Breakdown;
import gradus.judge.build.Hash;
import gradus.judge.build.Library;
import gradus.proctor.transcript.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Draws figures on this machine: a child JVM for each figure that is being looked at, kept while it is, made
/// anew when the figure's source or the learner's parts change. One picture is drawn at a time.
public final class LocalEasel implements Easel {

    /// A lesson has one figure or two; the child that was not asked for longest goes first.
    private static final int MOST_CHILDREN = 3;

    private static final int MEGABYTES = 256;

    private final Bench bench;
    private final boolean ownsBench;
    private final Map<String, Sitting> sittings = new LinkedHashMap<>();

    public LocalEasel(Toolbox toolbox) {
        this.bench = new Bench(toolbox, false);
        this.ownsBench = true;
    }

    LocalEasel(Bench bench) {
        this.bench = bench;
        this.ownsBench = false;
    }

    @Override
    public synchronized FigureReply draw(FigureSource figure, Parts parts, Map<String, String> moved) {
        try {
            return sitting(figure, parts).draw(moved);
        } catch (Breakdown e) {
            forget(figure.className());
            return new FigureReply.NotDrawn(String.valueOf(e.getMessage()));
        }
    }

    private Sitting sitting(FigureSource figure, Parts parts) {
        String source = read(figure);
        var sources = new TreeMap<String, String>();
        parts.mine().forEach((name, part) -> sources.put(part.path(), part.text()));
        String key = new Hash().add(source).addAll(sources).hex();

        Sitting sitting = sittings.remove(figure.className());
        if (sitting != null && (!sitting.key().equals(key) || sitting.isOver())) {
            sitting.close();
            sitting = null;
        }
        if (sitting == null) {
            sitting = open(figure, source, parts, key);
        }
        // Last in the map is the one that was asked for last.
        sittings.put(figure.className(), sitting);
        if (sittings.size() > MOST_CHILDREN) {
            forget(sittings.keySet().iterator().next());
        }
        return sitting;
    }

    private Sitting open(FigureSource figure, String source, Parts mine, String key) {
        Map<String, byte[]> parts = bench.compiled(mine);
        Map<String, byte[]> drawing = bench.course().classes(Map.of(Source.pathOf(figure.className()), source), parts);
        var job = new Job(bench.library().classes(), parts, drawing, new Job.DrawFigure(figure.className()));
        List<String> learners =
                parts.keySet().stream().map(Library::outermost).distinct().toList();
        return new Sitting(key, figure.name(), learners, bench.crew().take(MEGABYTES), job);
    }

    private static String read(FigureSource figure) {
        try {
            return Files.readString(figure.file());
        } catch (IOException e) {
            throw new Breakdown("the figure " + figure.name() + " cannot be read at " + figure.file(), e);
        }
    }

    private void forget(String className) {
        Sitting sitting = sittings.remove(className);
        if (sitting != null) {
            sitting.close();
        }
    }

    @Override
    public synchronized void close() {
        new ArrayList<>(sittings.keySet()).forEach(this::forget);
        if (ownsBench) {
            bench.close();
        }
    }
}
