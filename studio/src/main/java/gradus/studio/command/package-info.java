/// Commands of the terminal that a running studio performs, because its course has been read and its judge is ready.
@NullMarked
package gradus.studio.command;

import org.jspecify.annotations.NullMarked;
