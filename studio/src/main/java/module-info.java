import org.jspecify.annotations.NullMarked;

/// The studio: the desk, the journal, the workspace, and two front ends, the web pages and the terminal.
@NullMarked
@SuppressWarnings("requires-automatic") // jte names its module only in its manifest
module gradus.studio {
    requires static org.jspecify;
    requires gradus.course;
    requires gradus.judge;
    requires gradus.mastery;
    requires com.fasterxml.jackson.annotation;
    requires tools.jackson.databind;
    requires gg.jte.runtime;
    requires info.picocli;
    requires io.javalin;
    requires java.desktop;
    requires java.sql;
    requires jdk.compiler;
    requires org.xerial.sqlitejdbc;

    opens gradus.studio.author to
            tools.jackson.databind;
    opens gradus.studio.desk to
            tools.jackson.databind;
    opens gradus.studio.doctor to
            tools.jackson.databind;
    opens gradus.studio.run to
            tools.jackson.databind;
    opens gradus.studio.terminal to
            info.picocli,
            tools.jackson.databind;
    opens gradus.studio.web to
            tools.jackson.databind;
    opens gradus.studio.web.pages to
            gg.jte.runtime;
    opens gradus.studio.workspace to
            tools.jackson.databind;
}
