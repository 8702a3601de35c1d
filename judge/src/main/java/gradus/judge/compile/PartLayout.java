package gradus.judge.compile;

import gradus.course.cut.Merged;
import gradus.course.cut.Merged.Lines;
import gradus.course.cut.Merged.Remark;
import java.util.List;

/// Which lines of a compiled class the learner wrote, and what they may want to know about their file.
public record PartLayout(List<Lines> lines, List<Remark> remarks) {

    public PartLayout {
        lines = List.copyOf(lines);
        remarks = List.copyOf(remarks);
    }

    static PartLayout of(Merged merged) {
        return new PartLayout(merged.lines(), merged.remarks());
    }

    /// Whether the learner wrote what is on a line.
    public boolean isLearners(int line) {
        return lines.stream().anyMatch(range -> range.contains(line));
    }
}
