package gradus.studio.web;

import gradus.course.Fault;
import java.util.List;

/// A course that is being written: when its files change, it is read anew, and the pages in the browser reload.
public interface Preview {

    /// The version of the files. If they have changed since the last call, the course has been read anew.
    String version();

    /// The faults of a lesson's files, or of what must be read before any lesson.
    List<Fault> faults(String lesson);
}
